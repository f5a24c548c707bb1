/** Where the words of each arrow stand, so that no label covers another where arrows cross. */
import type { PlannedArrow } from './ladder-plan.ts';

export interface Ends {
  readonly x1: number;
  readonly x2: number;
}

export interface LabelSize {
  readonly width: number;
  /** Above and below the arrow. */
  readonly above: number;
  readonly below: number;
}

/** A slanted box around a label, or a line if it has no height. */
interface Strip {
  readonly x: number;
  readonly y: number;
  readonly half: number;
  readonly slope: number;
  readonly above: number;
  readonly below: number;
}

export interface PlacedLabel {
  readonly x: number;
  readonly y: number;
}

export const degrees = (dx: number, dy: number): number => (Math.atan2(dy, dx) * 180) / Math.PI;

/** Shares of the way, the best first: the sender's half, then whatever is free. */
const PLACES: readonly number[] = [0.44, 0.36, 0.28, 0.52, 0.2, 0.6, 0.68, 0.76, 0.84, 0.14];
/** The line of a lost segment ends here. */
export const LOST_REACH = 0.62;
const BEYOND_LOST = 0.1;

const COST = { label: 100, line: 8, far: 1 } as const;

/** By how much two strips run into each other, in pixels of height times width. */
function overlap(a: Strip, b: Strip): number {
  const left = Math.max(a.x - a.half, b.x - b.half);
  const right = Math.min(a.x + a.half, b.x + b.half);
  if (left >= right) return 0;
  const depths = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const x = left + (right - left) * share;
    const gap = b.y + b.slope * (x - b.x) - (a.y + a.slope * (x - a.x));
    return Math.max(0, gap >= 0 ? a.below + b.above - gap : a.above + b.below + gap);
  });
  return (depths.reduce((sum, depth) => sum + depth, 0) / depths.length) * ((right - left) / 40);
}

function stripAt(arrow: PlannedArrow, { x1, x2 }: Ends, size: LabelSize, share: number): Strip {
  const end = arrow.ends[0] ?? arrow.y;
  return {
    x: x1 + (x2 - x1) * share,
    y: arrow.y + (end - arrow.y) * share,
    half: size.width / 2,
    slope: (end - arrow.y) / (x2 - x1),
    above: size.above,
    below: size.below,
  };
}

const lineOf = (arrow: PlannedArrow, ends: Ends): Strip => {
  const reach = arrow.isLost ? LOST_REACH : 1;
  const width = Math.abs(ends.x2 - ends.x1) * reach;
  return stripAt(arrow, ends, { width, above: 1, below: 1 }, reach / 2);
};

/** The shares at which the whole label lies between the two hosts. */
function placesFor(arrow: PlannedArrow, { x1, x2 }: Ends, { width }: LabelSize): readonly number[] {
  const edge = Math.min(0.5, width / 2 / Math.abs(x2 - x1));
  const last = arrow.isLost ? Math.min(1 - edge, LOST_REACH - BEYOND_LOST) : 1 - edge;
  const within = PLACES.filter((share) => share > edge && share < last);
  return [...within, Math.min(edge, last), last];
}

/** Who was placed first may give way to who came later. */
const ROUNDS = 3;

/** One label for each arrow, in their order: each stands where it hides least of what is there already. */
export function placeLabels(
  arrows: readonly PlannedArrow[],
  endsOf: (arrow: PlannedArrow) => Ends,
  sizeOf: (arrow: PlannedArrow) => LabelSize,
): readonly PlacedLabel[] {
  const lines = arrows.map((arrow) => lineOf(arrow, endsOf(arrow)));
  const placed: Strip[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, arrow] of arrows.entries()) {
      const others = placed.filter((_, i) => i !== index);
      const crossing = lines.filter((_, i) => i !== index);
      const ends = endsOf(arrow);
      const size = sizeOf(arrow);
      let least = Number.POSITIVE_INFINITY;
      for (const [rank, share] of placesFor(arrow, ends, size).entries()) {
        const strip = stripAt(arrow, ends, size, share);
        const hidden = others.reduce((sum, other) => sum + overlap(strip, other), 0);
        const crossed = crossing.reduce((sum, line) => sum + overlap(strip, line), 0);
        const cost = hidden * COST.label + crossed * COST.line + rank * COST.far;
        if (cost >= least) continue;
        least = cost;
        placed[index] = strip;
      }
    }
  }
  return placed.map(({ x, y }) => ({ x, y }));
}
