/** The wrong kind of answer: silence for a segment, a segment for silence, other flags, another state. */
import { describe, expect, it } from 'vitest';
import type { Table } from '../../testing/table.ts';
import { tableFor } from '../../testing/table.ts';
import {
  ABORT,
  ANSWER,
  CLOSE,
  CRASH,
  ESTABLISHED,
  FIN_ACKED,
  FIN_ARRIVED,
} from '../../testing/test-level.ts';
import { HANDSHAKE, QUESTION, QUIET, START, SYN_ACKED, TALK } from '../../testing/test-level.ts';
import { inject, item, lose, open, send, testLevel } from '../../testing/test-level.ts';
import { ACK, FIN, RST, SYN } from '../wire/segment.ts';
import type { ScriptItem } from './level.ts';

const table = (script: readonly ScriptItem[], changes: Parameters<typeof testLevel>[1] = {}): Table =>
  tableFor(testLevel([...HANDSHAKE, ...script], changes));

const silence = (reason: string): object => ({ field: 'reply', reason, rule: 'reply/due' });
const reply = (reason: string): object => ({ field: 'reply', reason, rule: 'reply/none' });
const flags = (reason: string): object => ({ field: 'flags', reason, rule: 'flags/of-event' });
const state = (reason: string): object => ({ field: 'state', reason, rule: 'state/diagram' });

const closeA = item('close-a', 'A', QUIET, CLOSE, 'connect');
const RESET = { flags: RST, ack: null, len: 0 };

describe('silence where a segment is due', () => {
  it('M02: the FIN that comes with the ACK of mine wants its own ACK', () => {
    const three = table([closeA, item('close-b', 'B', FIN_ARRIVED, CLOSE)]);
    three.untilAsked('B', 'segment/FIN+ACK').answer('B', 2);
    three.untilAsked('A', 'segment/FIN+ACK', 'FIN-WAIT-1');
    expect(three.err('A', 'silence')).toMatchObject(silence('M02'));
  });

  it('no M02 where two FINs cross: neither acknowledges the other', () => {
    const both = table([closeA, item('close-b', 'B', QUIET, CLOSE, 'connect')]);
    both.untilAsked('A', 'segment/FIN+ACK', 'FIN-WAIT-1');
    expect(both.err('A', 'silence')).toMatchObject(silence('slip-silence'));
  });

  it('M03: my FIN ended my direction only', () => {
    const late = table([closeA, item('rest', 'B', FIN_ACKED, send(ANSWER))]);
    late.untilAsked('A', 'segment/ACK+text', 'FIN-WAIT-2');
    expect(late.err('A', 'silence')).toMatchObject(silence('M03'));
    const crossing = table([closeA, item('rest', 'B', QUIET, send(ANSWER), 'connect')]);
    crossing.untilAsked('A', 'segment/ACK+text', 'FIN-WAIT-1');
    expect(crossing.err('A', 'silence')).toMatchObject(silence('M03'));
  });

  it("M03: the peer's FIN ended its direction only", () => {
    const half = table([closeA, item('rest', 'B', FIN_ACKED, send(ANSWER))]);
    half.untilAsked('B', 'send', 'CLOSE-WAIT');
    expect(half.err('B', 'silence')).toMatchObject(silence('M03'));
  });

  it.each([
    ['data', 'B', 'segment/ACK+text', 'ESTABLISHED', [lose({ from: 'B', flags: ACK })]],
    ['a SYN,ACK', 'A', 'segment/SYN+ACK', 'ESTABLISHED', [lose({ from: 'A', flags: ACK })]],
    ['a FIN', 'B', 'segment/FIN+ACK', 'CLOSE-WAIT', [lose({ from: 'B', acknowledgesFin: true })]],
    ['a FIN', 'A', 'segment/FIN+ACK', 'TIME-WAIT', [lose({ from: 'A', acknowledgesFin: true })]],
  ] as const)('M16: %s once more at %s (%s) in %s', (what, seat, kind, tcp, faults) => {
    // Nothing but the lost segment itself may tell that it came.
    const script =
      what === 'data'
        ? [item('ask', 'A', QUIET, send(QUESTION), 'connect')]
        : [closeA, item('close-b', 'B', QUIET, CLOSE, 'close-a')];
    const again = table(script, { faults });
    const rcv = (): number => again.seat(seat).endpoint.rcv.nxt;
    const old = ({ lanes }: Table['state']): boolean => {
      const { queue, prompt, endpoint } = lanes[0]!.seats[seat];
      const [head] = queue;
      return (
        prompt?.kind === kind &&
        endpoint.state === tcp &&
        head?.kind === 'segment' &&
        head.segment.seq !== rcv()
      );
    };
    again.until(old);
    expect(again.err(seat, 'silence')).toMatchObject(silence('M16'));
    expect(again.err(seat, RESET)).toMatchObject(flags('M14'));
  });

  it.each([
    ['an OPEN', 'A', 'open'],
    ['a SYN', 'B', 'segment/SYN'],
    ['a SYN,ACK', 'A', 'segment/SYN+ACK'],
    ['a SEND', 'A', 'send'],
    ['data', 'B', 'segment/ACK+text'],
    ['a CLOSE', 'A', 'close'],
    ["the peer's FIN", 'B', 'segment/FIN+ACK'],
  ] as const)('is otherwise a slip: after %s', (_, seat, kind) => {
    expect(tableFor(testLevel(TALK)).untilAsked(seat, kind).err(seat, 'silence')).toMatchObject(
      silence('slip-silence'),
    );
  });
});

