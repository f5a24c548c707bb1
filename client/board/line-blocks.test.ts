import { describe, expect, it } from 'vitest';
import { ACK, RST, SYN } from '../../shared/engine/wire/segment.ts';
import { after, came, empty, seg } from './gallery-builder.ts';
import { heardFrom } from './heard.ts';
import { receivingLine, sendingLine } from './line-blocks.ts';

const synSent = after(empty, {
  event: { kind: 'open', mode: 'active' },
  answer: seg(SYN, 4100, 0),
  to: 'SYN-SENT',
  una: 4100,
  nxt: 4101,
  rcv: null,
});
const established = after(synSent, {
  event: came(seg(SYN | ACK, 9000, 4101)),
  answer: seg(ACK, 4101, 9001),
  to: 'ESTABLISHED',
  una: 4101,
  nxt: null,
  rcv: null,
});

describe('the sending line', () => {
  it('starts at the next ISS before anything is sent', () => {
    expect(sendingLine(empty)).toMatchObject({ live: false, blocks: [], start: 4100, next: null });
  });

  it('has a block for what occupies numbers, settled when it is acknowledged', () => {
    expect(sendingLine(synSent).blocks).toMatchObject([{ seq: 4100, len: 1, label: 'SYN', settled: false }]);
    expect(sendingLine(established)).toMatchObject({ blocks: [{ settled: true }], una: 4101, next: null });
  });

  it('counts what went out again once, and keeps order across the wrap', () => {
    const high = 0xffff_fffe;
    const send = (lane: typeof established, seq: number, text: string): typeof established =>
      after(lane, {
        event: { kind: 'send', text },
        answer: seg(ACK, seq, 9001, text),
        to: 'ESTABLISHED',
        una: high,
        nxt: null,
        rcv: null,
      });
    const start = after(empty, {
      event: { kind: 'open', mode: 'active' },
      answer: seg(SYN, high - 1, 0),
      to: 'SYN-SENT',
      una: high,
      nxt: null,
      rcv: null,
    });
    const line = sendingLine(send(send(send(start, high, 'abcd'), 2, 'efg'), high, 'abcd'));
    expect(line.blocks.map(({ seq, label, again }) => [seq, label, again])).toEqual([
      [high - 1, 'SYN', 0],
      [high, '4', 1],
      [2, '3', 0],
    ]);
  });
});

describe('the receiving line', () => {
  it('leaves a hole where numbers are missing, and takes nothing that was let fall', () => {
    const ahead = after(established, {
      event: came(seg(ACK, 9006, 4101, 'xyz')),
      to: 'ESTABLISHED',
      una: 4101,
      nxt: 4101,
      rcv: 9001,
      notes: ['text/held'],
    });
    const old = after(ahead, {
      event: came(seg(ACK, 100, 4101, 'old')),
      to: 'ESTABLISHED',
      una: 4101,
      nxt: 4101,
      rcv: 9001,
      notes: ['segment/unacceptable'],
    });
    const line = receivingLine(old);
    expect(line.blocks.map(({ seq, gap }) => [seq, gap])).toEqual([
      [9000, false],
      [9006, true],
    ]);
    expect(line.next).toBe(9001);
  });
});

describe('what has been heard', () => {
  it('is the last segment, even while it waits for an answer', () => {
    expect(heardFrom(empty)).toEqual({ last: null, closed: false, reset: false });
    expect(heardFrom(established).last).toMatchObject({ flags: SYN | ACK });
  });

  it('believes a FIN or a RST when the endpoint does', () => {
    const on = { una: 4101, nxt: 4101, rcv: 9001 } as const;
    const stray = came(seg(RST, 1, 0));
    const challenged = after(established, {
      event: stray,
      to: 'ESTABLISHED',
      notes: ['reset/challenged'],
      ...on,
    });
    expect(heardFrom(challenged).reset).toBe(false);
    const gone = after(established, {
      event: came(seg(RST, 9001, 0)),
      to: 'CLOSED',
      notes: ['reset/exact'],
      ...on,
    });
    expect(heardFrom(gone).reset).toBe(true);
  });
});
