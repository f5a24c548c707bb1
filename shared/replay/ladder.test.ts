/** The ladder shows what the network did: it must agree with the segments, the arrivals and the states of the match. */
import { describe, expect, it } from 'vitest';
import { SEATS, otherSeat } from '../engine/match/seat.ts';
import { LEVELS } from '../levels/catalogue.ts';
import { driveRightly } from '../testing/drive.ts';
import { headerFor } from '../testing/recording.ts';
import { debriefOf } from './debrief-of.ts';
import type { Debrief, Fate, Ladder } from './debrief.ts';
import { setupOf } from './log.ts';
import { NO_TCB, tcbAt, tcbOf } from './tcb.ts';

const SEEDS = 10;

/** How many copies may arrive of a segment with this fate; what was held back arrives if it is released. */
const ARRIVALS: { readonly [fate in Fate]: readonly number[] } = {
  delivered: [1],
  delayed: [1],
  reordered: [1],
  corrupted: [1],
  injected: [1],
  duplicated: [2],
  dropped: [0],
  held: [0, 1],
  late: [0],
};

describe.each(LEVELS.map((level) => [level.id, level] as const))('the perfect match of %s', (_, level) => {
  const matches = Array.from({ length: SEEDS }, (_, seed) => {
    const header = headerFor(level, `ladder ${seed}`);
    const driven = driveRightly(setupOf(header), () => 0);
    const debrief = debriefOf({ header, entries: driven.entries });
    if (!debrief.ok) throw new Error(debrief.code);
    return { driven, debrief: debrief.value };
  });

  const everyLadder = (
    see: (ladder: Ladder, lane: number, match: (typeof matches)[number]) => void,
  ): void => {
    for (const match of matches) {
      expect(match.debrief.ladders).toHaveLength(level.lanes.length);
      for (const [lane, ladder] of match.debrief.ladders.entries()) see(ladder, lane, match);
    }
  };

  it('names every segment that was sent, once, in order, with what became of it', () => {
    everyLadder(({ segments }, lane, { driven }) => {
      const sent = driven.events.flatMap((event) =>
        event.kind === 'sent' && event.lane === lane ? { id: event.id, segment: event.segment } : [],
      );
      expect(segments.map(({ id, segment }) => ({ id, segment }))).toStrictEqual(sent);
      expect(sent.length).toBeGreaterThan(2);
      for (const { fate, arrivals } of segments) expect(ARRIVALS[fate]).toContain(arrivals.length);
    });
  });

  it('lets no segment arrive before its flight or after MSL', () => {
    const { flight, jitter, msl } = level.times;
    everyLadder(({ segments, endedAt }) => {
      for (const { sentAt, arrivals } of segments) {
        for (const at of arrivals) {
          expect(at - sentAt).toBeGreaterThanOrEqual(flight - jitter);
          expect(at - sentAt).toBeLessThanOrEqual(msl);
          expect(at).toBeLessThanOrEqual(endedAt);
        }
      }
    });
  });

  it('shows as many arrivals as the other side saw', () => {
    everyLadder(({ segments }, lane, { driven }) => {
      for (const from of SEATS) {
        const arrived = segments.filter((one) => one.from === from).flatMap(({ arrivals }) => arrivals);
        const { trail } = driven.state.lanes[lane]!.seats[otherSeat(from)];
        const seen = trail.filter(
          ({ event }) => event.kind === 'segment' || event.kind === 'checksum-failure',
        );
        expect(arrived).toHaveLength(seen.length);
      }
    });
  });

  it('tells the states in the order of time, from CLOSED to where the level leads, each unlike the one before', () => {
    everyLadder(({ moments, end }) => {
      expect(end).toBe('goal');
      for (const seat of SEATS) {
        const states = moments.filter((one) => one.seat === seat).flatMap(({ change }) => change.state ?? []);
        const open = level.goal === 'established' || level.goal === 'delivered';
        expect(states.at(-1)).toBe(open ? 'ESTABLISHED' : 'CLOSED');
        for (const [index, state] of ['CLOSED', ...states].entries()) expect(states[index]).not.toBe(state);
      }
    });
  });

  it('puts what follows from something below it, and never two of a host in one place', () => {
    everyLadder(({ rows, segments, moments }) => {
      for (const [index, at] of rows.entries()) expect(at).toBeGreaterThanOrEqual(rows[index - 1] ?? 0);
      for (const [index, { row, at, seat, entry }] of moments.entries()) {
        expect(row).toBeGreaterThanOrEqual(moments[index - 1]?.row ?? 0);
        expect(rows[row]).toBe(at);
        if (entry.answer === null) continue;
        expect(segments.filter((one) => one.from === seat && one.row === row)).toHaveLength(1);
      }
      for (const { sentAt, row, arrivals, arrivalRows } of segments) {
        expect(rows[row]).toBe(sentAt);
        expect(arrivalRows.map((one) => rows[one])).toStrictEqual(arrivals);
      }
      for (const from of SEATS) {
        const places = segments.filter((one) => one.from === from).flatMap(({ arrivalRows }) => arrivalRows);
        expect(new Set(places).size).toBe(places.length);
      }
    });
  });

  it('gives at every row the TCB that the endpoint had', () => {
    everyLadder((ladder, lane, { driven }) => {
      for (const seat of SEATS) {
        const own = ladder.moments.filter((one) => one.seat === seat);
        const endpoints = driven.events.flatMap((event) =>
          event.kind === 'handled' && event.lane === lane && event.seat === seat
            ? event.items.map(({ endpoint }) => endpoint)
            : [],
        );
        expect(own).toHaveLength(endpoints.length);
        const { trail } = driven.state.lanes[lane]!.seats[seat];
        expect(own.map(({ entry }) => ({ ...entry, refusals: [] }))).toStrictEqual(trail);
        for (const [index, { row }] of own.entries()) {
          // Of several in one row the last one counts.
          if (own[index + 1]?.row === row) continue;
          expect(tcbAt(ladder, seat, row)).toStrictEqual(tcbOf(endpoints[index]!));
        }
        expect(tcbAt(ladder, seat, -1)).toStrictEqual(NO_TCB);
      }
    });
  });

  it('has no wrong play, and is worth 1000 to both', () => {
    const worth = ({ scores, wrongPlays, ended }: Debrief): unknown => [
      scores.A.score,
      scores.B.score,
      wrongPlays,
      ended,
    ];
    for (const { debrief } of matches) expect(worth(debrief)).toStrictEqual([1000, 1000, [], 'lanes-over']);
  });
});
