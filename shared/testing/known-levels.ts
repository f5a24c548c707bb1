/** The levels that tests play when any will do. */
import { invariant } from '../engine/base/invariant.ts';
import type { Level } from '../engine/match/level.ts';
import { levelById } from '../levels/catalogue.ts';

function known(id: string): Level {
  const level = levelById(id);
  invariant(level !== null, `there is a level ${id}`);
  return level;
}

export const clean = known('clean');
export const lost = known('lost');
export const storm = known('storm');
