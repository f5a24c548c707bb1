/** The number line under a wrong play: the true numbers of the direction, the wrong one and the right one. */
import { describe, expect, it } from 'vitest';
import type { Card } from '../engine/match/play.ts';
import type { Seat } from '../engine/match/seat.ts';
import { ACK, FIN, RST, SYN } from '../engine/wire/segment.ts';
import { Table, SEED } from '../testing/table.ts';
import { setupFor } from '../testing/setups.ts';
import { QUESTION, TALK, testLevel } from '../testing/test-level.ts';
import { numberLineOf } from './number-line.ts';

const table = (): Table => new Table(setupFor(testLevel(TALK), SEED, false));

/** Plays wrongly where this is asked, and gives the line that the debrief shows. */
function lineAfter(one: Table, seat: Seat, change: Partial<Card> | 'silence') {
  const before = one.seat(seat);
  const right = one.answers(seat)[0]!.segment;
  const refusal = one.err(seat, change);
  return { line: numberLineOf(seat, before, refusal, right), right, tcp: before.endpoint };
}

describe('a wrong acknowledgment number', () => {
  it('lies on the line of the peer, with what has just come', () => {
    const one = table().untilAsked('B', 'segment/SYN');
    const { seq } = one.seat('A').endpoint.retransmissionQueue[0]!;
    const { line } = lineAfter(one, 'B', { ack: seq });
    expect(line).toStrictEqual({
      from: 'A',
      blocks: [{ seq, len: 1, flags: SYN, isAcknowledged: false }],
      wrong: seq,
      right: seq + 1,
    });
  });

  it('shows what was acknowledged before as such', () => {
    const one = table().untilAsked('B', 'segment/ACK+text');
    const { line, tcp } = lineAfter(one, 'B', { ack: one.seat('B').endpoint.rcv.nxt });
    expect(line?.blocks).toStrictEqual([
      { seq: tcp.irs, len: 1, flags: SYN, isAcknowledged: true },
      { seq: tcp.rcv.nxt, len: QUESTION.length, flags: ACK, isAcknowledged: false },
    ]);
    expect([line?.wrong, line?.right]).toStrictEqual([tcp.rcv.nxt, tcp.rcv.nxt + QUESTION.length]);
  });
});

describe('a wrong sequence number', () => {
  it('lies on the own line, between what was sent and what comes next', () => {
    const one = table().untilAsked('A', 'close');
    const { line, tcp } = lineAfter(one, 'A', { seq: one.seat('A').endpoint.iss });
    expect(line?.from).toBe('A');
    expect(line?.blocks.map(({ seq, len, isAcknowledged }) => [seq, len, isAcknowledged])).toStrictEqual([
      [tcp.iss, 1, true],
      [tcp.iss + 1, QUESTION.length, true],
    ]);
    expect([line?.wrong, line?.right]).toStrictEqual([tcp.iss, tcp.snd.nxt]);
  });

  it('of the first segment stands beside the initial number alone', () => {
    const one = table().untilAsked('A', 'open');
    const { line, right } = lineAfter(one, 'A', { seq: 7 });
    expect(line).toStrictEqual({ from: 'A', blocks: [], wrong: 7, right: right!.seq });
  });
});

describe('another wrong part', () => {
  it('shows a wrong length at the end of the text', () => {
    const one = table().untilAsked('A', 'send');
    const { line, right } = lineAfter(one, 'A', { len: 5 });
    expect([line?.wrong, line?.right]).toStrictEqual([right!.seq + 5, right!.seq + QUESTION.length]);
  });

  it('shows where the right answer lies if only the flags were wrong', () => {
    const one = table().untilAsked('A', 'close');
    const { line, right } = lineAfter(one, 'A', { flags: FIN, ack: null });
    expect([line?.from, line?.wrong, line?.right]).toStrictEqual(['A', null, right!.seq]);
  });

  it('has no line where no number decides', () => {
    expect(lineAfter(table().untilAsked('A', 'open'), 'A', { flags: RST }).line).toBeNull();
    const asking = testLevel(TALK, { ask: ['ack-of-syn-ack'] });
    const one = new Table(setupFor(asking, SEED, false)).untilAsked('B', 'silence/ack-of-syn-ack');
    expect(lineAfter(one, 'B', { flags: ACK, seq: 1, ack: 1 }).line).toBeNull();
  });
});
