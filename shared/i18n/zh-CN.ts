import type { en } from './en.ts';
import { board } from './zh-CN/board.ts';
import { game } from './zh-CN/game.ts';
import { levels } from './zh-CN/levels.ts';
import { mistakes } from './zh-CN/mistakes.ts';
import { questions } from './zh-CN/questions.ts';
import { records } from './zh-CN/records.ts';
import { replay } from './zh-CN/replay.ts';
import { screens } from './zh-CN/screens.ts';
import { voices } from './zh-CN/voices.ts';

export const zhCN = {
  ...screens,
  ...game,
  ...board,
  ...levels,
  ...records,
  ...replay,
  ...mistakes,
  ...questions,
  ...voices,
} as const satisfies Record<keyof typeof en, string>;
