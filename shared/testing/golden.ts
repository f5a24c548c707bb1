/** What a log is worth: the digest of the state that it leads to, and the scores. Golden logs keep both. */
import { sha256Hex } from '../engine/base/sha256.ts';
import { debriefOf } from '../replay/debrief-of.ts';
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
    state: sha256Hex(JSON.stringify(steps.value.at(-1)!.state)),
    scores: { A: A.score, B: B.score },
  };
}
