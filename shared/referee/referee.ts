/**
 * The referee of one match: it knows seats, not sockets, and time only as it is told. It joins the match with its
 * score, its bots and each seat's command numbers. The server gives it sockets and a store, a page gives it a clock,
 * tests give it a script: the same referee, so they cannot differ.
 *
 * `execute` is the one way in. `nextEntry` says which command time itself (or a bot) brings next; whoever hosts the
 * referee executes it like any other, so that the log holds everything that decided the match.
 */
import { TEMPERAMENTS } from '../bots/temperament.ts';
import { botMove } from '../bots/bot.ts';
import type { Millis } from '../engine/base/millis.ts';
import { deriveKey } from '../engine/base/rng.ts';
import type { MatchEvent } from '../engine/match/event.ts';
import { rightOptions } from '../engine/match/knowledge.ts';
import type { OpenQuestion } from '../engine/match/question.ts';
import type { Seat } from '../engine/match/seat.ts';
import { SEATS } from '../engine/match/seat.ts';
import type { MatchState } from '../engine/match/state.ts';
import { begin, execute as executeMatch, wakeAt as matchWakeAt } from '../engine/match/step.ts';
import type { CommandOutcome, MatchCommand } from '../engine/match/step.ts';
import type { SeatView } from '../engine/match/view.ts';
import { remainingFor, viewFor } from '../engine/match/view-for.ts';
import type { Tallies } from '../engine/scoring/fold.ts';
import { NO_TALLIES, scoreView, tally } from '../engine/scoring/fold.ts';
import type { CommandResult, PlayerCommand, SeatHeartbeat, SeatUpdate, Skill } from '../protocol/messages.ts';
import type { LogEntry, LogHeader } from '../replay/log.ts';
import { setupOf } from '../replay/log.ts';

/** Who plays a seat when no person does: the bot invited, or the one that stands in. */
export interface Bots {
  readonly A: Skill | null;
  readonly B: Skill | null;
}

interface SeatRecord {
  /** The last numbered command of the seat, and what came of it; null before the first. */
  readonly lastCommand: number;
  readonly lastResult: CommandResult | null;
  /** Views that changed, counted for this seat alone: the match's own count would betray hidden events. */
  readonly counter: number;
}

export interface RefereeState {
  readonly match: MatchState;
  readonly tallies: Tallies;
  readonly seats: { readonly A: SeatRecord; readonly B: SeatRecord };
  readonly bots: Bots;
  /** Time of the last entry; no later entry is earlier. */
  readonly lastAt: Millis;
}

const STAND_IN: Skill = 'standard';

const NEW_SEAT: SeatRecord = Object.freeze({ lastCommand: 0, lastResult: null, counter: 0 });

export function openReferee(header: LogHeader, bots: Bots): RefereeState {
  const { state, events } = begin(setupOf(header));
  return {
    match: state,
    tallies: tally(NO_TALLIES, events, header.speed),
    seats: { A: NEW_SEAT, B: NEW_SEAT },
    bots,
    lastAt: 0,
  };
}

export interface RefereeStep {
  readonly state: RefereeState;
  readonly events: readonly MatchEvent[];
  readonly outcome: CommandOutcome;
}

/** Never earlier than what has been logged. */
export const stamp = (state: RefereeState, at: Millis): Millis => Math.max(state.lastAt, at);

/** The lights were out since the last sign of life, or since the last entry: no deadline passes meanwhile. */
export function stallSince({ lastAt }: RefereeState, lastSign: Millis, at: Millis): MatchCommand | null {
  const gap = at - Math.max(lastAt, lastSign);
  return gap > 0 ? { kind: 'stall', gap } : null;
}

/** The entry's time must come from `stamp`. */
export function execute(state: RefereeState, { at, n, command }: LogEntry): RefereeStep {
  const { state: match, events, outcome } = executeMatch(state.match, command, at);
  const next: RefereeState = {
    match,
    tallies: tally(state.tallies, events, match.setup.speed),
    seats: {
      A: nextRecord(state, match, 'A', n, command, outcome),
      B: nextRecord(state, match, 'B', n, command, outcome),
    },
    bots: state.bots,
    lastAt: at,
  };
  return { state: next, events, outcome };
}

function nextRecord(
  before: RefereeState,
  match: MatchState,
  seat: Seat,
  n: number,
  command: MatchCommand,
  outcome: CommandOutcome,
): SeatRecord {
  const record = before.seats[seat];
  const own = n > 0 && 'seat' in command && command.seat === seat;
  const counter = record.counter + (own || isSeenBy(before.match, match, seat) ? 1 : 0);
  return own
    ? { lastCommand: n, lastResult: resultOf(outcome), counter }
    : { lastCommand: record.lastCommand, lastResult: record.lastResult, counter };
}

