/** So many messages a second from one socket, and bursts of twice as many. */
import type { Clock } from '../matches/clock.ts';

const PER_SECOND = 10;
const BURST = 20;

/** Each call takes one; false when there is none left. */
export function createRateLimit(clock: Clock): () => boolean {
  let left = BURST;
  let last = clock.now();
  return () => {
    const now = clock.now();
    left = Math.min(BURST, left + ((now - last) * PER_SECOND) / 1000);
    last = now;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
