/**
 * Plays every right answer at every prompt, and every combination of them: none may be refused, none may lead away from
 * the goal. States that differ only in how they came about are visited once.
 */
import { rightAnswers } from '../engine/match/handle.ts';
import type { MatchSetup } from '../engine/match/setup.ts';
import type { MatchState } from '../engine/match/state.ts';
import { begin } from '../engine/match/step.ts';
import {
  answerRightly,
  answerWith,
  letTimePass,
  openPrompt,
  putQuestion,
} from '../engine/match/self-play.ts';

export interface SearchResult {
  readonly states: number;
  /** The search came to its limit before it had seen everything. */
  readonly isCut: boolean;
  /** A right answer was refused, in the words of the judge. */
  readonly refused: string | null;
  /** A way of right answers that ends otherwise than at the goal. */
  readonly missed: string | null;
}

export function searchAnswers(setup: MatchSetup, limit: number): SearchResult {
  const first = untilOwed(begin(setup).state);
  const seen = new Set([keyOf(first)]);
  const open: MatchState[] = [first];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    const prompt = openPrompt(state);
    if (prompt === null || state.ended !== null) {
      const ends = state.lanes.map(({ over }) => over ?? 'open');
      if (ends.some((end) => end !== 'goal')) {
        return { states: seen.size, isCut: false, refused: null, missed: ends.join(', ') };
      }
      continue;
    }
    for (const answer of rightAnswers(state, prompt.lane, prompt.seat)) {
      const step = answerWith(state, prompt, answer);
      if (step.outcome.verdict !== 'right') {
        return { states: seen.size, isCut: false, refused: JSON.stringify(step.outcome), missed: null };
      }
      const next = untilOwed(step.state);
      const key = keyOf(next);
      if (seen.has(key)) continue;
      if (seen.size >= limit) return { states: seen.size, isCut: true, refused: null, missed: null };
      seen.add(key);
      open.push(next);
    }
  }
  return { states: seen.size, isCut: false, refused: null, missed: null };
}

/** Lets time pass until somebody owes or the match is over. */
function untilOwed(state: MatchState): MatchState {
  let now = state;
  while (now.ended === null && openPrompt(now) === null) {
    const put = putQuestion(now);
    const step = put === null ? letTimePass(now) : answerRightly(now, put);
    if (step === null) break;
    now = step.state;
  }
  return now;
}

/** Everything that what follows depends on: not the trail, not the score, not match time. */
const keyOf = ({ lanes, seats, ended }: MatchState): string =>
  JSON.stringify([
    ended,
    lanes.map(({ clock, seats: { A, B }, network, happened, over }) => [
      clock.lane,
      [A, B].map((seat) => [
        seat.endpoint,
        seat.queue,
        seat.prompt?.kind,
        seat.received,
        seat.accepted,
        seat.established,
        seat.finArrived,
        seat.broken,
      ]),
      network.inFlight.map(({ from, segment, arrivesAt, lost }) => [from, segment, arrivesAt, lost]),
      network.heldBack.map(({ label }) => label),
      network.matched,
      happened,
      over,
    ]),
    [seats.A.dataAnswered, seats.A.asked, seats.B.dataAnswered, seats.B.asked],
  ]);
