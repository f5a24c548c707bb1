/** So many a second, and bursts of so many. */
import type { Clock } from '../matches/clock.ts';

export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** Each call takes one; false when there is none left. */
export function createRateLimit(clock: Clock, { perSecond, burst }: Rate): () => boolean {
  let left = burst;
  let last = clock.now();
  return () => {
    const now = clock.now();
    left = Math.min(burst, left + ((now - last) * perSecond) / 1000);
    last = now;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
