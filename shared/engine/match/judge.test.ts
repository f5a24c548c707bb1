/** What the judge accepts: every answer that a correct endpoint may give, merged cards included, and nothing else. */
import { describe, expect, it } from 'vitest';
import type { Table } from '../../testing/table.ts';
import { tableFor } from '../../testing/table.ts';
import { ABORT, ANSWER, CLOSE, ESTABLISHED, FIN_ARRIVED, HANDSHAKE } from '../../testing/test-level.ts';
import { QUESTION, QUIET, START, TALK } from '../../testing/test-level.ts';
import { fault, item, lose, open, send, testLevel } from '../../testing/test-level.ts';
import { ACK, FIN, RST, SYN } from '../wire/segment.ts';
import type { HelpStage, ScriptItem } from './level.ts';
import type { Card } from './play.ts';

const table = (script: readonly ScriptItem[], changes: Parameters<typeof testLevel>[1] = {}): Table =>
  tableFor(testLevel([...HANDSHAKE, ...script], changes));

const closeA = item('close-a', 'A', QUIET, CLOSE, 'connect');

describe('a merged card', () => {
  it('ACK and text: the SYN,ACK and the SEND of that instant', () => {
    const merged = table([item('ask', 'A', ESTABLISHED, send(QUESTION))]).untilAsked('A', 'segment/SYN+ACK');
    const { seq, ack } = merged.right('A').card!;
    const card: Card = { flags: ACK, seq, ack, len: QUESTION.length };
    expect(merged.play('A', { card, state: null })).toStrictEqual({ verdict: 'right', merged: 1 });
    expect(merged.seat('A').queue).toStrictEqual([]);
    merged.untilAsked('B', 'segment/ACK+text', 'SYN-RECEIVED');
  });

  it('text and text: two SENDs of one instant, sent again as one', () => {
    const script = [
      item('one', 'A', QUIET, send(QUESTION), 'connect'),
      item('two', 'A', QUIET, send(ANSWER), 'connect'),
    ];
    const merged = table(script, { faults: [lose({ text: true })] }).untilAsked('A', 'send');
    const both = QUESTION.length + ANSWER.length;
    const { card } = merged.right('A', 2);
    expect(card!.len).toBe(both);
    expect(merged.answer('A', 2)).toStrictEqual({ verdict: 'right', merged: 1 });
    merged.untilAsked('A', 'timeout/retransmission');
    expect(merged.right('A').card).toStrictEqual(card);
  });

  it('text and FIN: the SEND and the CLOSE of one instant', () => {
    const script = [item('ask', 'A', QUIET, send(QUESTION), 'connect'), closeA];
    const merged = table(script).untilAsked('A', 'send');
    expect(merged.right('A', 2).card).toMatchObject({ flags: FIN | ACK, len: QUESTION.length });
    expect(merged.answer('A', 2)).toStrictEqual({ verdict: 'right', merged: 1 });
    expect(merged.tcp('A')).toBe('FIN-WAIT-1');
  });

  it('FIN and ACK: two of the four waves, if the application closes in that instant', () => {
    const merged = table([closeA, item('close-b', 'B', FIN_ARRIVED, CLOSE)]);
    merged.untilAsked('B', 'segment/FIN+ACK');
    expect(merged.right('B', 2).card).toMatchObject({ flags: FIN | ACK, len: 0 });
    expect(merged.answer('B', 2)).toStrictEqual({ verdict: 'right', merged: 1 });
    expect(merged.tcp('B')).toBe('LAST-ACK');
  });

  it('one ACK for two texts that come at one instant, and the ACK of the first alone is right too', () => {
    const script = [
      item('one', 'A', QUIET, send(QUESTION), 'connect'),
      item('two', 'A', QUIET, send(ANSWER), 'connect'),
    ];
    const merged = table(script).untilAsked('B', 'segment/ACK+text');
    const first = merged.right('B').card!;
    const both = merged.right('B', 2).card!;
    expect(both.ack! - first.ack!).toBe(ANSWER.length);
    expect(merged.answer('B', 2)).toStrictEqual({ verdict: 'right', merged: 1 });
    expect(merged.seat('B').received).toBe(QUESTION + ANSWER);
  });

  it('three texts of one instant count as two more', () => {
    const script = ['one', 'two', 'three'].map((id) => item(id, 'A', QUIET, send(`${id}!`), 'connect'));
    const merged = table(script).untilAsked('A', 'send');
    expect(merged.answer('A', 3)).toStrictEqual({ verdict: 'right', merged: 2 });
  });
});

