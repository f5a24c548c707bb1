/** Par: what perfect, instant, unmerged play of the same seed wins. Found by playing it. */
import { playOf } from '../match/play-of.ts';
import { rightAnswers } from '../match/handle.ts';
import type { Seat } from '../match/seat.ts';
import { SEATS } from '../match/seat.ts';
import type { MatchSetup } from '../match/setup.ts';
import type { MatchState } from '../match/state.ts';
import { begin, execute, wakeAt } from '../match/step.ts';
import type { Par } from './final.ts';
import { withEndPoints } from './final.ts';
import type { Tallies } from './fold.ts';
import { NO_TALLIES, tally } from './fold.ts';

interface Perfect {
  readonly state: MatchState;
  readonly tallies: Tallies;
}

/** Plays both seats without a mistake and without losing a millisecond. */
export function playPerfectly(setup: MatchSetup): Perfect {
  let step = begin(setup);
  let tallies = tally(NO_TALLIES, step.events, setup.speed);
  let now = 0;
  while (step.state.ended === null) {
    const owed = nextOwed(step.state);
    if (owed === null) {
      const wake = wakeAt(step.state);
      if (wake === null) break;
      now = wake;
      step = execute(step.state, { kind: 'advance' }, now);
    } else {
      const { lane, seat, prompt } = owed;
      const play = playOf(rightAnswers(step.state, lane, seat)[0]!, setup.level.help);
      step = execute(step.state, { kind: 'play', seat, lane, prompt, play, standIn: false }, now);
    }
    tallies = tally(tallies, step.events, setup.speed);
  }
  return { state: step.state, tallies };
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

export function parOf(setup: MatchSetup): Par {
  const { state, tallies } = playPerfectly(setup);
  return { A: withEndPoints(state, tallies, 'A'), B: withEndPoints(state, tallies, 'B') };
}
