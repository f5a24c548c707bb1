/** A match that is played by itself, right answer by right answer, without losing a millisecond. */
import type { Alternative } from '../tcp/alternatives.ts';
import type { MatchEvent } from './event.ts';
import { rightAnswers } from './handle.ts';
import { playOf } from './play-of.ts';
import type { OpenQuestion } from './question.ts';
import { rightAnswerOf } from './questioning.ts';
import type { Seat } from './seat.ts';
import { SEATS } from './seat.ts';
import type { MatchSetup } from './setup.ts';
import type { MatchState } from './state.ts';
import type { MatchStep } from './step.ts';
import { begin, execute, wakeAt } from './step.ts';

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

export const answerWith = (
  state: MatchState,
  { lane, seat, prompt }: OpenPrompt,
  answer: Alternative,
): MatchStep => {
  const play = playOf(answer, state.setup.level.help);
  const at = state.now + state.stopped;
  return execute(state, { kind: 'play', seat, lane, prompt, play, standIn: false }, at);
};

export interface PutQuestion {
  readonly lane: number;
  readonly seat: Seat;
  readonly question: OpenQuestion;
}

/** The first open question; null while none is put. */
export function putQuestion(state: MatchState): PutQuestion | null {
  for (const [lane, { seats }] of state.lanes.entries()) {
    for (const seat of SEATS) {
      const { question } = seats[seat];
      if (question !== null) return { lane, seat, question };
    }
  }
  return null;
}

export const answerRightly = (state: MatchState, { lane, seat, question }: PutQuestion): MatchStep => {
  const options = rightAnswerOf(state, lane, seat);
  const at = state.now + state.stopped;
  return execute(state, { kind: 'answer', seat, lane, question: question.id, options }, at);
};

/** To the next thing that happens by itself; null if nothing ever will. */
export function letTimePass(state: MatchState): MatchStep | null {
  const wake = wakeAt(state);
  return wake === null ? null : execute(state, { kind: 'advance' }, wake);
}

export interface SelfPlay {
  readonly state: MatchState;
  readonly events: readonly MatchEvent[];
}

/** Picks one of the right answers, and may look at the state meanwhile. */
export type Choose = (state: MatchState, open: OpenPrompt, answers: readonly Alternative[]) => Alternative;

interface SelfPlayOptions {
  /** Left out, the endpoint's own answer: nothing is merged. */
  readonly choose?: Choose;
  /** Stops a match of a level that nobody vouches for: it is then returned as it stands. */
  readonly mostEvents?: number;
  /** Looks at every question before it is answered. */
  readonly beforeAnswer?: (state: MatchState, put: PutQuestion) => void;
}

export const selfPlay = (setup: MatchSetup, options?: SelfPlayOptions): SelfPlay =>
  playOnBySelf(begin(setup), options);

/** From a step of a match that runs, to its end. */
export function playOnBySelf(
  first: MatchStep,
  {
    choose = (_, __, answers) => answers[0]!,
    mostEvents = Number.POSITIVE_INFINITY,
    beforeAnswer = () => undefined,
  }: SelfPlayOptions = {},
): SelfPlay {
  let { state } = first;
  const events = [...first.events];
  while (state.ended === null && events.length < mostEvents) {
    const step = nextStep(state, choose, beforeAnswer);
    if (step === null) break;
    ({ state } = step);
    for (const event of step.events) events.push(event);
  }
  return { state, events };
}

function nextStep(
  state: MatchState,
  choose: Choose,
  beforeAnswer: NonNullable<SelfPlayOptions['beforeAnswer']>,
): MatchStep | null {
  const open = openPrompt(state);
  if (open !== null)
    return answerWith(state, open, choose(state, open, rightAnswers(state, open.lane, open.seat)));
  const put = putQuestion(state);
  if (put === null) return letTimePass(state);
  beforeAnswer(state, put);
  return answerRightly(state, put);
}