describe('a freedom of the RFC', () => {
  it('ABORT may say RST with or without ACK', () => {
    for (const flags of [RST, RST | ACK]) {
      const abort = table([item('abort', 'A', QUIET, ABORT, 'connect')]).untilAsked('A', 'abort');
      const { seq } = abort.right('A').card!;
      const ack = flags === RST ? null : abort.seat('A').endpoint.rcv.nxt;
      expect(abort.play('A', { card: { flags, seq, ack, len: 0 }, state: null }).verdict).toBe('right');
    }
  });

  it('a SYN that comes again in SYN-RECEIVED may be answered by SYN,ACK or by ACK', () => {
    for (const flags of [SYN | ACK, ACK]) {
      const again = table([], { faults: [lose({ flags: SYN | ACK })] });
      again.untilAsked('B', 'segment/SYN', 'SYN-RECEIVED');
      const { iss, rcv } = again.seat('B').endpoint;
      const card = { flags, seq: flags === ACK ? iss + 1 : iss, ack: rcv.nxt, len: 0 };
      expect(again.play('B', { card, state: null }).verdict).toBe('right');
    }
  });

  it('the front of the queue may go again alone or with what follows it', () => {
    const script = [
      item('one', 'A', QUIET, send(QUESTION), 'connect'),
      item('two', 'A', QUIET, send(ANSWER), 'connect'),
    ];
    const faults = [{ ...lose({ from: 'A', text: true }), times: 2 }];
    for (const len of [QUESTION.length, QUESTION.length + ANSWER.length]) {
      const again = table(script, { faults }).untilAsked('A', 'timeout/retransmission');
      const { card } = again.right('A');
      expect(again.play('A', { card: { ...card!, len }, state: null })).toStrictEqual({
        verdict: 'right',
        merged: 0,
      });
    }
  });
});

describe('a retransmission', () => {
  it('keeps seq, flags and octets, and acknowledges what has come by now', () => {
    // A's question is lost; meanwhile B's text comes.
    const script = [
      item('ask', 'A', QUIET, send(QUESTION), 'connect'),
      item('greet', 'B', QUIET, send(ANSWER), 'connect'),
    ];
    const again = table(script, { faults: [lose({ from: 'A', text: true })] }).untilAsked('A', 'send');
    const before = again.right('A').card!;
    again.untilAsked('A', 'timeout/retransmission');
    const { card } = again.right('A');
    expect(card).toStrictEqual({ ...before, ack: before.ack! + ANSWER.length });
    expect(again.err('A', { ack: before.ack })).toMatchObject({ field: 'ack' });
    expect(again.answer('A').verdict).toBe('right');
  });

  it('of a SYN has no ACK', () => {
    const again = table([], { faults: [lose({ flags: SYN })] }).untilAsked('A', 'open');
    const first = again.right('A');
    again.untilAsked('A', 'timeout/retransmission');
    expect(again.right('A')).toStrictEqual(first);
    expect(again.err('A', { flags: SYN | ACK }).field).toBe('flags');
  });
});

