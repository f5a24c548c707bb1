/** Every wrong play of a match, with the match as it stood. */
import type { MatchEvent } from '../engine/match/event.ts';
import type { Seat } from '../engine/match/seat.ts';
import type { MatchState } from '../engine/match/state.ts';
import type { Ladder } from './debrief.ts';
import type { ReplayStep } from './replay.ts';

export interface RefusedPlay {
  readonly event: Extract<MatchEvent, { readonly kind: 'refused' }>;
  /** Before the play; a refused one changes nothing, and its prompt was open already when the command came. */
  readonly state: MatchState;
  /** The step that it came in. */
  readonly step: number;
}

export const refusedPlays = (steps: readonly ReplayStep[]): readonly RefusedPlay[] =>
  steps.flatMap(({ state: after, events }, step) =>
    events.flatMap((event) =>
      event.kind === 'refused' ? { event, state: steps[step - 1]?.state ?? after, step } : [],
    ),
  );

/** The row of what the seat did next, having done so much; the last one if it did nothing any more. */
export const rowAfter = ({ moments, rows }: Ladder, seat: Seat, done: number): number =>
  moments.filter((moment) => moment.seat === seat)[done]?.row ?? rows.length - 1;