/** Whether the step changed what the seat sees, time left apart. */
function isSeenBy(before: MatchState, after: MatchState, seat: Seat): boolean {
  if (before.pausedAt !== after.pausedAt || before.ended !== after.ended) return true;
  if (SEATS.some((one) => before.seats[one].presence !== after.seats[one].presence)) return true;
  return after.lanes.some((lane, index) => {
    const old = before.lanes[index]!;
    return old.over !== lane.over || old.seats[seat] !== lane.seats[seat];
  });
}

function resultOf(outcome: CommandOutcome): CommandResult {
  return outcome.verdict === 'done' ? { verdict: 'stale' } : outcome;
}

/** A player's command as the match's own. */
export const commandOf = (seat: Seat, command: PlayerCommand): MatchCommand =>
  command.kind === 'play' ? { ...command, seat, standIn: false } : { ...command, seat };

/** What a numbered command meets: it is new, it has been applied, or one before it is missing. */
export type Numbered =
  | { readonly kind: 'new' }
  | { readonly kind: 'again'; readonly result: CommandResult }
  | { readonly kind: 'gap' };

export function numbered(state: RefereeState, seat: Seat, n: number): Numbered {
  const { lastCommand, lastResult } = state.seats[seat];
  if (n === lastCommand + 1) return { kind: 'new' };
  return n === lastCommand && lastResult !== null ? { kind: 'again', result: lastResult } : { kind: 'gap' };
}

/** The command that time or a bot brings next; null while only people can bring one. */
export function nextEntry(state: RefereeState): LogEntry | null {
  const wake = matchWakeAt(state.match);
  const moves = state.match.ended === null && state.match.pausedAt === null ? botEntries(state) : [];
  const entries: LogEntry[] =
    wake === null ? moves : [...moves, { at: wake, n: 0, command: { kind: 'advance' } }];
  const [first] = entries.sort((a, b) => a.at - b.at);
  return first === undefined ? null : { ...first, at: stamp(state, first.at) };
}

function botEntries(state: RefereeState): LogEntry[] {
  const { match } = state;
  return SEATS.flatMap((seat) => {
    const skill = playingBot(state, seat);
    if (skill === null) return [];
    const view = viewFor(match, seat);
    const key = deriveKey(match.setup.seed, `bot/${seat}`);
    const { lastPlayAt } = match.seats[seat];
    return match.lanes.flatMap(({ seats }, lane): LogEntry[] => {
      const { prompt, question } = seats[seat];
      if (question !== null) return [answerAtOnce(view, seat, lane, question, match.stopped)];
      const move = prompt === null ? null : botMove(view, lane, TEMPERAMENTS[skill], key);
      if (prompt === null || move === null) return [];
      const at = Math.max(prompt.shownAt, lastPlayAt, standInSince(state, seat)) + move.delay + match.stopped;
      const standIn = !match.setup.seats[seat].bot;
      return [
        {
          at,
          n: 0,
          command: { kind: 'play', seat, lane, prompt: prompt.id, play: move.play, standIn } as const,
        },
      ];
    });
  });
}

/** Whatever its skill at cards, a bot knows what its view proves, and nobody waits for it. */
const answerAtOnce = (
  { lanes }: SeatView,
  seat: Seat,
  lane: number,
  { id, question, shownAt }: OpenQuestion,
  stopped: Millis,
): LogEntry => ({
  at: shownAt + stopped,
  n: 0,
  command: { kind: 'answer', seat, lane, question: id, options: rightOptions(question, lanes[lane]!) },
});

function playingBot({ match, bots }: RefereeState, seat: Seat): Skill | null {
  if (match.setup.seats[seat].bot) return bots[seat] ?? STAND_IN;
  const { kind } = match.seats[seat].presence;
  return kind === 'stand-in' || kind === 'gone' ? STAND_IN : null;
}

/** A stand-in takes its time from the moment at which it sat down, not from when the prompt was shown. */
function standInSince({ match }: RefereeState, seat: Seat): Millis {
  const { presence } = match.seats[seat];
  return presence.kind === 'stand-in' || presence.kind === 'gone' ? presence.since : 0;
}

export const updateFor = (state: RefereeState, seat: Seat): SeatUpdate => ({
  counter: state.seats[seat].counter,
  view: viewFor(state.match, seat),
  score: scoreView(state.tallies[seat]),
  lastCommand: state.seats[seat].lastCommand,
});

/** `at` is real time since the match began. */
export function heartbeatFor(state: RefereeState, seat: Seat, at: Millis): SeatHeartbeat {
  const { match } = state;
  const passed = match.pausedAt === null ? Math.max(0, at - match.stopped - match.now) : 0;
  const standing = match.seats[seat].presence.kind === 'away';
  const remaining: { [prompt: string]: number } = {};
  for (const [prompt, left] of Object.entries(remainingFor(match, seat))) {
    remaining[prompt] = Math.max(0, left - (standing ? 0 : passed));
  }
  return { counter: state.seats[seat].counter, remaining };
}
