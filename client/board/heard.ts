/** What this seat has heard from its peer in a lane. */
import type { LaneView, TrailEntry } from '../../shared/engine/match/view.ts';
import type { Note } from '../../shared/engine/tcp/note.ts';
import type { Segment } from '../../shared/engine/wire/segment.ts';

export interface Heard {
  /** The last segment that came, whatever became of it. */
  readonly last: Segment | null;
  /** Its FIN was reached. */
  readonly closed: boolean;
  /** Its RST was believed. */
  readonly reset: boolean;
}

const RESETS: readonly Note[] = ['reset/exact', 'reset/back-to-listen', 'syn-sent/reset'];

/** Where the trail of the latest connection in this lane begins. */
export const connectionStart = (trail: readonly TrailEntry[]): number => {
  const unborn = (state: string): boolean => state === 'CLOSED' || state === 'LISTEN';
  const at = trail.findLastIndex((entry) => unborn(entry.before) && !unborn(entry.after));
  return Math.max(at, 0);
};

export const heardFrom = (lane: LaneView): Heard => {
  const recent = lane.trail.slice(connectionStart(lane.trail));
  const asked = lane.prompt?.event;
  const came = lane.trail.flatMap((entry) => (entry.event.kind === 'segment' ? [entry.event.segment] : []));
  if (asked?.kind === 'segment') came.push(asked.segment);
  const noted = (note: Note): boolean => recent.some((entry) => entry.notes.includes(note));
  return {
    last: came.at(-1) ?? null,
    closed: noted('fin/reached'),
    reset: RESETS.some((note) => noted(note)),
  };
};
