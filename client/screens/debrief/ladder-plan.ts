/** Where everything of a ladder diagram lies: lane time to rows, so that long silences do not make long pages. */
import type { Seat } from '../../../shared/engine/match/seat.ts';
import type { TcpState } from '../../../shared/engine/tcp/state.ts';
import type { Ladder, LadderEvent, LadderSegment } from '../../../shared/replay/debrief.ts';

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

export interface PlannedEvent {
  readonly y: number;
  readonly source: LadderEvent;
}

export interface LadderPlan {
  readonly height: number;
  readonly arrows: readonly PlannedArrow[];
  readonly states: readonly PlannedState[];
  readonly events: readonly PlannedEvent[];
}

const TOP = 50;
const GREATEST_GAP = 84;
const PIXELS_A_SECOND = 44;
/** A lost segment is drawn as if it had flown so far. */
const LOST_FLIGHT = 52;

/** Segments that leave one seat at the same instant are put a little apart, in their order. */
function spread(segments: readonly LadderSegment[]): readonly (LadderSegment & { readonly order: number })[] {
  const seen = new Map<string, number>();
  return segments.map((segment) => {
    const key = `${segment.from}@${String(segment.sentAt)}`;
    const order = seen.get(key) ?? 0;
    seen.set(key, order + 1);
    return { ...segment, order };
  });
}

const EPSILON = 0.01;

/** Rising times to heights: proportional within bounds. */
function scaleOf(times: readonly number[], leastGap: number): (time: number) => number {
  const sorted = [...new Set(times)].sort((a, b) => a - b);
  const heights = new Map<number, number>();
  let y = TOP;
  let before: number | null = null;
  for (const time of sorted) {
    if (before !== null)
      y += Math.min(GREATEST_GAP, Math.max(leastGap, ((time - before) / 1000) * PIXELS_A_SECOND));
    heights.set(time, y);
    before = time;
  }
  return (time) => heights.get(time) ?? y;
}

function planStates(ladder: Ladder, scale: (time: number) => number, bottom: number): PlannedState[] {
  return (['A', 'B'] as const).flatMap((seat) => {
    const mine = ladder.states.filter((state) => state.seat === seat);
    return mine.map(({ state, at }, index) => {
      const next = mine[index + 1];
      return {
        seat,
        state,
        top: index === 0 ? TOP - 24 : scale(at),
        bottom: next === undefined ? bottom : scale(next.at),
      };
    });
  });
}

/** `leastGap` keeps the rows so far apart that the words of one have room. */
export function planLadder(ladder: Ladder, leastGap: number): LadderPlan {
  const segments = spread(ladder.segments).map((segment) => ({
    ...segment,
    sentAt: segment.sentAt + segment.order * EPSILON,
    arrivals: segment.arrivals.map((at) => at + segment.order * EPSILON),
  }));
  const scale = scaleOf(
    [
      0,
      ladder.endedAt,
      ...segments.flatMap(({ sentAt, arrivals }) => [sentAt, ...arrivals]),
      ...ladder.states.map(({ at }) => at),
      ...ladder.events.map(({ at }) => at),
    ],
    leastGap,
  );
  const bottom = scale(ladder.endedAt) + LOST_FLIGHT;
  return {
    height: bottom + 16,
    arrows: segments.map((segment, index) => {
      const y = scale(segment.sentAt);
      const isLost = segment.arrivals.length === 0;
      return {
        index,
        id: segment.id,
        from: segment.from,
        y,
        ends: isLost ? [y + LOST_FLIGHT] : segment.arrivals.map(scale),
        isLost,
        source: ladder.segments[index] ?? segment,
      };
    }),
    states: planStates(ladder, scale, bottom),
    events: ladder.events.map((source) => ({ y: scale(source.at), source })),
  };
}
