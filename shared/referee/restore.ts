/** The referee at the end of a log: the match with its score, its counters and its command numbers. */
import type { Result } from '../engine/base/result.ts';
import { ok } from '../engine/base/result.ts';
import type { MatchLog } from '../replay/log.ts';
import type { ReplayError } from '../replay/replay.ts';
import { checkLog } from '../replay/replay.ts';
import type { Bots, RefereeState } from './referee.ts';
import { execute, openReferee } from './referee.ts';

export function restoreReferee(log: MatchLog, bots: Bots): Result<RefereeState, ReplayError> {
  const checked = checkLog(log);
  if (!checked.ok) return checked;
  let state = openReferee(log.header, bots);
  for (const entry of log.entries) ({ state } = execute(state, entry));
  return ok(state);
}
