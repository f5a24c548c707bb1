/** Runs a log again: the same commands at the same times give the same match. */
import type { Result } from '../engine/base/result.ts';
import { ok, refuse } from '../engine/base/result.ts';
import type { MatchEvent } from '../engine/match/event.ts';
import type { MatchState } from '../engine/match/state.ts';
import { begin, execute } from '../engine/match/step.ts';
import type { MatchLog } from './log.ts';
import { LOG_FORMAT, RULES_VERSION, hashOfLevel, setupOf } from './log.ts';

export type ReplayError = 'log/format' | 'log/rules' | 'log/level' | 'log/order';

/** The state and the events of one entry of the log; the first belongs to the beginning. */
export interface ReplayStep {
  readonly state: MatchState;
  readonly events: readonly MatchEvent[];
}

/** Whether this build's rules made the log, and it is in order. */
export function checkLog({ header, entries }: MatchLog): Result<null, ReplayError> {
  if (header.format !== LOG_FORMAT) return refuse('log/format', `format ${header.format}, not ${LOG_FORMAT}`);
  if (header.rules !== RULES_VERSION)
    return refuse('log/rules', `rules ${header.rules}, not ${RULES_VERSION}`);
  if (header.levelHash !== hashOfLevel(header.level))
    return refuse('log/level', 'the level is not the one hashed');
  let last = 0;
  for (const [index, { at }] of entries.entries()) {
    if (at < last) return refuse('log/order', `entry ${index} at ${at} ms comes after ${last} ms`);
    last = at;
  }
  return ok(null);
}

export function replay({ header, entries }: MatchLog): Result<readonly ReplayStep[], ReplayError> {
  const checked = checkLog({ header, entries });
  if (!checked.ok) return checked;
  const first = begin(setupOf(header));
  const steps: ReplayStep[] = [{ state: first.state, events: first.events }];
  let { state } = first;
  for (const { at, command } of entries) {
    const step = execute(state, command, at);
    ({ state } = step);
    steps.push({ state, events: step.events });
  }
  return ok(steps);
}
