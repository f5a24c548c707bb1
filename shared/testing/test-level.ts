/** Levels made to measure: a script of a few lines, and nothing goes wrong that the test does not ask for. */
import type { Action, Actor, Level, LaneSpec, ScriptItem, Trigger } from '../engine/match/level.ts';
import { timesOf } from '../engine/match/level.ts';
import type { Seat } from '../engine/match/seat.ts';
import type { FaultAction, ScriptedFault, SegmentPredicate } from '../engine/network/fault-plan.ts';
import { ANY_SEGMENT, NO_RATES } from '../engine/network/fault-plan.ts';

interface Changes extends Partial<Omit<Level, 'lanes'>> {
  readonly faults?: readonly ScriptedFault[];
  /** Another lane with the same script, the seats exchanged. */
  readonly twoLanes?: boolean;
}

/** One lane, novice figures, numbers typed, played to the end of both directions. */
export function testLevel(script: readonly ScriptItem[], changes: Changes = {}): Level {
  const { faults = [], twoLanes = false, ...level } = changes;
  const lane: LaneSpec = { script, faults: { scripted: faults, rates: NO_RATES }, rto: null };
  const crossed: LaneSpec = { ...lane, script: script.map((one) => ({ ...one, at: exchanged(one.at) })) };
  return {
    id: 'test',
    difficulty: 'novice',
    help: 'type',
    lanes: twoLanes ? [lane, crossed] : [lane],
    rounds: false,
    rule: 'rfc9293',
    goal: 'closed',
    ask: [],
    times: timesOf('novice'),
    atDeadline: 'assist',
    iss: 'small',
    rcvWnd: 1000,
    ...level,
  };
}

const exchanged = (actor: Actor): Actor => (actor === 'A' ? 'B' : actor === 'B' ? 'A' : actor);

/** `id` names the item for those that come after it. */
export const item = (id: string, at: Actor, when: Trigger, action: Action, after = ''): ScriptItem => ({
  id,
  at,
  when,
  after,
  action,
});

export const START: Trigger = { on: 'start' };
export const ESTABLISHED: Trigger = { on: 'established' };
export const QUIET: Trigger = { on: 'lane-quiet' };
export const FIN_ARRIVED: Trigger = { on: 'fin-arrived' };
export const SYN_ACKED: Trigger = { on: 'my-ack-settled', of: 'syn' };
export const FIN_ACKED: Trigger = { on: 'my-ack-settled', of: 'fin' };

export const CLOSE: Action = { do: 'close' };
export const ABORT: Action = { do: 'abort' };
export const CRASH: Action = { do: 'crash' };
export const send = (text: string): Action => ({ do: 'send', text });
export const open = (mode: 'active' | 'passive'): Action => ({ do: 'open', mode });

/** B listens, A connects. */
export const HANDSHAKE: readonly ScriptItem[] = [
  item('listen', 'B', START, open('passive')),
  item('connect', 'A', START, open('active')),
];

/** Four waves, A first, each CLOSE in an instant of its own. `after` names the item that must have happened. */
export const fourWaves = (after: string): readonly ScriptItem[] => [
  item('close-a', 'A', QUIET, CLOSE, after),
  item('close-b', 'B', FIN_ACKED, CLOSE, 'close-a'),
];

/** A asks as soon as it can, B answers, then the four waves. */
export const QUESTION = 'How are you?';
export const ANSWER = 'Fine.';
export const TALK: readonly ScriptItem[] = [
  ...HANDSHAKE,
  item('ask', 'A', ESTABLISHED, send(QUESTION)),
  item('answer', 'B', { on: 'delivered', octets: QUESTION.length }, send(ANSWER)),
  ...fourWaves('answer'),
];

/** The nth segment of those meant suffers it, once. */
export const fault = (match: Partial<SegmentPredicate>, action: FaultAction, nth = 1): ScriptedFault => ({
  match: { ...ANY_SEGMENT, ...match },
  nth,
  times: 1,
  action,
});

export const lose = (match: Partial<SegmentPredicate>, nth = 1): ScriptedFault =>
  fault(match, { kind: 'drop' }, nth);

/** A segment of unknown origin whose numbers are what the actor holds, or so far from it. */
export const inject = (
  id: string,
  at: Seat,
  when: Trigger,
  flags: number,
  plus: number,
  after = '',
): ScriptItem =>
  item(
    id,
    at,
    when,
    {
      do: 'inject',
      segment: { flags, seq: { from: 'rcv.nxt', plus }, ack: { from: 'snd.nxt', plus: 0 }, text: '' },
    },
    after,
  );
