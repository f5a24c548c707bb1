/** Absence, stand-ins, pauses and outages: nobody loses time that was not theirs to use. */
import { describe, expect, it } from 'vitest';
import { SEED, Table, tableFor } from '../../testing/table.ts';
import { setupFor } from '../../testing/setups.ts';
import { HANDSHAKE, TALK, testLevel } from '../../testing/test-level.ts';
import type { Settlement } from './event.ts';
import type { Seat } from './seat.ts';

const WINDOW = 40_000;

const timed = (): Table => tableFor(testLevel(TALK, { atDeadline: 'drop' }), true);

const be = (table: Table, seat: Seat, is: 'present' | 'away' | 'gone'): void => {
  table.take({ kind: 'presence', seat, is });
};

const settlements = ({ events }: Table): readonly Settlement[] =>
  events.flatMap((event) => (event.kind === 'settled' ? event.settlement : []));

const remaining = (table: Table, seat: Seat): number | null => table.view(seat).lanes[0]!.prompt!.remaining;

describe('while a player is away', () => {
  it('the deadline stands, and goes on when the player is back', () => {
    const table = timed();
    table.wait(10_000);
    be(table, 'A', 'away');
    table.wait(45_000);
    expect(table.view('A').lanes[0]!.prompt).toMatchObject({ remaining: 30_000, standing: true });
    be(table, 'A', 'present');
    expect(table.prompt('A').deadline).toBe(WINDOW + 45_000);
    expect(remaining(table, 'A')).toBe(30_000);
    table.answer('A');
    expect(settlements(table)).toMatchObject([{ elapsed: 10_000, by: 'player' }]);
  });

  it('a prompt that opens meanwhile has its whole window when the player is back, and no more', () => {
    const table = timed();
    be(table, 'B', 'away');
    table.wait(10_000);
    table.answer('A');
    table.wait(11_200);
    expect(table.prompt('B').shownAt).toBe(11_200);
    expect(remaining(table, 'B')).toBe(WINDOW);
    be(table, 'B', 'present');
    expect(remaining(table, 'B')).toBe(WINDOW);
    table.wait(1000);
    table.answer('B');
    expect(settlements(table).at(-1)).toMatchObject({ elapsed: 1000 });
  });

  it('the other one can still play', () => {
    const table = timed();
    be(table, 'B', 'away');
    expect(table.answer('A').verdict).toBe('right');
  });

  it('it is no second absence to be away twice, and none to be present', () => {
    const table = timed();
    be(table, 'A', 'present');
    be(table, 'A', 'away');
    table.wait(5000);
    be(table, 'A', 'away');
    expect(table.state.seats.A.presence).toStrictEqual({ kind: 'away', since: 0 });
  });
});

describe('a pool of 60 s a seat', () => {
  it('is used up over several absences; then a bot stands in until the player is back', () => {
    const table = timed();
    be(table, 'A', 'away');
    table.wait(40_000);
    be(table, 'A', 'present');
    expect(table.state.seats.A.pool).toBe(20_000);
    be(table, 'A', 'away');
    table.wait(19_999);
    expect(table.state.seats.A.presence.kind).toBe('away');
    table.wait(1);
    expect(table.state.seats.A).toMatchObject({ presence: { kind: 'stand-in', since: 60_000 }, pool: 0 });
    expect(table.view('B').presence).toStrictEqual({ A: 'stand-in', B: 'present' });
    be(table, 'A', 'present');
    expect(table.state.seats.A.presence.kind).toBe('present');
  });

  it('is the other seat’s own', () => {
    const table = timed();
    be(table, 'A', 'away');
    table.wait(30_000);
    expect(table.state.seats.B.pool).toBe(60_000);
  });

  it('once empty brings the stand-in at once', () => {
    const table = timed();
    be(table, 'A', 'away');
    table.wait(60_000);
    be(table, 'A', 'present');
    be(table, 'A', 'away');
    expect(table.state.seats.A.presence.kind).toBe('stand-in');
  });
});