describe('a segment where silence is right', () => {
  const ask = ['reset', 'reset-outside-window'] as const;
  const nobodyListens = [item('connect', 'A', START, open('active'))];

  it.each([
    ['SYN-SENT', 'A', nobodyListens],
    ['ESTABLISHED', 'A', [...HANDSHAKE, item('abort', 'B', QUIET, ABORT, 'connect')]],
    ['CLOSE-WAIT', 'B', [...HANDSHAKE, closeA, item('abort', 'A', QUIET, ABORT, 'close-a')]],
  ] as const)('M13 and M14: a RST in %s is neither acknowledged nor answered', (tcp, seat, script) => {
    const reset = tableFor(testLevel(script, { ask }));
    reset.untilAsked(seat, 'silence/reset', tcp);
    expect(reset.err(seat, { flags: ACK })).toMatchObject(reply('M13'));
    expect(reset.err(seat, { flags: SYN })).toMatchObject(reply('M13'));
    expect(reset.err(seat, RESET)).toMatchObject(reply('M14'));
    expect(reset.err(seat, { flags: FIN })).toMatchObject(reply('slip-reply'));
  });

  it('M13 and M14: so is one that is outside the window', () => {
    const reset = table([inject('forged', 'A', ESTABLISHED, RST, 2000)], { ask });
    reset.untilAsked('A', 'silence/reset-outside-window', 'ESTABLISHED');
    expect(reset.err('A', { flags: ACK })).toMatchObject(reply('M13'));
    expect(reset.err('A', RESET)).toMatchObject(reply('M14'));
  });

  it('M21: an ACK for an ACK; M23: a FIN of one’s own accord; anything else is a slip', () => {
    const asked = table([item('ask', 'A', QUIET, send(QUESTION), 'connect')], {
      ask: ['ack-of-syn-ack'],
    });
    asked.untilAsked('B', 'silence/ack-of-syn-ack', 'SYN-RECEIVED');
    expect(asked.err('B', { flags: ACK })).toMatchObject(reply('M21'));
    expect(asked.err('B', { flags: FIN | ACK })).toMatchObject(reply('M23'));
    expect(asked.err('B', { flags: SYN | ACK })).toMatchObject(reply('slip-reply'));
    expect(asked.err('B', { flags: ACK, len: 5 })).toMatchObject(reply('slip-reply'));
  });
});

