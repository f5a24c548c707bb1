/** A match of a level that nobody vouches for, played by itself with a bounded amount of work. */
import type { SelfPlay } from './self-play.ts';
import { selfPlay } from './self-play.ts';
import type { MatchSetup } from './setup.ts';

/** The built-in lessons have less than 500. */
const MOST_EVENTS = 3000;

export interface BoundedPlay extends SelfPlay {
  /** It does not end, or far too late. */
  readonly ranAway: boolean;
}

export function boundedPlay(setup: MatchSetup): BoundedPlay {
  const { state, events } = selfPlay(setup, { mostEvents: MOST_EVENTS });
  return { state, events, ranAway: state.ended === 'runaway' || events.length >= MOST_EVENTS };
}
