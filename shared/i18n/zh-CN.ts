import type { en } from './en.ts';
import { board } from './zh-CN/board.ts';
import { game } from './zh-CN/game.ts';
import { levels } from './zh-CN/levels.ts';
import { records } from './zh-CN/records.ts';
import { replay } from './zh-CN/replay.ts';
import { screens } from './zh-CN/screens.ts';

export const zhCN = {
  ...screens,
  ...game,
  ...board,
  ...levels,
  ...records,
  ...replay,
} as const satisfies Record<keyof typeof en, string>;
