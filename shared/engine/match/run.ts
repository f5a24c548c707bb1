/** One step in the making: the state so far and the events that led to it. */
import type { MatchEvent } from './event.ts';
import { apply } from './apply.ts';
import type { Seat } from './seat.ts';
import type { Lane, LaneSeat, MatchState } from './state.ts';

export interface Run {
  state: MatchState;
  readonly events: MatchEvent[];
}

/** A level that makes more of it in one step runs away. */
export const EVENT_LIMIT = 10_000;

export const startRun = (state: MatchState): Run => ({ state, events: [] });

export function emit(run: Run, event: MatchEvent): void {
  run.state = apply(run.state, event);
  run.events.push(event);
}

export const laneOf = (run: Run, lane: number): Lane => run.state.lanes[lane]!;

export const laneSeatOf = (run: Run, lane: number, seat: Seat): LaneSeat =>
  run.state.lanes[lane]!.seats[seat];

export const hasRunAway = (run: Run): boolean => run.events.length > EVENT_LIMIT;
