import type { en } from './en.ts';
import { game } from './zh-CN/game.ts';
import { screens } from './zh-CN/screens.ts';

export const zhCN = { ...screens, ...game } as const satisfies Record<keyof typeof en, string>;
