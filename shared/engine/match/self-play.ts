/** A match that the endpoints play by themselves: without a mistake, without losing a millisecond, nothing merged. */
import type { MatchEvent } from './event.ts';
import { rightAnswers } from './handle.ts';
import { playOf } from './play-of.ts';
import type { Seat } from './seat.ts';
import { SEATS } from './seat.ts';
import type { MatchSetup } from './setup.ts';
import type { MatchState } from './state.ts';
import type { MatchStep } from './step.ts';
import { begin, execute, wakeAt } from './step.ts';

export interface SelfPlay {
  readonly state: MatchState;
  readonly events: readonly MatchEvent[];
}

/** `mostEvents` stops a match of a level that nobody vouches for: it is then returned as it stands. */
export const selfPlay = (setup: MatchSetup, mostEvents?: number): SelfPlay =>
  playOnBySelf(begin(setup), mostEvents);

/** From a step of a match that runs, to its end. */
export function playOnBySelf(first: MatchStep, mostEvents = Number.POSITIVE_INFINITY): SelfPlay {
  let step = first;
  const events = [...step.events];
  let now = step.state.now + step.state.stopped;
  while (step.state.ended === null && events.length < mostEvents) {
    const owed = nextOwed(step.state);
    if (owed === null) {
      const wake = wakeAt(step.state);
      if (wake === null) break;
      now = wake;
      step = execute(step.state, { kind: 'advance' }, now);
    } else {
      const { lane, seat, prompt } = owed;
      const play = playOf(rightAnswers(step.state, lane, seat)[0]!, step.state.setup.level.help);
      step = execute(step.state, { kind: 'play', seat, lane, prompt, play, standIn: false }, now);
    }
    for (const event of step.events) events.push(event);
  }
  return { state: step.state, events };
}

function nextOwed(state: MatchState): { lane: number; seat: Seat; prompt: number } | null {
  for (const [lane, { seats }] of state.lanes.entries()) {
    for (const seat of SEATS) {
      const { prompt } = seats[seat];
      if (prompt !== null) return { lane, seat, prompt: prompt.id };
    }
  }
  return null;
}
