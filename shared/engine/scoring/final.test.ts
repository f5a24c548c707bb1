/** A finished match's score, played through: against par, with its caps, pair items and stars. */
import { describe, expect, it } from 'vitest';
import { LEVELS } from '../../levels/catalogue.ts';
import { driveRightly } from '../../testing/drive.ts';
import { setupFor } from '../../testing/setups.ts';
import { SEED, Table } from '../../testing/table.ts';
import {
  CLOSE,
  FIN_ARRIVED,
  HANDSHAKE,
  QUIET,
  TALK,
  item,
  lose,
  testLevel,
} from '../../testing/test-level.ts';
import { sha256Hex } from '../base/sha256.ts';
import type { Level } from '../match/level.ts';
import { SEATS } from '../match/seat.ts';
import type { MatchEvent } from '../match/event.ts';
import type { MatchSetup } from '../match/setup.ts';
import type { MatchState } from '../match/state.ts';
import { SYN } from '../wire/segment.ts';
import { finalScore } from './final.ts';
import { NO_TALLIES, tally } from './fold.ts';
import { parOf } from './par.ts';
import type { FinalScore } from './score.ts';

interface Ended {
  readonly state: MatchState;
  readonly events: readonly MatchEvent[];
}

const scores = (setup: MatchSetup, { state, events }: Ended): readonly FinalScore[] => {
  const tallies = tally(NO_TALLIES, events, setup.speed);
  const par = parOf(setup);
  return SEATS.map((seat) => finalScore(state, tallies, seat, par));
};

/** Plays the level rightly and at once, after `first` has been at the table. */
function play(
  level: Level,
  first: (table: Table) => void = () => undefined,
  timed = true,
): readonly FinalScore[] {
  const setup = setupFor(level, SEED, timed);
  const table = new Table(setup);
  first(table);
  table.untilOver();
  return scores(setup, table);
}

describe.each(LEVELS.map((level) => [level.id, level] as const))('level %s', (_, level) => {
  it('is worth 1000 to perfect, instant play, with three stars, over 50 seeds', () => {
    for (let seed = 0; seed < 50; seed++) {
      const setup = setupFor(level, sha256Hex(`score ${seed}`));
      for (const score of scores(
        setup,
        driveRightly(setup, () => 0),
      )) {
        expect(score).toMatchObject({ score: 1000, stars: 3, prompts: { unanswered: 0 } });
        expect(score.raw).toBe(score.par);
      }
    }
  });

  it('is never worth more than 1100, however many cards are merged, over 25 seeds', () => {
    for (let seed = 0; seed < 25; seed++) {
      const setup = setupFor(level, sha256Hex(`score ${seed}`));
      for (const { score } of scores(
        setup,
        driveRightly(setup, () => 0, 'merged'),
      ))
        expect(score).toBeLessThanOrEqual(1100);
    }
  });

  it('is worth the same 1000 untimed, without any speed', () => {
    const setup = setupFor(level, SEED, false);
    for (const { score, items } of scores(
      setup,
      driveRightly(setup, () => 5000),
    )) {
      expect([score, items.speed]).toStrictEqual([1000, 0]);
    }
  });

  it('gets at most 30 % of par from speed', () => {
    for (let seed = 0; seed < 20; seed++) {
      const setup = setupFor(level, sha256Hex(`score ${seed}`));
      const par = parOf(setup);
      for (const seat of SEATS) {
        const full = Object.values(par[seat]).reduce((sum, points) => sum + points, 0);
        expect(par[seat].speed * 100).toBeLessThanOrEqual(full * 30);
      }
    }
  });
});

it('with speed off a slow match is as good as a fast one; with speed on it is not', () => {
  const setup = setupFor(testLevel(TALK), SEED);
  const slow = driveRightly(setup, () => 20_000);
  const without = { ...setup, speed: false };
  const [on] = scores(setup, slow);
  const [off] = scores(
    without,
    driveRightly(without, () => 20_000),
  );
  expect(off!.score).toBe(1000);
  expect(on!.score).toBeLessThan(1000);
  expect(on!.stars).toBe(3);
});

it('speed is measured against one’s own window', () => {
  const setup = setupFor(testLevel(TALK), SEED);
  const patient = { ...setup, seats: { A: { bot: false, timeFactor: 400 }, B: setup.seats.B } };
  const speedOf = (one: MatchSetup): number =>
    scores(
      one,
      driveRightly(one, () => 20_000),
    )[0]!.items.speed;
  expect(speedOf(patient)).toBe(parOf(patient).A.speed);
  expect(speedOf(setup)).toBeLessThan(parOf(setup).A.speed);
});

