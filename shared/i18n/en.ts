/** English defines the keys; every other language must have them all. */
import { board } from './en/board.ts';
import { game } from './en/game.ts';
import { levels } from './en/levels.ts';
import { mistakes } from './en/mistakes.ts';
import { questions } from './en/questions.ts';
import { records } from './en/records.ts';
import { replay } from './en/replay.ts';
import { screens } from './en/screens.ts';
import { voices } from './en/voices.ts';

export const en = {
  ...screens,
  ...game,
  ...board,
  ...levels,
  ...records,
  ...replay,
  ...mistakes,
  ...questions,
  ...voices,
} as const;
