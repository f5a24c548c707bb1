import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMove, drive, driveRightly } from '../../testing/drive.ts';
import { anyClosingLevel, anyFaultyLevel, anyLevel, anySeed, setupFor } from '../../testing/setups.ts';
import { sha256Hex } from '../base/sha256.ts';
import { seqLeq } from '../base/seq32.ts';
import type { MatchEvent } from './event.ts';
import { apply } from './apply.ts';
import { SEATS, otherSeat } from './seat.ts';
import type { MatchState } from './state.ts';
import { begin, execute } from './step.ts';
import { newMatch } from './state.ts';
import { viewFor } from './view-for.ts';

const RUNS = { numRuns: 2000 };

const anyMoves = fc.array(anyMove, { maxLength: 60 });

function expectSound(state: MatchState): void {
  for (const { seats, clock } of state.lanes) {
    expect(Number.isInteger(clock.lane) && clock.lane >= 0).toBe(true);
    for (const seat of SEATS) {
      const { endpoint, received, prompt, queue } = seats[seat];
      expect(seqLeq(endpoint.snd.una, endpoint.snd.nxt)).toBe(true);
      // Delivered once and in order: what one side has is how what the other was given begins.
      expect(seats[otherSeat(seat)].accepted.startsWith(received)).toBe(true);
      if (prompt !== null) expect(queue.length).toBeGreaterThan(0);
    }
  }
}

/** Plain values only: nothing is lost on the way through the store. */
const isPlain = (state: MatchState): void => expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);

