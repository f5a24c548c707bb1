/**
 * Where in a finished lane we are. A lane is told row by row; each row lasts long enough to be seen, and no silence
 * lasts so long that it bores: playing time is lane time within bounds.
 */
import type { Millis } from '../../../shared/engine/base/millis.ts';

export interface Timeline {
  /** Lane time of each row. */
  readonly rows: readonly Millis[];
  /** Playing time at which each row happens, ms; rising. */
  readonly starts: readonly Millis[];
  readonly length: Millis;
}

/** Between two rows. */
export interface Place {
  /** The last row that has happened; -1 before the first. */
  readonly row: number;
  /** How much of the way to the next row is done, 0 to 1; 0 at the last. */
  readonly part: number;
}

export const SPEEDS = [0.5, 1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];

/** Before the first row nothing has happened yet, and that too can be looked at. */
const LEAD = 600;
const SHORTEST = 800;
const LONGEST = 1900;

export function timelineOf(rows: readonly Millis[]): Timeline {
  let start = LEAD;
  const starts = rows.map((at, index) => {
    const before = rows[index - 1];
    if (before !== undefined) start += Math.min(LONGEST, Math.max(SHORTEST, at - before));
    return start;
  });
  return { rows, starts, length: start };
}

export function placeAt({ rows, starts }: Timeline, played: Millis): Place {
  const row = starts.findLastIndex((start) => start <= played);
  const from = starts[row] ?? 0;
  const to = starts[row + 1];
  if (to === undefined) return { row: rows.length - 1, part: 0 };
  return { row, part: (played - from) / (to - from) };
}

export function laneTimeAt({ rows }: Timeline, { row, part }: Place): Millis {
  const from = rows[row] ?? rows[0] ?? 0;
  const to = rows[row + 1] ?? from;
  return Math.round(from + (to - from) * part);
}

/** The next row's playing time, or the one before; the ends stay where they are. */
export function stopBeside({ starts, length }: Timeline, played: Millis, direction: 1 | -1): Millis {
  if (direction > 0) return starts.find((start) => start > played) ?? length;
  return starts.findLast((start) => start < played) ?? 0;
}

/** The last stop that has been reached: where motion is unwelcome it stands for all that follows until the next. */
export const stopReached = ({ starts }: Timeline, played: Millis): Millis =>
  starts.findLast((start) => start <= played) ?? 0;

/** An instant before the row: what leads to it is there, its answer is not. */
export const justBefore = ({ starts, length }: Timeline, row: number): Millis => (starts[row] ?? length) - 1;

export const playedAfter = ({ length }: Timeline, played: Millis, elapsed: Millis, speed: Speed): Millis =>
  Math.min(length, played + elapsed * speed);
