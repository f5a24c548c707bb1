/** The table of points, item by item. */
import { describe, expect, it } from 'vitest';
import type { MatchEvent, Settlement } from '../match/event.ts';
import type { Tally } from './fold.ts';
import { NO_TALLIES, scoreView, tally } from './fold.ts';

/** A card, right at once, of no window; what is not said is plain. */
const settled = (change: Partial<Settlement> = {}): MatchEvent => ({
  kind: 'settled',
  lane: 0,
  seat: 'A',
  settlement: {
    prompt: 1,
    by: 'player',
    silent: false,
    tries: 0,
    hinted: false,
    elapsed: 0,
    window: null,
    merged: 0,
    stateNamed: false,
    fault: false,
    plainData: false,
    ...change,
  },
});

const refused = (prompt = 1): MatchEvent => ({
  kind: 'refused',
  lane: 0,
  seat: 'A',
  prompt,
  at: 0,
  deadline: null,
  refusal: {
    play: { card: null, state: null },
    field: 'reply',
    reason: 'slip-silence',
    rule: 'reply/due',
    input: null,
  },
});

const tallied = (events: readonly MatchEvent[], speed = true): Tally => tally(NO_TALLIES, events, speed).A;

const itemsOf = (...events: readonly MatchEvent[]): Tally['items'] => tallied(events).items;

it.each([
  [0, 100, 40],
  [1, 40, 16],
  [2, 10, 4],
  [7, 10, 4],
])('after %i wrong plays a card brings %i, a silence %i', (tries, card, silence) => {
  expect(itemsOf(settled({ tries })).cards).toBe(card);
  expect(itemsOf(settled({ tries, silent: true }))).toMatchObject({ silences: silence, cards: 0 });
});

describe('speed', () => {
  const speed = (elapsed: number, change: Partial<Settlement> = {}, counts = true): number =>
    tallied([settled({ elapsed, window: 10_000, ...change })], counts).items.speed;

  it.each([
    [0, 40],
    [2500, 40],
    [2600, 35],
    [5750, 20],
    [8100, 5],
    [8200, 0],
    [8900, 0],
    [9000, 0],
    [20_000, 0],
  ])('of a card answered after %i of 10,000 ms brings %i', (elapsed, points) => {
    expect(speed(elapsed)).toBe(points);
  });

  it('falls in steps of five, and never rises', () => {
    const points = Array.from({ length: 101 }, (_, hundredth) => speed(hundredth * 100));
    expect(new Set(points)).toStrictEqual(new Set([40, 35, 30, 25, 20, 15, 10, 5, 0]));
    expect(points).toStrictEqual(points.toSorted((a, b) => b - a));
  });

  it('of a silence brings fifteen at most', () => {
    expect(speed(2500, { silent: true })).toBe(15);
    expect(speed(5750, { silent: true })).toBe(5);
    expect(speed(9000, { silent: true })).toBe(0);
  });

  it('counts at the first try only, without a hint, with a clock, and if the match says so', () => {
    expect(speed(0, { tries: 1 })).toBe(0);
    expect(speed(0, { hinted: true })).toBe(0);
    expect(speed(0, { window: null })).toBe(0);
    expect(speed(0, {}, false)).toBe(0);
  });
});

describe('the streak', () => {
  const streaks = (events: readonly MatchEvent[]): number[] =>
    events.map((_, at) => itemsOf(...events.slice(0, at + 1)).streak);

  it('pays from the third first try on: 5, 10, 15, then 20 each', () => {
    expect(streaks(Array.from({ length: 8 }, () => settled()))).toStrictEqual([0, 0, 5, 15, 30, 50, 70, 90]);
  });

  it.each([
    ['a wrong play', [refused()]],
    ['a later try', [settled({ tries: 1 })]],
    ['an answer by assist', [settled({ by: 'assist' })]],
    ['an answer that came too late', [settled({ by: 'late' })]],
    ["a stand-in's answer", [settled({ by: 'stand-in' })]],
  ])('ends with %s', (_, breaking) => {
    const four = [settled(), settled(), ...breaking, settled(), settled()];
    expect(tallied(four)).toMatchObject({ streak: 2, items: { streak: 0 } });
  });
});

describe('a wrong play', () => {
  it('costs fifteen, and thirty at most on one prompt', () => {
    expect(itemsOf(refused()).wrong).toBe(-15);
    expect(itemsOf(refused(), refused()).wrong).toBe(-30);
    expect(itemsOf(refused(), refused(), refused()).wrong).toBe(-30);
    expect(itemsOf(refused(1), refused(1), refused(1), refused(2)).wrong).toBe(-45);
  });

  it('never shows a player less than nothing', () => {
    expect(scoreView(tallied([refused()])).points).toBe(0);
    expect(scoreView(tallied([settled(), refused(2)]))).toStrictEqual({
      points: 85,
      streak: 0,
      last: { prompt: 1, points: 100 },
    });
  });
});

it('a hint halves the base', () => {
  expect(itemsOf(settled({ hinted: true })).cards).toBe(50);
  expect(itemsOf(settled({ hinted: true, tries: 1 })).cards).toBe(20);
  expect(itemsOf(settled({ hinted: true, silent: true })).silences).toBe(20);
});

it.each(['assist', 'late', 'stand-in', 'endpoint'] as const)('an answer by %s brings nothing', (by) => {
  const { items, asked, own, unanswered } = tallied([settled({ by, window: 10_000, stateNamed: true })]);
  expect(Object.values(items).every((points) => points === 0)).toBe(true);
  expect({ asked, own, unanswered }).toStrictEqual({ asked: 1, own: 0, unanswered: 1 });
});

describe('a merged card', () => {
  it("brings each prompt's base, and 25 for each one more", () => {
    expect(itemsOf(settled({ merged: 1 }))).toMatchObject({ cards: 200, merged: 25 });
    expect(itemsOf(settled({ merged: 2 }))).toMatchObject({ cards: 300, merged: 50 });
    expect(tallied([settled({ merged: 2 })])).toMatchObject({ asked: 3, first: 3, own: 3 });
  });

  it('brings a hundred on top at most', () => {
    const many = Array.from({ length: 6 }, () => settled({ merged: 1 }));
    expect(itemsOf(...many).merged).toBe(100);
    expect(itemsOf(settled({ merged: 3 }), settled({ merged: 3 })).merged).toBe(100);
  });
});

it('a fault brings thirty, a state named right twenty at the first try', () => {
  expect(itemsOf(settled({ fault: true })).faults).toBe(30);
  expect(itemsOf(settled({ stateNamed: true })).states).toBe(20);
  expect(itemsOf(settled({ stateNamed: true, tries: 1 })).states).toBe(0);
});

it('each seat has a tally of its own', () => {
  const { A, B } = tally(NO_TALLIES, [settled(), { ...refused(), seat: 'B' } as MatchEvent], true);
  expect([A.items.cards, A.items.wrong, B.items.cards, B.items.wrong]).toStrictEqual([100, 0, 0, -15]);
});
