/** What a log is worth: the digest of the state that it leads to, and the scores. Golden logs keep both. */
import { debriefOf } from '../replay/debrief-of.ts';
import { digestOfState } from '../replay/log-file.ts';
import type { MatchLog } from '../replay/log.ts';
import { replay } from '../replay/replay.ts';

export interface Worth {
  /** SHA-256 of the final state. */
  readonly state: string;
  readonly scores: { readonly A: number; readonly B: number };
}

export interface Golden {
  readonly log: MatchLog;
  readonly worth: Worth;
}

export function worthOf(log: MatchLog): Worth {
  const steps = replay(log);
  const debrief = debriefOf(log);
  if (!steps.ok) throw new Error(`${steps.code}: ${steps.detail}`);
  if (!debrief.ok) throw new Error(`${debrief.code}: ${debrief.detail}`);
  const { A, B } = debrief.value.scores;
  return {
    state: digestOfState(steps.value.at(-1)!.state),
    scores: { A: A.score, B: B.score },
  };
}