describe('any sequence of plays', () => {
  it('neither throws nor corrupts the match, and the match ends', () => {
    fc.assert(
      fc.property(anyFaultyLevel, anySeed, anyMoves, fc.boolean(), (level, seed, moves, timed) => {
        const { state } = drive(setupFor(level, seed, timed), moves, (step) => expectSound(step.state));
        expect(state.ended).not.toBeNull();
        expect(state.lanes.every(({ over }) => over !== null)).toBe(true);
        isPlain(state);
      }),
      RUNS,
    );
  });

  it('is told by its events alone: folding them gives the state', () => {
    fc.assert(
      fc.property(anyFaultyLevel, anySeed, anyMoves, (level, seed, moves) => {
        const setup = setupFor(level, seed);
        const { state, events } = drive(setup, moves);
        expect(events.reduce(apply, newMatch(setup))).toStrictEqual(state);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves a refused play without any effect but its cost', () => {
    fc.assert(
      fc.property(anyLevel, anySeed, anyMoves, (level, seed, moves) => {
        let before: MatchState | null = null;
        drive(setupFor(level, seed, false), moves, (step, command) => {
          if (before !== null && command?.kind === 'play' && step.outcome.verdict === 'wrong') {
            const { lane, seat } = command;
            const now = step.state.lanes[lane]!.seats[seat];
            if (now.prompt !== null) {
              expect(now.endpoint).toStrictEqual(before.lanes[lane]!.seats[seat].endpoint);
              expect(step.state.lanes[lane]!.network).toStrictEqual(before.lanes[lane]!.network);
            }
          }
          before = step.state;
        });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('replay', () => {
  it('of the same commands at the same times gives an equal state, byte for byte', () => {
    fc.assert(
      fc.property(anyFaultyLevel, anySeed, anyMoves, (level, seed, moves) => {
        const setup = setupFor(level, seed);
        const { state, entries } = drive(setup, moves);
        let again = begin(setup).state;
        for (const { at, command } of entries) again = execute(again, command, at).state;
        expect(JSON.stringify(again)).toBe(JSON.stringify(state));
      }),
      RUNS,
    );
  });

  it('does not depend on how often time is polled', () => {
    fc.assert(
      fc.property(anyFaultyLevel, anySeed, anyMoves, (level, seed, moves) => {
        const setup = setupFor(level, seed);
        const { state, entries } = drive(setup, moves);
        let lazy = begin(setup).state;
        // Without the polls in between; the last entry may be one, and brings the end.
        const [last] = entries.slice(-1);
        for (const { at, command } of entries) {
          if (command.kind !== 'advance') lazy = execute(lazy, command, at).state;
        }
        if (last !== undefined) lazy = execute(lazy, { kind: 'advance' }, last.at).state;
        expect({ ...lazy, now: 0 }).toStrictEqual({ ...state, now: 0 });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('two perfect players', () => {
  it('close every connection cleanly under every fault plan that it can bear', () => {
    fc.assert(
      fc.property(anyClosingLevel, anySeed, (level, seed) => {
        const { state } = driveRightly(setupFor(level, seed), () => 0);
        expect(state.ended).toBe('lanes-over');
        expect(state.lanes.map(({ over }) => over)).toStrictEqual(state.lanes.map(() => 'goal'));
      }),
      RUNS,
    );
  });

  it('may answer with merged cards and still close cleanly', () => {
    fc.assert(
      fc.property(anyClosingLevel, anySeed, (level, seed) => {
        const { state } = driveRightly(setupFor(level, seed), () => 0, 'merged');
        expect(state.lanes.map(({ over }) => over)).toStrictEqual(state.lanes.map(() => 'goal'));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the same seed', () => {
  /** Each direction by itself: at one instant either seat may be the quicker. */
  const fates = (events: readonly MatchEvent[], lane: number): readonly string[][] =>
    SEATS.map((from) =>
      events.flatMap((event) =>
        event.kind === 'sent' && event.lane === lane && event.from === from
          ? `${event.at} ${event.segment.flags} ${event.segment.seq} ${event.fate}`
          : [],
      ),
    );

  it('meets the same faults at the same lane times, whatever the answer times', () => {
    fc.assert(
      fc.property(anyFaultyLevel, anySeed, fc.nat(), (level, seed, salt) => {
        const setup = setupFor(level, seed, false);
        const slow = (prompt: number, seat: string): number =>
          Number.parseInt(sha256Hex(`${salt} ${prompt} ${seat}`).slice(0, 4), 16);
        const one = driveRightly(setup, () => 0);
        const two = driveRightly(setup, slow);
        for (const lane of level.lanes.keys())
          expect(fates(two.events, lane)).toStrictEqual(fates(one.events, lane));
      }),
      RUNS,
    );
  });
});

describe("a seat's view", () => {
  /** The same state with everything changed that the seat cannot have observed. */
  function disguised(state: MatchState, seat: 'A' | 'B'): MatchState {
    const peer = otherSeat(seat);
    const blank = newMatch(state.setup);
    return {
      ...state,
      seats: { ...state.seats, [peer]: { ...blank.seats[peer], presence: state.seats[peer].presence } },
      lanes: state.lanes.map((lane, index) => ({
        ...lane,
        clock: { lane: 123_456, match: 0, rate: 4 },
        network: blank.lanes[index]!.network,
        happened: [],
        openFaults: 9,
        seats: { ...lane.seats, [peer]: blank.lanes[index]!.seats[peer] },
      })),
    };
  }

  it('is unchanged by anything that its endpoint could not have observed', () => {
    fc.assert(
      fc.property(anyFaultyLevel, anySeed, anyMoves, (level, seed, moves) => {
        drive(setupFor(level, seed), moves, ({ state }) => {
          for (const seat of SEATS) {
            expect(viewFor(disguised(state, seat), seat)).toStrictEqual(viewFor(state, seat));
          }
        });
      }),
      RUNS,
    );
  });

  it('does not change when only the peer plays wrongly or takes a hint', () => {
    fc.assert(
      fc.property(anyLevel, anySeed, anyMoves, (level, seed, moves) => {
        let before: MatchState | null = null;
        drive(setupFor(level, seed, false), moves, (step, command) => {
          const { verdict } = step.outcome;
          if (before !== null && (command?.kind === 'play' || command?.kind === 'hint')) {
            const quiet = step.events.every(({ kind }) => ['time', 'refused', 'hinted'].includes(kind));
            if (quiet && (verdict === 'wrong' || verdict === 'hinted')) {
              const peer = otherSeat(command.seat);
              expect(viewFor(step.state, peer)).toStrictEqual(viewFor(before, peer));
            }
          }
          before = step.state;
        });
      }),
      RUNS,
    );
  });

  it('holds nothing but what is listed here: no answer, no fault, no seed, no lane time', () => {
    const paths = new Set<string>();
    const walk = (value: unknown, path: string): void => {
      if (Array.isArray(value)) for (const item of value) walk(item, `${path}[]`);
      else if (value !== null && typeof value === 'object') {
        for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
      } else paths.add(path.replace(/^\./u, ''));
    };
    fc.assert(
      fc.property(anyFaultyLevel, anySeed, anyMoves, (level, seed, moves) => {
        drive(setupFor(level, seed), moves, ({ state }) => {
          const view = viewFor(state, 'A');
          expect(JSON.stringify(view)).not.toContain(seed);
          walk({ ...view, lanes: view.lanes.map(({ trail: _trail, ...lane }) => lane) }, '');
        });
      }),
      { numRuns: 200, seed: 1 },
    );
    const event = (path: string): boolean => /(event|queued\[\])\./u.test(path);
    expect([...paths].filter((path) => !event(path) && !path.includes('refusals')).sort())
      .toMatchInlineSnapshot(`
        [
          "ended",
          "lanes[].nextIss",
          "lanes[].over",
          "lanes[].prompt",
          "lanes[].prompt.choices",
          "lanes[].prompt.choices.ack[]",
          "lanes[].prompt.choices.seq[]",
          "lanes[].prompt.hinted",
          "lanes[].prompt.id",
          "lanes[].prompt.lengths[]",
          "lanes[].prompt.remaining",
          "lanes[].prompt.standing",
          "lanes[].prompt.window",
          "lanes[].question",
          "lanes[].question.id",
          "lanes[].question.question",
          "lanes[].question.remaining",
          "lanes[].question.standing",
          "lanes[].question.window",
          "lanes[].received",
          "lanes[].role",
          "lanes[].tcb.held",
          "lanes[].tcb.irs",
          "lanes[].tcb.iss",
          "lanes[].tcb.opened",
          "lanes[].tcb.rcv.nxt",
          "lanes[].tcb.rcv.wnd",
          "lanes[].tcb.snd.nxt",
          "lanes[].tcb.snd.una",
          "lanes[].tcb.snd.wnd",
          "lanes[].tcb.state",
          "lanes[].tcb.unacknowledged[].flags",
          "lanes[].tcb.unacknowledged[].len",
          "lanes[].tcb.unacknowledged[].seq",
          "lanes[].tcb.unsent",
          "lanes[].timeWait",
          "level.difficulty",
          "level.help",
          "level.id",
          "level.rcvWnd",
          "level.rounds",
          "level.speed",
          "level.timed",
          "paused",
          "presence.A",
          "presence.B",
          "questions[].given",
          "questions[].id",
          "questions[].lane",
          "questions[].mistake",
          "questions[].question",
          "questions[].right[]",
          "seat",
        ]
      `);
  });
});