describe('the wrong flags', () => {
  it('M03: a RST for what the peer says after my FIN', () => {
    const late = table([closeA, item('rest', 'B', FIN_ACKED, send(ANSWER))]);
    late.untilAsked('A', 'segment/ACK+text', 'FIN-WAIT-2');
    expect(late.err('A', RESET)).toMatchObject(flags('M03'));
  });

  it("M03: a RST for what I have to say after the peer's FIN", () => {
    const half = table([closeA, item('rest', 'B', FIN_ACKED, send(ANSWER))]);
    half.untilAsked('B', 'send', 'CLOSE-WAIT');
    expect(half.err('B', RESET)).toMatchObject(flags('M03'));
  });

  it.each([
    ['ESTABLISHED', 'A', [item('abort', 'A', QUIET, ABORT, 'connect')]],
    ['FIN-WAIT-2', 'A', [closeA, item('abort', 'A', QUIET, ABORT, 'close-a')]],
    ['CLOSE-WAIT', 'B', [closeA, item('abort', 'B', FIN_ACKED, ABORT)]],
  ] as const)('M12: a FIN where the application aborts in %s', (tcp, seat, script) => {
    const abort = table(script).untilAsked(seat, 'abort', tcp);
    expect(abort.err(seat, { flags: FIN | ACK })).toMatchObject(flags('M12'));
    expect(abort.err(seat, { flags: ACK })).toMatchObject(flags('slip-flags'));
  });

  it.each([
    ['an old SYN in ESTABLISHED', inject('old', 'B', ESTABLISHED, SYN, -1), 'segment/SYN', 'ESTABLISHED'],
    ['a forged RST in the window', inject('old', 'B', ESTABLISHED, RST, 10), 'segment/RST', 'ESTABLISHED'],
    ['an ACK outside the window', inject('old', 'B', ESTABLISHED, ACK, 5000), 'segment/ACK', 'ESTABLISHED'],
  ] as const)('M14: a RST for %s', (_, odd, kind, tcp) => {
    const stray = table([odd]).untilAsked('B', kind, tcp);
    expect(stray.err('B', RESET)).toMatchObject(flags('M14'));
  });

  it('M14: a RST for a SYN in LISTEN, and for the same one again in SYN-RECEIVED', () => {
    const stray = table([], { faults: [lose({ flags: SYN | ACK })] });
    expect(stray.untilAsked('B', 'segment/SYN', 'LISTEN').err('B', RESET)).toMatchObject(flags('M14'));
    stray.answer('B');
    expect(stray.untilAsked('B', 'segment/SYN', 'SYN-RECEIVED').err('B', RESET)).toMatchObject(flags('M14'));
  });

  it.each([
    ['ESTABLISHED', 'A', 'close', []],
    ['CLOSE-WAIT', 'B', 'close', []],
    ['FIN-WAIT-1', 'A', 'timeout/retransmission', [lose({ from: 'A', flags: FIN | ACK })]],
    ['LAST-ACK', 'B', 'timeout/retransmission', [lose({ from: 'B', flags: FIN | ACK })]],
  ] as const)('M19: a FIN without ACK in %s', (tcp, seat, kind, faults) => {
    const fin = tableFor(testLevel(TALK, { faults })).untilAsked(seat, kind, tcp);
    expect(fin.err(seat, { flags: FIN, ack: null })).toMatchObject(flags('M19'));
  });

  it.each([
    ['SYN-SENT, when the SYN is due again', 'A', 'timeout/retransmission', [lose({ flags: SYN })]],
    [
      'SYN-RECEIVED, when the SYN,ACK is due again',
      'B',
      'timeout/retransmission',
      [lose({ flags: SYN | ACK }), lose({ flags: SYN }, 2)],
    ],
  ] as const)('M22: data in %s', (where, seat, kind, faults) => {
    const early = table([item('ask', 'A', START, send(QUESTION), 'connect')], { faults });
    early.untilAsked(seat, kind, where.startsWith('SYN-SENT') ? 'SYN-SENT' : 'SYN-RECEIVED');
    expect(early.err(seat, { flags: ACK, len: QUESTION.length })).toMatchObject(flags('M22'));
  });

  it("M22: data when the peer's SYN crosses", () => {
    const script = [item('a', 'A', START, open('active')), item('b', 'B', START, open('active'))];
    const crossed = tableFor(testLevel(script)).untilAsked('A', 'segment/SYN', 'SYN-SENT');
    expect(crossed.err('A', { flags: ACK, len: 5 })).toMatchObject(flags('M22'));
  });

  it.each([
    ['SYN-SENT', 'A', 'segment/SYN+ACK'],
    ['ESTABLISHED', 'B', 'segment/ACK+text'],
    ['ESTABLISHED', 'B', 'segment/FIN+ACK'],
    ['ESTABLISHED', 'A', 'send'],
  ] as const)('M23: a FIN that no application asked for, in %s at %s (%s)', (tcp, seat, kind) => {
    const early = tableFor(testLevel(TALK)).untilAsked(seat, kind, tcp);
    expect(early.err(seat, { flags: FIN | ACK })).toMatchObject(flags('M23'));
  });

  it.each([
    ['A', 'open', ACK],
    ['B', 'segment/SYN', SYN],
    ['A', 'segment/SYN+ACK', SYN | ACK],
    ['A', 'segment/SYN+ACK', RST],
    ['A', 'close', ACK],
    ['B', 'close', ACK],
  ] as const)('are otherwise a slip: at %s after %s', (seat, kind, other) => {
    const slip = tableFor(testLevel(TALK)).untilAsked(seat, kind);
    expect(slip.err(seat, { flags: other })).toMatchObject(flags('slip-flags'));
  });
});

