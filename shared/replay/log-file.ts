/**
 * A log as it is saved: with the result that the match had. The result proves nothing by itself; it can be compared,
 * since replaying the log gives it again.
 */
import type { Result } from '../engine/base/result.ts';
import { ok, refuse } from '../engine/base/result.ts';
import type { Debrief } from './debrief.ts';
import { debriefOf, debriefOfMatch } from './debrief-of.ts';
import type { FinishedError, FinishedMatch } from './finished-match.ts';
import { finishedMatch } from './finished-match.ts';
import type { MatchLog } from './log.ts';

export type MatchResult = Pick<Debrief, 'ended' | 'scores'>;

export interface LogFile extends MatchLog {
  /** Of a match that has ended; logs saved by older versions have none. */
  readonly result?: MatchResult;
}

export function logFileOf(log: MatchLog): LogFile {
  const debrief = debriefOf(log);
  if (!debrief.ok) return log;
  const { ended, scores } = debrief.value;
  return { ...log, result: { ended, scores } };
}

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
  const { ended, scores } = debrief;
  const differences = differencesOf(file.result, { ended, scores }, '');
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
