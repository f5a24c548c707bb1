/** Where everything of a ladder diagram lies: rows to heights, so that long silences do not make long pages. */
import type { Seat } from '../../../shared/engine/match/seat.ts';
import { SEATS } from '../../../shared/engine/match/seat.ts';
import type { TcpState } from '../../../shared/engine/tcp/state.ts';
import type { Ladder, LadderSegment, Moment } from '../../../shared/replay/debrief.ts';
import type { Place } from './playhead.ts';

export interface PlannedArrow {
  /** In the order of the plan's arrows. */
  readonly index: number;
  readonly id: number;
  readonly from: Seat;
  readonly y: number;
  /** Where copies arrive; a lost segment has one end, half-way. */
  readonly ends: readonly number[];
  readonly isLost: boolean;
  readonly source: LadderSegment;
}

export interface PlannedState {
  readonly seat: Seat;
  readonly state: TcpState;
  readonly top: number;
  readonly bottom: number;
}

/** A call or a timer, drawn beside the host's bar. */
export interface PlannedEvent {
  readonly y: number;
  readonly source: Moment;
}

export interface LadderPlan {
  readonly height: number;
  /** Height of each row. */
  readonly rows: readonly number[];
  readonly arrows: readonly PlannedArrow[];
  readonly states: readonly PlannedState[];
  readonly events: readonly PlannedEvent[];
}

const TOP = 50;
/** Bars begin so much above the first row. */
const BEFORE = 24;
const GREATEST_GAP = 84;
const PIXELS_A_SECOND = 44;
/** A lost segment is drawn as if it had flown so far. */
const LOST_FLIGHT = 52;

/** Proportional to time within bounds. */
function heightsOf(rows: Ladder['rows'], leastGap: number): readonly number[] {
  let y = TOP;
  return rows.map((at, index) => {
    const before = rows[index - 1];
    if (before !== undefined)
      y += Math.min(GREATEST_GAP, Math.max(leastGap, ((at - before) / 1000) * PIXELS_A_SECOND));
    return y;
  });
}

function planStates(ladder: Ladder, heightOf: (row: number) => number, bottom: number): PlannedState[] {
  return SEATS.flatMap((seat) => {
    const changes = ladder.moments.flatMap(({ seat: whose, row, change }) =>
      whose === seat && change.state !== undefined ? { state: change.state, top: heightOf(row) } : [],
    );
    const states = [{ state: ladder.start[seat].state ?? 'CLOSED', top: TOP - BEFORE }, ...changes];
    return states.map(({ state, top }, index) => ({
      seat,
      state,
      top,
      bottom: states[index + 1]?.top ?? bottom,
    }));
  });
}

/** `leastGap` keeps the rows so far apart that the words of one have room. */
export function planLadder(ladder: Ladder, leastGap: number): LadderPlan {
  const rows = heightsOf(ladder.rows, leastGap);
  const heightOf = (row: number): number => rows[row] ?? TOP;
  const bottom = (rows.at(-1) ?? TOP) + LOST_FLIGHT;
  return {
    height: bottom + 16,
    rows,
    arrows: ladder.segments.map((source, index) => {
      const y = heightOf(source.row);
      const isLost = source.arrivals.length === 0;
      return {
        index,
        id: source.id,
        from: source.from,
        y,
        ends: isLost ? [y + LOST_FLIGHT] : source.arrivalRows.map(heightOf),
        isLost,
        source,
      };
    }),
    states: planStates(ladder, heightOf, bottom),
    events: ladder.moments.map((source) => ({ y: heightOf(source.row), source })),
  };
}

/** The height of the playhead: what lies below is still to come. At the end nothing is. */
export function heightAt({ rows, height }: LadderPlan, { row, part }: Place): number {
  const from = row < 0 ? TOP - BEFORE : (rows[row] ?? TOP);
  const to = rows[row + 1];
  return to === undefined ? height : from + (to - from) * part;
}

/** A segment in flight at the playhead's height: the part of its way that is done, one for each copy on the way. */
export const flightsAt = (
  { arrows }: LadderPlan,
  y: number,
): readonly { readonly arrow: PlannedArrow; readonly copy: number; readonly done: number }[] =>
  arrows.flatMap((arrow) =>
    arrow.ends.flatMap((end, copy) =>
      y >= arrow.y && y < end ? { arrow, copy, done: (y - arrow.y) / (end - arrow.y) } : [],
    ),
  );
