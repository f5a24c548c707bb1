/** The referee of one match: numbered commands, stamps, heartbeats, and bots that play from views alone. */
import { describe, expect, it } from 'vitest';
import type { Seat } from '../engine/match/seat.ts';
import { SEATS } from '../engine/match/seat.ts';
import type { MatchCommand } from '../engine/match/step.ts';
import { clean } from '../testing/known-levels.ts';
import { LEVELS } from '../levels/catalogue.ts';
import { SKILLS } from '../protocol/messages.ts';
import type { LogHeader } from '../replay/log.ts';
import { headerFor, record } from '../testing/recording.ts';
import type { RefereeState, RefereeStep } from './referee.ts';
import {
  commandOf,
  execute,
  heartbeatFor,
  nextEntry,
  numbered,
  openReferee,
  stamp,
  updateFor,
} from './referee.ts';

const PERSON = { bot: false, timeFactor: 100 };
const BOT = { bot: true, timeFactor: 100 };
/** `choose`, first of its kind, novice. */
const WINDOW = 35_000;
const SYN = { flags: 2, seq: 0, ack: null, len: 0 };

const people: LogHeader = { ...headerFor(clean, 'people'), seats: { A: PERSON, B: PERSON } };
const opened = (): RefereeState => openReferee(people, { A: null, B: null });

const playOf = (state: RefereeState, wrong: boolean): MatchCommand => {
  const seq = updateFor(state, 'A').view.lanes[0]!.nextIss;
  const play = { card: { ...SYN, seq: wrong ? seq + 1 : seq }, state: null };
  return commandOf('A', { kind: 'play', lane: 0, prompt: 1, play });
};

const take = (state: RefereeState, command: MatchCommand, n = 0, at = 0): RefereeStep =>
  execute(state, { at: stamp(state, at), n, command });

describe('a numbered command', () => {
  it('is new only if it follows the last one', () => {
    const state = opened();
    expect(numbered(state, 'A', 1)).toStrictEqual({ kind: 'new' });
    for (const n of [0, 2, 3, -1]) expect(numbered(state, 'A', n)).toStrictEqual({ kind: 'gap' });
  });

  it('met again gives the same result, and the next number is new', () => {
    const { state, outcome } = take(opened(), playOf(opened(), true), 1);
    expect(outcome.verdict).toBe('wrong');
    expect(numbered(state, 'A', 1)).toStrictEqual({ kind: 'again', result: outcome });
    expect(numbered(state, 'A', 2)).toStrictEqual({ kind: 'new' });
    expect(numbered(state, 'A', 3)).toStrictEqual({ kind: 'gap' });
    expect(updateFor(state, 'A').lastCommand).toBe(1);
  });

  it('is counted for its own seat, and commands of the server or a bot for none', () => {
    let { state } = take(opened(), playOf(opened(), false), 1);
    ({ state } = take(state, { kind: 'advance' }, 0, 2000));
    expect(numbered(state, 'B', 1)).toStrictEqual({ kind: 'new' });
    expect(numbered(state, 'A', 2)).toStrictEqual({ kind: 'new' });
  });
});

it('a stamp never goes back', () => {
  const { state } = take(opened(), { kind: 'advance' }, 0, 5000);
  expect(state.lastAt).toBe(5000);
  expect(stamp(state, 4000)).toBe(5000);
  expect(stamp(state, 6000)).toBe(6000);
  const { state: later } = take(state, playOf(state, false), 1, 3000);
  expect(later.lastAt).toBe(5000);
});

describe("a seat's counter", () => {
  it('moves with what the seat sees, and not with what only the other one does', () => {
    const before = opened();
    const { state: wrong } = take(before, playOf(before, true), 1);
    expect(wrong.seats.A.counter).toBe(1);
    expect(wrong.seats.B.counter).toBe(0);
    const { state: right } = take(wrong, playOf(wrong, false), 2);
    expect([right.seats.A.counter, right.seats.B.counter]).toStrictEqual([2, 0]);
    const { state: landed } = take(right, { kind: 'advance' }, 0, 1200);
    expect([landed.seats.A.counter, landed.seats.B.counter]).toStrictEqual([2, 1]);
  });

  it('moves for both with presence and pause', () => {
    const { state: away } = take(opened(), { kind: 'presence', seat: 'B', is: 'away' });
    expect([away.seats.A.counter, away.seats.B.counter]).toStrictEqual([1, 1]);
    const { state: paused } = take(away, { kind: 'pause' });
    expect([paused.seats.A.counter, paused.seats.B.counter]).toStrictEqual([2, 2]);
  });

  it('stands while nothing but time passes', () => {
    const { state } = take(opened(), { kind: 'advance' }, 0, 9000);
    expect([state.seats.A.counter, state.seats.B.counter]).toStrictEqual([0, 0]);
  });
});

