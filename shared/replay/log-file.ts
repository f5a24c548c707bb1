/**
 * A log as it is saved: with the result that the match had. The result proves nothing by itself; it can be compared,
 * since replaying the log gives it again.
 */
import { sha256Hex } from '../engine/base/sha256.ts';
import type { Result } from '../engine/base/result.ts';
import { ok, refuse } from '../engine/base/result.ts';
import type { MatchState } from '../engine/match/state.ts';
import type { Debrief } from './debrief.ts';
import { debriefOfMatch } from './debrief-of.ts';
import type { FinishedError, FinishedMatch } from './finished-match.ts';
import { finishedMatch } from './finished-match.ts';
import type { MatchLog } from './log.ts';

export interface MatchResult extends Pick<Debrief, 'ended' | 'scores'> {
  /** SHA-256 of the state that the match ended in: it also holds what brought no points. */
  readonly state: string;
}

export interface LogFile extends MatchLog {
  /** Of a match that has ended; logs saved by older versions have none. */
  readonly result?: MatchResult;
}

export function logFileOf(log: MatchLog): LogFile {
  const finished = finishedMatch(log);
  if (!finished.ok) return log;
  const match = finished.value;
  return { ...log, result: resultOf(match, debriefOfMatch(match)) };
}

export const digestOfState = (state: MatchState): string => sha256Hex(JSON.stringify(state));

const resultOf = ({ state }: FinishedMatch, { ended, scores }: Debrief): MatchResult => ({
  ended,
  scores,
  state: digestOfState(state),
});

export interface VerifiedMatch {
  readonly match: FinishedMatch;
  readonly debrief: Debrief;
  /** The file says what the result was, and that is right. */
  readonly confirmed: boolean;
}

export type VerifyError = FinishedError | 'log/result';

/** Replays the match and compares what the file says came of it. */
export function verifyLogFile(file: LogFile): Result<VerifiedMatch, VerifyError> {
  const finished = finishedMatch(file);
  if (!finished.ok) return finished;
  const match = finished.value;
  const debrief = debriefOfMatch(match);
  if (file.result === undefined) return ok({ match, debrief, confirmed: false });
  const differences = differencesOf(file.result, resultOf(match, debrief), '');
  if (differences.length > 0) return refuse('log/result', differences.join('; '));
  return ok({ match, debrief, confirmed: true });
}

/** "scores.A.score: 990 recorded, 1000 replayed", for each value that is not the same. */
function differencesOf(recorded: unknown, replayed: unknown, path: string): readonly string[] {
  if (isRecord(recorded) && isRecord(replayed)) {
    const names = [...new Set([...Object.keys(replayed), ...Object.keys(recorded)])];
    return names.flatMap((name) =>
      differencesOf(recorded[name], replayed[name], path === '' ? name : `${path}.${name}`),
    );
  }
  if (recorded === replayed) return [];
  return [`${path}: ${JSON.stringify(recorded)} recorded, ${JSON.stringify(replayed)} replayed`];
}

const isRecord = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null;