it('a wrong play costs its points, the try, the speed and the streak', () => {
  const [right] = play(testLevel(TALK));
  const [wrong] = play(testLevel(TALK), (table) => table.err('A', { flags: 0 }));
  expect(wrong!.items).toMatchObject({
    wrong: -15,
    cards: right!.items.cards - 60,
    speed: right!.items.speed - 40,
  });
  expect(wrong!.items.streak).toBeLessThan(right!.items.streak);
  expect(wrong!.prompts.first).toBe(right!.prompts.first - 1);
});

it('caps every item but merged cards at its par: three segments bring no more cards than four', () => {
  const script = [
    ...HANDSHAKE,
    item('close-a', 'A', QUIET, CLOSE, 'connect'),
    item('close-b', 'B', FIN_ARRIVED, CLOSE),
  ];
  const setup = setupFor(testLevel(script), SEED);
  const table = new Table(setup).untilAsked('B', 'segment/FIN+ACK');
  table.answer('B', 2);
  table.untilOver();
  const [, b] = scores(setup, table);
  expect(b!.items).toMatchObject({ cards: parOf(setup).B.cards, merged: 25 });
  expect(b!.score).toBeGreaterThan(1000 - 100);
});

describe('a planned fault', () => {
  const faults = [lose({ flags: SYN })];

  it('brings thirty to who deals with it at the first try, once', () => {
    const [a, b] = play(testLevel(TALK, { faults }));
    expect([a!.items.faults, b!.items.faults]).toStrictEqual([30, 0]);
  });

  it('brings nothing at a later try', () => {
    const [a] = play(testLevel(TALK, { faults }), (table) =>
      table.untilAsked('A', 'timeout/retransmission').err('A', 'silence'),
    );
    expect(a!.items.faults).toBe(0);
  });

  it('is none of the plan if the player was only too late', () => {
    const [a] = play(testLevel(TALK, { atDeadline: 'drop' }), (table) => table.wait(60_000));
    expect(a!.items.faults).toBe(0);
    expect(a!.prompts.unanswered).toBe(1);
  });
});

describe('the pair', () => {
  it('gets a hundred each for the data, the goal and both parts, beside the goal itself', () => {
    for (const { items } of play(testLevel(TALK))) expect(items).toMatchObject({ goal: 100, pair: 300 });
  });

  it('gets nothing for its parts if one seat left more than 30 % to others', () => {
    const late = (table: Table): void => {
      for (let count = 0; count < 3; count++) {
        table.until(() => table.seat('B').prompt !== null);
        table.wait(80_000);
      }
    };
    const [a, b] = play(testLevel(TALK, { atDeadline: 'assist' }), late);
    expect(b!.prompts.unanswered).toBeGreaterThanOrEqual(3);
    expect([a!.items.pair, b!.items.pair]).toStrictEqual([200, 200]);
  });

  it('is no pair with a bot', () => {
    const setup = setupFor(testLevel(TALK), SEED);
    const alone = { ...setup, seats: { A: setup.seats.A, B: { bot: true, timeFactor: 100 } } };
    const [a] = scores(
      alone,
      driveRightly(alone, () => 0),
    );
    expect(a).toMatchObject({ score: 1000, items: { pair: 0, goal: 100 } });
  });
});

describe('stars', () => {
  /** A errs at so many of its six prompts: right at once, of all, stars. */
  const stars = (errors: number): readonly number[] => {
    const seen = new Set<number>();
    const [a] = play(testLevel(TALK), (table) => {
      while (seen.size < errors) {
        table.until(() => table.seat('A').prompt !== null && !seen.has(table.prompt('A').id));
        seen.add(table.prompt('A').id);
        table.err('A', { flags: 0 });
      }
    });
    return [a!.prompts.first, a!.prompts.asked, a!.stars];
  };

  it('are three at 90 % right at the first try, two at 70 %, one for the goal alone', () => {
    expect([0, 1, 2, 6].map(stars)).toStrictEqual([
      [6, 6, 3],
      [5, 6, 2],
      [4, 6, 1],
      [0, 6, 1],
    ]);
  });

  it('are none without the goal', () => {
    const [a] = play(testLevel([...HANDSHAKE, item('half', 'A', QUIET, CLOSE, 'connect')]));
    expect(a).toMatchObject({ stars: 0, items: { goal: 0 } });
  });
});