describe('a FIN', () => {
  it('before CLOSE is refused at every prompt of either seat', () => {
    const talk = tableFor(testLevel(TALK));
    let prompts = 0;
    for (;;) {
      const seat = (['A', 'B'] as const).find((one) => talk.seat(one).prompt !== null);
      if (seat !== undefined && talk.seat(seat).queue.some(({ kind }) => kind === 'close')) break;
      if (seat !== undefined) {
        expect(talk.err(seat, { flags: FIN | ACK }).field).toBe('flags');
        prompts += 1;
      }
      talk.goOn();
    }
    expect(prompts).toBeGreaterThan(5);
  });

  it('is refused while data stays unsent outside its segment', () => {
    const script = [item('ask', 'A', QUIET, send(QUESTION), 'connect'), closeA];
    const owed = table(script).untilAsked('A', 'send');
    const { seq, ack } = owed.right('A').card!;
    const fin = { flags: FIN | ACK, seq, ack, len: 0 };
    expect(owed.play('A', { card: fin, state: null })).toMatchObject({ verdict: 'wrong' });
  });
});

it('a refused play changes nothing but its own record', () => {
  const wrong = tableFor(testLevel(TALK), true).untilAsked('B', 'segment/SYN');
  const before = wrong.state;
  wrong.err('B', 'silence');
  const { prompt: asked, ...seat } = wrong.seat('B');
  const { prompt: once, ...was } = before.lanes[0]!.seats.B;
  expect(seat).toStrictEqual(was);
  expect({ ...asked, refusals: [], deadline: null }).toStrictEqual({ ...once, refusals: [], deadline: null });
  expect(wrong.state.lanes[0]!.network).toStrictEqual(before.lanes[0]!.network);
  expect(wrong.state.lanes[0]!.clock).toStrictEqual(before.lanes[0]!.clock);
  expect(wrong.seat('A')).toStrictEqual(before.lanes[0]!.seats.A);
});

describe('each stage of help asks for more', () => {
  const play = (help: HelpStage, change: Partial<Card>, state: 'SYN-RECEIVED' | 'LISTEN' | null): string => {
    const stage = table([], { help }).untilAsked('B', 'segment/SYN');
    const outcome = stage.play('B', { card: { ...stage.right('B').card!, ...change }, state });
    return outcome.verdict === 'wrong' ? outcome.refusal.field : outcome.verdict;
  };

  it.each([
    ['flags', 'right', 'right', 'right'],
    ['choose', 'seq', 'ack', 'right'],
    ['type', 'seq', 'ack', 'right'],
    ['states', 'seq', 'ack', 'state'],
  ] as const)('%s: a wrong seq is %s, a wrong ack %s, a wrong state %s', (help, seq, ack, state) => {
    expect(play(help, {}, 'SYN-RECEIVED')).toBe('right');
    expect(play(help, { flags: SYN }, 'SYN-RECEIVED')).toBe('flags');
    expect(play(help, { len: 3 }, 'SYN-RECEIVED')).toBe('len');
    expect(play(help, { seq: 1 }, 'SYN-RECEIVED')).toBe(seq);
    expect(play(help, { ack: 1 }, 'SYN-RECEIVED')).toBe(ack);
    expect(play(help, {}, 'LISTEN')).toBe(state);
  });
});

it('takes silence where silence is free: after a crossed SYN,ACK nobody is asked', () => {
  const script = [item('a', 'A', START, open('active')), item('b', 'B', START, open('active'))];
  const crossed = tableFor(testLevel(script, { goal: 'established' }));
  crossed.untilOver();
  expect(crossed.state.lanes[0]!.over).toBe('goal');
  expect(crossed.state.seats.A.prompted).toBe(2);
});

it('gives a corrupted segment no prompt: it never came', () => {
  const corrupt = table([closeA, item('close-b', 'B', FIN_ARRIVED, CLOSE)], {
    faults: [fault({ flags: SYN | ACK }, { kind: 'corrupt' })],
  }).untilAsked('A', 'timeout/retransmission', 'SYN-SENT');
  expect(corrupt.seat('A').trail.map(({ event }) => event.kind)).toStrictEqual(['open', 'checksum-failure']);
});
