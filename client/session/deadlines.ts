/** How long each open prompt or question has left, on this page's own clock. */
import type { SeatView } from '../../shared/engine/match/view.ts';
import type { SeatHeartbeat } from '../../shared/protocol/messages.ts';

export interface Deadline {
  readonly window: number;
  /** Left at `since`. */
  readonly remaining: number;
  readonly since: number;
  /** The time of an absent player or of a paused match stands. */
  readonly stands: boolean;
}

export type Deadlines = ReadonlyMap<number, Deadline>;

export const NO_DEADLINES: Deadlines = new Map();

/** Smaller differences are the network's unsteadiness; following them would make the ring tremble. */
const TOLERANCE = 250;

export const remainingAt = (deadline: Deadline, now: number): number =>
  Math.max(0, deadline.remaining - (deadline.stands ? 0 : now - deadline.since));

export function deadlinesOf(view: SeatView, now: number): Deadlines {
  const deadlines = new Map<number, Deadline>();
  for (const open of view.lanes.flatMap(({ prompt, question }) => [prompt, question])) {
    if (open === null || open.window === null || open.remaining === null) continue;
    deadlines.set(open.id, {
      window: Math.max(open.window, open.remaining),
      remaining: open.remaining,
      since: now,
      stands: open.standing || view.paused,
    });
  }
  return deadlines;
}

/** Without a connection nobody counts: the server lets the prompts of an absent player stand. */
export const frozenAt = (deadlines: Deadlines, now: number): Deadlines =>
  new Map(
    [...deadlines].map(([id, deadline]) => [
      id,
      { ...deadline, remaining: remainingAt(deadline, now), since: now, stands: true },
    ]),
  );

export function correctedBy(deadlines: Deadlines, heartbeat: SeatHeartbeat, now: number): Deadlines {
  const corrected = new Map(deadlines);
  for (const [id, deadline] of deadlines) {
    const remaining = heartbeat.remaining[id];
    if (remaining === undefined || Math.abs(remaining - remainingAt(deadline, now)) <= TOLERANCE) continue;
    corrected.set(id, { ...deadline, remaining, since: now });
  }
  return corrected;
}
