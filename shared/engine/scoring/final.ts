/** The score of a finished match: what was won, each category capped at its par, in thousandths of par. */
import type { Seat } from '../match/seat.ts';
import { otherSeat } from '../match/seat.ts';
import type { MatchState } from '../match/state.ts';
import type { Tallies, Tally } from './fold.ts';
import type { FinalScore, ScoreItem } from './score.ts';
import { POINTS, SCORE_LIMIT, SCORE_PERFECT, STAR_PARTS } from './table.ts';

type Items = { readonly [item in ScoreItem]: number };

/** Par's items for each seat: perfect, instant, unmerged play of the same seed (par.ts). */
export interface Par {
  readonly A: Items;
  readonly B: Items;
}

/** What the whole pair earned together: data once and in order, the goal, and each seat's own part. */
export function withEndPoints(state: MatchState, tallies: Tallies, seat: Seat): Items {
  const goal = state.lanes.every(({ over }) => over === 'goal');
  const delivered = state.lanes.every(
    ({ seats: { A, B } }) => A.received === B.accepted && B.received === A.accepted,
  );
  const isPair = !state.setup.seats.A.bot && !state.setup.seats.B.bot;
  const ownPart = [tallies[seat], tallies[otherSeat(seat)]].every(
    ({ own, asked }) => own * 100 >= asked * POINTS.ownPart,
  );
  const pair = [delivered, goal, ownPart].filter(Boolean).length * POINTS.pair;
  return { ...tallies[seat].items, goal: goal ? POINTS.goal : 0, pair: isPair ? pair : 0 };
}

/** Merged cards come on top of par; losses are never capped. */
const UNCAPPED: ReadonlySet<ScoreItem> = new Set<ScoreItem>(['merged', 'wrong']);

const sum = (items: Items): number => Object.values(items).reduce((total, one) => total + one, 0);

export function finalScore(state: MatchState, tallies: Tallies, seat: Seat, par: Par): FinalScore {
  const won = withEndPoints(state, tallies, seat);
  const items = mapItems(won, (item, points) =>
    UNCAPPED.has(item) ? points : Math.min(points, par[seat][item]),
  );
  const raw = Math.max(0, sum(items));
  const full = sum(par[seat]);
  const { asked, first, unanswered } = tallies[seat];
  return {
    score: full === 0 ? 0 : Math.min(SCORE_LIMIT, Math.trunc((SCORE_PERFECT * raw * 2 + full) / (2 * full))),
    stars: starsOf(won.goal > 0, tallies[seat]),
    raw,
    par: full,
    items,
    prompts: { asked, first, unanswered },
  };
}

function starsOf(goal: boolean, { asked, first }: Tally): number {
  if (!goal) return 0;
  return 1 + STAR_PARTS.filter((part) => first * 100 >= asked * part).length;
}

function mapItems(items: Items, change: (item: ScoreItem, points: number) => number): Items {
  return {
    cards: change('cards', items.cards),
    silences: change('silences', items.silences),
    states: change('states', items.states),
    wrong: change('wrong', items.wrong),
    speed: change('speed', items.speed),
    streak: change('streak', items.streak),
    faults: change('faults', items.faults),
    merged: change('merged', items.merged),
    knowledge: change('knowledge', items.knowledge),
    goal: change('goal', items.goal),
    pair: change('pair', items.pair),
  };
}