it("a stand-in's plays settle prompts in its own name", () => {
  const table = timed();
  be(table, 'A', 'away');
  table.wait(60_000);
  const play = table.right('A');
  table.take({ kind: 'play', seat: 'A', lane: 0, prompt: 1, play, standIn: true });
  expect(settlements(table)).toMatchObject([{ by: 'stand-in' }]);
});

describe('nobody left', () => {
  it('ends the match: both gone, or the pool of the last one empty', () => {
    const table = timed();
    be(table, 'A', 'gone');
    expect(table.state.ended).toBeNull();
    be(table, 'B', 'away');
    table.wait(59_999);
    expect(table.state.ended).toBeNull();
    table.wait(1);
    expect(table.state.ended).toBe('abandoned');
    expect(table.events.filter(({ kind }) => kind === 'match-over')).toHaveLength(1);
  });

  it('a bot is nobody', () => {
    const setup = setupFor(testLevel(HANDSHAKE), SEED);
    const table = new Table({ ...setup, seats: { A: setup.seats.A, B: { bot: true, timeFactor: 100 } } });
    be(table, 'A', 'gone');
    expect(table.state.ended).toBe('abandoned');
  });

  it('who is gone does not come back', () => {
    const table = timed();
    be(table, 'A', 'gone');
    be(table, 'A', 'present');
    expect(table.state.seats.A.presence.kind).toBe('gone');
  });

  it('both away at once: the match ends, once', () => {
    const table = timed();
    be(table, 'A', 'away');
    be(table, 'B', 'away');
    table.wait(60_000);
    expect(table.state.ended).toBe('abandoned');
    expect(table.events.filter(({ kind }) => kind === 'match-over')).toHaveLength(1);
  });
});

describe('time that is stopped', () => {
  /** Plays the talk with answers of 2 s; `interrupt` happens once, in the middle of an answer. */
  function played(interrupt: (table: Table) => void): Table {
    const table = timed();
    let answers = 0;
    while (table.state.ended === null) {
      const owes = table.state.lanes.some(({ seats }) => seats.A.prompt !== null || seats.B.prompt !== null);
      if (owes) {
        table.wait(1000);
        if (answers === 3) interrupt(table);
        table.wait(1000);
        answers += 1;
      }
      if (table.state.ended === null) table.goOn();
    }
    return table;
  }
  const plain = played(() => undefined);

  it.each([
    [
      'a pause',
      (table: Table): void => {
        table.take({ kind: 'pause' });
        table.wait(500_000);
        expect(table.view('A').paused).toBe(true);
        table.take({ kind: 'resume' });
      },
    ],
    [
      'an outage',
      (table: Table): void => {
        table.now += 500_000;
        table.take({ kind: 'stall', gap: 500_000 });
      },
    ],
  ] as const)('%s shifts nothing but real time', (_, interrupt) => {
    const table = played(interrupt);
    expect(table.now).toBe(plain.now + 500_000);
    expect(table.state).toStrictEqual({ ...plain.state, stopped: 500_000 });
    expect(settlements(table)).toStrictEqual(settlements(plain));
  });

  it('an outage under a pause counts once', () => {
    const table = timed();
    table.take({ kind: 'pause' });
    table.now += 500_000;
    table.take({ kind: 'stall', gap: 300_000 });
    table.take({ kind: 'resume' });
    expect(table.state).toMatchObject({ stopped: 500_000, now: 0, pausedAt: null });
  });

  it('a deadline that passed before the lights went out has passed', () => {
    const table = timed();
    table.now = WINDOW + 1000 + 5000;
    table.take({ kind: 'stall', gap: 5000 });
    expect(table.seat('A').trail.at(-1)).toMatchObject({ by: 'late' });
    expect(settlements(table)).toMatchObject([{ elapsed: WINDOW + 400 }]);
  });
});
