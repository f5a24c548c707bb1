/** A match that goes on from a moment of another: the log up to there, one seat for a player, the other for a bot. */
import type { Result } from '../engine/base/result.ts';
import { ok, refuse } from '../engine/base/result.ts';
import type { Seat } from '../engine/match/seat.ts';
import type { LogEntry, MatchLog } from './log.ts';
import type { ReplayError, ReplayStep } from './replay.ts';
import { replay } from './replay.ts';

/** A place in a lane: how much each endpoint has dealt with. */
export interface BranchPoint {
  readonly lane: number;
  readonly done: { readonly [seat in Seat]: number };
}

const isEqual = (one: BranchPoint['done'], other: BranchPoint['done']): boolean =>
  one.A === other.A && one.B === other.B;

/** `log/over`: nothing is left to play after that moment. */
export function branchOf(
  log: MatchLog,
  { lane, done }: BranchPoint,
  seat: Seat,
): Result<MatchLog, ReplayError | 'log/over'> {
  const replayed = replay(log);
  if (!replayed.ok) return replayed;
  const steps = replayed.value;
  const doneAt = ({ state: { lanes } }: ReplayStep): BranchPoint['done'] => {
    const { A, B } = lanes[lane]!.seats;
    return { A: A.trail.length, B: B.trail.length };
  };
  const last = steps.findLast((step) => doneAt(step).A <= done.A && doneAt(step).B <= done.B) ?? steps[0]!;
  // What was tried in vain after that moment is not carried over.
  const at = steps.findIndex((step) => isEqual(doneAt(step), doneAt(last)));
  const { state } = steps[at]!;
  if (last.state.ended !== null || last.state.lanes[lane]!.over !== null) {
    return refuse('log/over', 'the connection is over at that moment');
  }
  const entries = log.entries.slice(0, at);
  const { kind } = state.seats[seat].presence;
  const back: LogEntry = {
    at: entries.at(-1)?.at ?? 0,
    n: 0,
    command: { kind: 'presence', seat, is: 'present' },
  };
  const player = { bot: false, timeFactor: log.header.seats[seat].timeFactor };
  const bot = { bot: true, timeFactor: 100 };
  return ok({
    header: { ...log.header, seats: seat === 'A' ? { A: player, B: bot } : { A: bot, B: player } },
    entries: kind === 'present' ? entries : [...entries, back],
  });
}
