import { describe, expect, it } from 'vitest';
import type { EventView, LaneView, PromptView } from '../../shared/engine/match/view.ts';
import { ACK, FIN, RST, SYN } from '../../shared/engine/wire/segment.ts';
import { changesBetween, isSentAgain } from './changes.ts';
import { after, ask, came, empty, seg } from './gallery-builder.ts';

const open: EventView = { kind: 'open', mode: 'active' };
const synAck = came(seg(SYN | ACK, 9000, 4101));
const data = came(seg(ACK, 9001, 4101, 'hello'));
const fin = came(seg(FIN | ACK, 9006, 4101));
const numbers = { una: 4100, nxt: 4101, rcv: 0 };

const asked = (lane: LaneView, prompt: PromptView): LaneView => ({ ...lane, prompt });
const opening = asked(empty, ask(1, open));
const synSent = after(opening, { event: open, answer: seg(SYN, 4100, 0), to: 'SYN-SENT', ...numbers });
const established = after(asked(synSent, ask(2, synAck)), {
  event: synAck,
  answer: seg(ACK, 4101, 9001),
  to: 'ESTABLISHED',
  ...numbers,
});
const kinds = (before: LaneView, now: LaneView): string[] =>
  changesBetween([before], [now]).map(({ kind }) => kind);

describe('changes between two views', () => {
  it('finds none where nothing happened, or where one view does not continue the other', () => {
    expect(changesBetween([synSent], [synSent])).toEqual([]);
    expect(changesBetween([established], [synSent])).toEqual([]);
    expect(changesBetween([synSent], [synSent, synSent])).toEqual([]);
  });

  it('brings a call to the door with its prompt, and takes it in with the answer', () => {
    expect(changesBetween([empty], [opening])).toEqual([
      { lane: 0, kind: 'call', call: 'open-active', octets: 0, to: 'door' },
    ]);
    expect(changesBetween([opening], [synSent])).toEqual([
      { lane: 0, kind: 'settled', dropped: false },
      { lane: 0, kind: 'departure', segment: seg(SYN, 4100, 0), again: false, late: false },
      { lane: 0, kind: 'state', from: 'CLOSED', to: 'SYN-SENT' },
    ]);
  });

  it('lets a segment arrive once: with its prompt, not again with the answer', () => {
    const waiting = asked(synSent, ask(2, synAck));
    expect(changesBetween([synSent], [waiting])).toMatchObject([
      { kind: 'arrival', from: 'fog', to: 'door' },
    ]);
    expect(kinds(waiting, established)).toEqual(['settled', 'departure', 'state']);
  });

  it('shows a quiet segment going straight in, and one that is let fall', () => {
    const quiet = after(established, { event: came(seg(ACK, 9001, 4101)), to: 'ESTABLISHED', ...numbers });
    expect(changesBetween([established], [quiet])).toMatchObject([
      { kind: 'arrival', from: 'fog', to: 'host', dropped: false },
    ]);
    const stray = after(established, {
      event: came(seg(RST, 1, 0)),
      to: 'ESTABLISHED',
      notes: ['reset/outside-window'],
      ...numbers,
    });
    expect(changesBetween([established], [stray])).toMatchObject([{ kind: 'arrival', dropped: true }]);
  });

  it('moves what waited behind to the door without a second journey', () => {
    const two = asked(established, ask(3, data, [fin]));
    expect(changesBetween([established], [two])).toMatchObject([
      { kind: 'arrival', to: 'door', from: 'fog' },
      { kind: 'arrival', to: 'queue', from: 'fog' },
    ]);
    const answer = seg(ACK, 4101, 9006);
    const one = asked(after(two, { event: data, answer, to: 'ESTABLISHED', ...numbers }), ask(4, fin));
    expect(changesBetween([two], [one])).toMatchObject([
      { kind: 'settled' },
      { kind: 'departure' },
      { kind: 'arrival', to: 'door', from: 'queue' },
    ]);
  });

  it('sends one card for a run of events that one segment answers', () => {
    const two = asked(established, ask(3, data, [fin]));
    const first = after(two, { event: data, to: 'ESTABLISHED', ...numbers });
    const joined = first.trail.map((entry, i) => (i === 2 ? { ...entry, joined: true } : entry));
    const both = after(
      { ...first, trail: joined },
      { event: fin, answer: seg(ACK, 4101, 9007), to: 'CLOSE-WAIT', ...numbers },
    );
    const trail = both.trail.map((entry, i) => (i === 3 ? { ...entry, prompt: 3 } : entry));
    const changes = changesBetween([two], [{ ...both, trail }]);
    expect(changes.map(({ kind }) => kind)).toEqual(['settled', 'arrival', 'departure', 'state']);
    expect(changes[1]).toMatchObject({ from: 'queue', to: 'host' });
  });

  it('marks late answers and segments that go out again', () => {
    const late = after(asked(established, ask(3, data)), {
      event: data,
      answer: seg(ACK, 4101, 9006),
      to: 'ESTABLISHED',
      by: 'late',
      ...numbers,
    });
    expect(changesBetween([established], [late]).at(-1)).toMatchObject({ kind: 'departure', late: true });
    const timeout: EventView = { kind: 'timeout', timer: 'retransmission' };
    const again = after(synSent, {
      event: timeout,
      answer: seg(SYN, 4100, 0),
      to: 'SYN-SENT',
      notes: ['timer/retransmitted'],
      ...numbers,
    });
    expect(changesBetween([synSent], [again])).toMatchObject([
      { kind: 'timer', timer: 'retransmission', to: 'host' },
      { kind: 'departure', again: true },
    ]);
    expect(isSentAgain(established.trail, 1)).toBe(false);
    expect(isSentAgain([], 0)).toBe(false);
  });

  it('tells of withdrawn prompts, damage, crashes, and the end', () => {
    const waiting = asked(established, ask(3, data));
    expect(kinds(waiting, { ...established, over: 'goal' })).toEqual(['withdrawn', 'over']);
    const damaged = after(established, {
      event: { kind: 'checksum-failure' },
      to: 'ESTABLISHED',
      ...numbers,
    });
    expect(kinds(established, damaged)).toEqual(['checksum']);
    const crashed = after(established, { event: { kind: 'crash' }, to: 'CLOSED', ...numbers });
    expect(kinds(established, crashed)).toEqual(['crash', 'state']);
  });

  it('keeps lanes apart', () => {
    const changes = changesBetween([synSent, empty], [synSent, opening]);
    expect(changes).toMatchObject([{ lane: 1, kind: 'call' }]);
  });
});