describe('the heartbeat', () => {
  const left = (state: RefereeState, seat: Seat, at: number): number | undefined =>
    heartbeatFor(state, seat, at).remaining[1];

  it('counts down between two steps, and never below nothing', () => {
    const state = opened();
    expect([0, 1000, 34_999, 40_000].map((at) => left(state, 'A', at))).toStrictEqual([
      WINDOW,
      WINDOW - 1000,
      1,
      0,
    ]);
    expect(heartbeatFor(state, 'B', 0).remaining).toStrictEqual({});
  });

  it('stands while its player is away, and goes on after', () => {
    let { state } = take(opened(), { kind: 'presence', seat: 'A', is: 'away' }, 0, 5000);
    expect([6000, 50_000].map((at) => left(state, 'A', at))).toStrictEqual([WINDOW - 5000, WINDOW - 5000]);
    ({ state } = take(state, { kind: 'presence', seat: 'A', is: 'present' }, 0, 20_000));
    expect(left(state, 'A', 21_000)).toBe(WINDOW - 6000);
  });

  it('stands while the match is paused', () => {
    let { state } = take(opened(), { kind: 'pause' }, 0, 5000);
    expect(left(state, 'A', 60_000)).toBe(WINDOW - 5000);
    ({ state } = take(state, { kind: 'resume' }, 0, 100_000));
    expect(left(state, 'A', 101_000)).toBe(WINDOW - 6000);
  });
});

describe('the next entry', () => {
  it('is the deadline where only people play', () => {
    expect(nextEntry(opened())).toStrictEqual({ at: WINDOW + 400, n: 0, command: { kind: 'advance' } });
  });

  it("is a bot's play where a bot owes, logged as its own and not a stand-in's", () => {
    const withBot = openReferee({ ...people, seats: { A: BOT, B: PERSON } }, { A: 'expert', B: null });
    const entry = nextEntry(withBot)!;
    expect(entry).toMatchObject({ n: 0, command: { kind: 'play', seat: 'A', standIn: false } });
    expect(entry.at).toBeGreaterThanOrEqual(700);
    expect(entry.at).toBeLessThanOrEqual(1800);
  });

  it("is a stand-in's play for who has left, from when it sat down", () => {
    const { state } = take(opened(), { kind: 'presence', seat: 'A', is: 'gone' }, 0, 10_000);
    const entry = nextEntry(state)!;
    expect(entry.command).toMatchObject({ kind: 'play', seat: 'A', standIn: true });
    expect(entry.at).toBeGreaterThan(10_000);
  });

  it('is none while the match is paused, and none when it is over', () => {
    expect(nextEntry(take(opened(), { kind: 'pause' }).state)).toBeNull();
    expect(nextEntry(record(clean, 'over', 'expert').referee)).toBeNull();
  });
});

describe.each(SKILLS)('two %s bots', (skill) => {
  it.each(LEVELS.map((level) => [level.id, level] as const))(
    'play %s to the goal over 40 seeds, from views alone',
    (id, level) => {
      for (let seed = 0; seed < 40; seed++) {
        const { match, tallies } = record(level, `${id} ${seed}`, skill).referee;
        const name = `${id} ${seed} ${skill}`;
        expect([name, match.ended]).toStrictEqual([name, 'lanes-over']);
        expect(match.lanes.map(({ over }) => over)).toStrictEqual(level.lanes.map(() => 'goal'));
        for (const seat of SEATS) expect(tallies[seat].asked).toBeGreaterThan(1);
      }
    },
  );
});
