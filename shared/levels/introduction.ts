/** What players are told of a lesson before they play it, and nothing of what is going to happen in it. */
import type { Difficulty, HelpStage } from '../engine/match/level.ts';
import type { RuleSwitch } from '../engine/tcp/policy.ts';
import type { Lesson } from './catalogue.ts';
import type { LevelFile, Voice } from './schema.ts';

export interface Introduction {
  readonly texts: LevelFile['texts'];
  readonly voice: Voice | null;
  readonly difficulty: Difficulty;
  readonly help: HelpStage;
  readonly connections: number;
  readonly rounds: boolean;
  readonly whatIf: RuleSwitch | null;
}

export const introductionOf = ({ file, level }: Lesson): Introduction => ({
  texts: file.texts,
  voice: file.voice ?? null,
  difficulty: level.difficulty,
  help: level.help,
  connections: level.lanes.length,
  rounds: level.rounds,
  whatIf: file.whatIf ?? null,
});