it('a wrong length is a slip, also on a SYN: data there is legal and not played here', () => {
  const slip = tableFor(testLevel(TALK)).untilAsked('A', 'open');
  const expected = { field: 'len', reason: 'slip-length', rule: 'len/of-text', input: null };
  expect(slip.err('A', { len: 5 })).toMatchObject(expected);
  slip.untilAsked('A', 'send');
  expect(slip.err('A', { len: QUESTION.length - 1 })).toMatchObject(expected);
});

describe('the wrong state', () => {
  const states = { help: 'states' } as const;

  it('M01: two segments are not enough for ESTABLISHED', () => {
    const listen = table([item('ask', 'A', SYN_ACKED, send(QUESTION))], states).untilAsked(
      'B',
      'segment/SYN',
    );
    expect(listen.err('B', {}, 'ESTABLISHED')).toMatchObject(state('M01'));
  });

  it.each([
    ['FIN-WAIT-2', [item('close-b', 'B', FIN_ACKED, CLOSE)], 1, []],
    ['FIN-WAIT-1', [item('close-b', 'B', FIN_ARRIVED, CLOSE)], 2, []],
    ['TIME-WAIT', [item('close-b', 'B', FIN_ACKED, CLOSE)], 1, [lose({ from: 'A', acknowledgesFin: true })]],
  ] as const)('M06: TIME-WAIT is not skipped, from %s', (tcp, script, settles, faults) => {
    const wait = table([closeA, ...script], { ...states, faults });
    wait.untilAsked('B', 'segment/FIN+ACK').answer('B', settles);
    wait.untilAsked('A', 'segment/FIN+ACK', tcp);
    expect(wait.err('A', {}, 'CLOSED')).toMatchObject(state('M06'));
    expect(wait.err('A', {}, 'CLOSING')).toMatchObject(state('slip-state'));
  });

  it('is otherwise a slip', () => {
    const slip = table([], states).untilAsked('A', 'open');
    expect(slip.err('A', {}, 'ESTABLISHED')).toMatchObject(state('slip-state'));
    expect(slip.play('A', { ...slip.right('A'), state: null }).verdict).toBe('wrong');
  });

  it('is not asked for at any other stage', () => {
    const typed = table([]).untilAsked('A', 'open');
    expect(typed.play('A', { ...typed.right('A'), state: 'ESTABLISHED' }).verdict).toBe('right');
  });
});

it('no reply to a RST that found a crashed host names what the RST was', () => {
  const crash = table(
    [item('crash', 'B', QUIET, CRASH, 'connect'), item('ask', 'A', QUIET, send(QUESTION), 'crash')],
    { ask: ['reset'] },
  ).untilAsked('A', 'silence/reset', 'ESTABLISHED');
  expect(crash.err('A', { flags: ACK }).input).toMatchObject({ flags: RST, len: 0 });
  expect(crash.answer('A')).toStrictEqual({ verdict: 'right', merged: 0 });
});
