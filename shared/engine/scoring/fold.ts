/** The score as a fold over a match's events, one tally for each seat. */
import type { MatchEvent, Settlement } from '../match/event.ts';
import { isRight } from '../match/question.ts';
import type { Seat } from '../match/seat.ts';
import type { ScoreItem, ScoreView } from './score.ts';
import { POINTS } from './table.ts';

export interface Tally {
  readonly items: { readonly [item in ScoreItem]: number };
  readonly streak: number;
  /** Lost so far on each open prompt. */
  readonly lost: { readonly [prompt: string]: number };
  readonly asked: number;
  readonly first: number;
  /** Right by the player's own hand, whatever the try. */
  readonly own: number;
  readonly unanswered: number;
  readonly last: { readonly prompt: number; readonly points: number } | null;
}

export interface Tallies {
  readonly A: Tally;
  readonly B: Tally;
}

const EMPTY: Tally = Object.freeze({
  items: Object.freeze({
    cards: 0,
    silences: 0,
    states: 0,
    wrong: 0,
    speed: 0,
    streak: 0,
    faults: 0,
    merged: 0,
    knowledge: 0,
    goal: 0,
    pair: 0,
  }),
  streak: 0,
  lost: Object.freeze({}),
  asked: 0,
  first: 0,
  own: 0,
  unanswered: 0,
  last: null,
});

export const NO_TALLIES: Tallies = Object.freeze({ A: EMPTY, B: EMPTY });

export function tally(tallies: Tallies, events: readonly MatchEvent[], speed: boolean): Tallies {
  return events.reduce((before, event) => {
    if (event.kind === 'settled')
      return change(before, event.seat, (one) => settled(one, event.settlement, speed));
    if (event.kind === 'question-settled' && isRight(event.settled))
      return change(before, event.seat, (one) => known(one, event.settled.id));
    if (event.kind === 'refused') return change(before, event.seat, (one) => refused(one, event.prompt));
    return before;
  }, tallies);
}

const change = (tallies: Tallies, seat: Seat, to: (tally: Tally) => Tally): Tallies =>
  seat === 'A' ? { A: to(tallies.A), B: tallies.B } : { A: tallies.A, B: to(tallies.B) };

function refused(before: Tally, prompt: number): Tally {
  const lost = before.lost[prompt] ?? 0;
  const cost = Math.max(POINTS.wrong, POINTS.wrongLimit - lost);
  return {
    ...before,
    streak: 0,
    lost: { ...before.lost, [prompt]: lost + cost },
    items: { ...before.items, wrong: before.items.wrong + cost },
  };
}

/** All or nothing; it neither feeds nor breaks the streak. */
const known = (before: Tally, question: number): Tally => ({
  ...before,
  items: { ...before.items, knowledge: before.items.knowledge + POINTS.knowledge },
  last: { prompt: question, points: POINTS.knowledge },
});

function settled(before: Tally, settlement: Settlement, speed: boolean): Tally {
  const { prompt, by, tries, merged } = settlement;
  const asked = before.asked + 1 + merged;
  if (by !== 'player') {
    return {
      ...before,
      asked,
      streak: 0,
      unanswered: before.unanswered + 1,
      last: { prompt, points: 0 },
    };
  }
  const first = tries === 0;
  const streak = first ? before.streak + 1 : 0;
  const gained = gains(settlement, streak, speed, before.items.merged);
  const points = shownPoints(gained);
  return {
    ...before,
    asked,
    streak,
    first: before.first + (first ? 1 + merged : 0),
    own: before.own + 1 + merged,
    items: {
      ...before.items,
      cards: before.items.cards + gained.cards,
      silences: before.items.silences + gained.silences,
      states: before.items.states + gained.states,
      speed: before.items.speed + gained.speed,
      streak: before.items.streak + gained.streak,
      faults: before.items.faults + gained.faults,
      merged: before.items.merged + gained.merged,
    },
    last: { prompt, points },
  };
}

type Gains = {
  readonly [item in 'cards' | 'silences' | 'states' | 'speed' | 'streak' | 'faults' | 'merged']: number;
};

function gains(settlement: Settlement, streak: number, speed: boolean, mergedBefore: number): Gains {
  const { silent, tries, hinted, merged, stateNamed, fault } = settlement;
  const [atFirst, atSecond, later] = silent ? POINTS.silence : POINTS.card;
  const full = tries === 0 ? atFirst : tries === 1 ? atSecond : later;
  const base = hinted ? Math.trunc((full * POINTS.hinted) / 100) : full;
  const first = tries === 0;
  return {
    cards: silent ? 0 : base * (1 + merged),
    silences: silent ? base : 0,
    states: stateNamed && first ? POINTS.state : 0,
    speed: speed && first && !hinted ? speedPoints(settlement) : 0,
    streak: streak >= POINTS.streakFrom ? streakPoints(streak) : 0,
    faults: fault ? POINTS.fault : 0,
    merged: Math.min(POINTS.merged * merged, POINTS.mergedLimit - mergedBefore),
  };
}

const streakPoints = (streak: number): number =>
  Math.min(POINTS.streakLimit, POINTS.streakStep * (streak - POINTS.streakFrom + 1));

/** Full to a quarter of one's own window, then falling in a line, in steps. */
function speedPoints({ silent, elapsed, window }: Settlement): number {
  if (window === null || window <= 0) return 0;
  const full = silent ? POINTS.speedSilence : POINTS.speedCard;
  const used = Math.trunc((elapsed * 100) / window);
  if (used <= POINTS.speedFull) return full;
  if (used >= POINTS.speedNone) return 0;
  const part = (full * (POINTS.speedNone - used)) / (POINTS.speedNone - POINTS.speedFull);
  return Math.trunc(part / POINTS.speedStep) * POINTS.speedStep;
}

/** Points for dealing with a fault would tell that the network struck and not the peer: they wait for the debrief. */
const shownPoints = (items: Partial<Tally['items']>): number =>
  Object.values(items).reduce((sum, one) => sum + one, 0) - (items.faults ?? 0);

export const scoreView = (one: Tally): ScoreView => ({
  points: Math.max(0, shownPoints(one.items)),
  streak: one.streak,
  last: one.last,
});
