/** Walks through a match, right play by right play, and shows every prompt on the way. */
import { rightAnswers } from '../engine/match/handle.ts';
import { playOf } from '../engine/match/play-of.ts';
import type { Seat } from '../engine/match/seat.ts';
import { SEATS } from '../engine/match/seat.ts';
import type { MatchEvent } from '../engine/match/event.ts';
import type { MatchSetup } from '../engine/match/setup.ts';
import type { MatchState } from '../engine/match/state.ts';
import type { MatchStep } from '../engine/match/step.ts';
import { begin, execute, wakeAt } from '../engine/match/step.ts';
import type { Alternative } from '../engine/tcp/alternatives.ts';

export interface OpenPrompt {
  readonly lane: number;
  readonly seat: Seat;
  readonly prompt: number;
}

/** The first open prompt; null while nobody owes. */
export function openPrompt(state: MatchState): OpenPrompt | null {
  for (const [lane, { seats }] of state.lanes.entries()) {
    for (const seat of SEATS) {
      const { prompt } = seats[seat];
      if (prompt !== null) return { lane, seat, prompt: prompt.id };
    }
  }
  return null;
}

/** Lets time pass until somebody owes or the match is over. */
export function untilOwed(step: MatchStep): {
  readonly state: MatchState;
  readonly events: readonly MatchEvent[];
} {
  let { state } = step;
  const events = [...step.events];
  while (state.ended === null && openPrompt(state) === null) {
    const wake = wakeAt(state);
    if (wake === null) break;
    const next = execute(state, { kind: 'advance' }, wake);
    ({ state } = next);
    for (const event of next.events) events.push(event);
  }
  return { state, events };
}

export const answerWith = (
  state: MatchState,
  { lane, seat, prompt }: OpenPrompt,
  answer: Alternative,
): MatchStep =>
  execute(
    state,
    {
      kind: 'play',
      seat,
      lane,
      prompt,
      play: playOf(answer, state.setup.level.help),
      standIn: false,
    },
    state.now + state.stopped,
  );

export interface Walk {
  readonly state: MatchState;
  readonly events: readonly MatchEvent[];
}

/** `choose` picks one of the right answers at each prompt; it may look at the state meanwhile. */
export function walk(
  setup: MatchSetup,
  choose: (state: MatchState, open: OpenPrompt, answers: readonly Alternative[]) => Alternative,
): Walk {
  let { state, events } = untilOwed(begin(setup));
  const all = [...events];
  for (let open = openPrompt(state); state.ended === null && open !== null; open = openPrompt(state)) {
    const answers = rightAnswers(state, open.lane, open.seat);
    ({ state, events } = untilOwed(answerWith(state, open, choose(state, open, answers))));
    for (const event of events) all.push(event);
  }
  return { state, events: all };
}

/** The answer that settles the most prompts with one segment. */
export const longest = (answers: readonly Alternative[]): Alternative =>
  answers.reduce((best, one) => (one.settles > best.settles && one.segment !== null ? one : best));
