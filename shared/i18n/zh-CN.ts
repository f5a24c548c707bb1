import type { en } from './en.ts';
import { board } from './zh-CN/board.ts';
import { game } from './zh-CN/game.ts';
import { screens } from './zh-CN/screens.ts';

export const zhCN = { ...screens, ...game, ...board } as const satisfies Record<keyof typeof en, string>;
