/** Which events are put to the player, and how long the answer may take (RFC 9293 gives the answers, DESIGN the asking). */
import type { Millis } from '../base/millis.ts';
import type { Outcome } from '../tcp/event.ts';
import { ACK, FIN, RST, flagNames, has } from '../wire/segment.ts';
import { canonicalOutcome } from './handle.ts';
import type { AskedEvent, Level } from './level.ts';
import type { Seat } from './seat.ts';
import type { MatchState, Prompt, Queued } from './state.ts';

/** The endpoint acknowledges plain data by itself after so many first-try answers. */
const DATA_ANSWERS = 2;

/** A silent event of a kind is asked about at most so often … */
const ASKED_OF_A_KIND = 2;

/** … and after the first only while it stays within this part of the seat's prompts. */
const ASKED_PART = 4;

export interface Asking {
  readonly kind: string;
  /** Null where a segment is due. */
  readonly silence: AskedEvent | null;
}

/** Null: the endpoint deals with it by itself. */
export function askingAbout(state: MatchState, lane: number, seat: Seat): Asking | null {
  const head = state.lanes[lane]!.seats[seat].queue[0];
  const outcome = canonicalOutcome(state, lane, seat);
  if (head === undefined || outcome === null) return null;
  const kind = kindOf(head);
  if (outcome.segment !== null) {
    const known = state.seats[seat].dataAnswered >= DATA_ANSWERS && isPlainData(head, outcome);
    return known ? null : { kind, silence: null };
  }
  const silence = silenceOf(state, lane, seat, head, outcome);
  return silence !== null && mayAsk(state, seat, silence) ? { kind: `silence/${silence}`, silence } : null;
}

export function kindOf(item: Queued): string {
  switch (item.kind) {
    case 'segment':
      return `segment/${flagNames(item.segment.flags).join('+')}${item.segment.text === '' ? '' : '+text'}`;
    case 'timeout':
      return `timeout/${item.timer}`;
    default:
      return item.kind;
  }
}

/** In order, nothing but text, nothing to do but acknowledge it. */
export const isPlainData = (item: Queued, outcome: Outcome): boolean =>
  item.kind === 'segment' &&
  item.segment.text !== '' &&
  !has(item.segment, FIN) &&
  outcome.notes.includes('text/delivered') &&
  !outcome.notes.includes('ack/established') &&
  outcome.segment?.flags === ACK &&
  outcome.segment.text === '';

function silenceOf(
  state: MatchState,
  lane: number,
  seat: Seat,
  item: Queued,
  outcome: Outcome,
): AskedEvent | null {
  if (item.kind !== 'segment') return null;
  if (has(item.segment, RST)) {
    return outcome.notes.includes('reset/outside-window') ? 'reset-outside-window' : 'reset';
  }
  const { endpoint } = state.lanes[lane]!.seats[seat];
  return endpoint.state === 'SYN-RECEIVED' &&
    outcome.notes.includes('ack/established') &&
    outcome.delivered === ''
    ? 'ack-of-syn-ack'
    : null;
}

function mayAsk(state: MatchState, seat: Seat, silence: AskedEvent): boolean {
  const { asked, prompted } = state.seats[seat];
  const all = Object.values(asked).reduce((sum, count) => sum + count, 0);
  return (
    state.setup.level.ask.includes(silence) &&
    (asked[silence] ?? 0) < ASKED_OF_A_KIND &&
    (all === 0 || (all + 1) * ASKED_PART <= prompted + 1)
  );
}

/** With two lanes at once both heads are open, so each has half as long again. */
const windowFactor = ({ lanes, rounds }: Level): number => (lanes.length > 1 && !rounds ? 3 : 2);

/** The seat's own window for such a prompt; null without a clock. */
export function windowFor(state: MatchState, seat: Seat, { kind, silence }: Asking): Millis | null {
  const { setup, seats } = state;
  if (!setup.timed) return null;
  const { times, help } = setup.level;
  const base = silence === null ? times.windows[help] : times.askedWindow;
  const first = seats[seat].kindsSeen.includes(kind) ? 0 : times.firstOfKind;
  return Math.trunc(((base + first) * windowFactor(setup.level) * setup.seats[seat].timeFactor) / 200);
}

/** A question is read before it is answered, so it has as long as the longest prompt; null without a clock. */
export function windowOfQuestion({ setup }: MatchState, seat: Seat): Millis | null {
  if (!setup.timed) return null;
  return Math.trunc((setup.level.times.windows.states * setup.seats[seat].timeFactor) / 100);
}

export function newPrompt(state: MatchState, seat: Seat, asking: Asking): Prompt {
  const window = windowFor(state, seat, asking);
  return {
    id: state.seats[seat].nextPrompt,
    kind: asking.kind,
    shownAt: state.now,
    deadline: window === null ? null : state.now + window,
    window,
    refusals: [],
    hinted: false,
  };
}
