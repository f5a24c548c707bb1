/** Par: what perfect, instant, unmerged play of the same seed wins. Found by playing it. */
import { selfPlay } from '../match/self-play.ts';
import type { MatchSetup } from '../match/setup.ts';
import type { Par } from './final.ts';
import { withEndPoints } from './final.ts';
import { NO_TALLIES, tally } from './fold.ts';

export function parOf(setup: MatchSetup): Par {
  const { state, events } = selfPlay(setup);
  const tallies = tally(NO_TALLIES, events, setup.speed);
  return { A: withEndPoints(state, tallies, 'A'), B: withEndPoints(state, tallies, 'B') };
}
