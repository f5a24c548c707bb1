/** A log replayed to the match's end: what everything that is made of a finished match begins with. */
import type { Result } from '../engine/base/result.ts';
import { ok, refuse } from '../engine/base/result.ts';
import type { MatchEvent } from '../engine/match/event.ts';
import type { MatchState } from '../engine/match/state.ts';
import type { MatchEnd } from '../engine/match/view.ts';
import type { LogHeader, MatchLog } from './log.ts';
import type { ReplayError, ReplayStep } from './replay.ts';
import { replay } from './replay.ts';

export type FinishedError = ReplayError | 'log/not-ended';

export interface FinishedMatch {
  readonly header: LogHeader;
  readonly steps: readonly ReplayStep[];
  /** Of all steps. */
  readonly events: readonly MatchEvent[];
  /** The last one. */
  readonly state: MatchState;
  readonly ended: MatchEnd;
}

export function finishedMatch(log: MatchLog): Result<FinishedMatch, FinishedError> {
  const replayed = replay(log);
  if (!replayed.ok) return replayed;
  const steps = replayed.value;
  const { state } = steps.at(-1)!;
  if (state.ended === null) return refuse('log/not-ended', 'the match goes on where the log ends');
  const events = steps.flatMap((step) => step.events);
  return ok({ header: log.header, steps, events, state, ended: state.ended });
}
