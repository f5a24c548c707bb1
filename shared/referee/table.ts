/** The place where two players meet: before, during and after a match. Kept apart from the match's log, which has no names. */
import type { HelpStage, Level } from '../engine/match/level.ts';
import type { Seat } from '../engine/match/seat.ts';
import type { Seated, Skill, TimeFactor } from '../protocol/messages.ts';

export interface TableSeat {
  readonly name: string;
  /** The bot's skill; null for a person. */
  readonly skill: Skill | null;
  /** SHA-256 of the seat's token; empty for a bot. */
  readonly tokenHash: string;
  /** The player's share of the seed; null until ready. */
  readonly nonce: string | null;
  readonly timeFactor: TimeFactor;
  readonly wantsRematch: boolean;
  readonly left: boolean;
}

/** A level that is not built in: the table brings it along. */
export interface OwnLevel {
  readonly level: Level;
  readonly introduction: NonNullable<Seated['introduction']>;
}

export interface Table {
  /** The match's id too. */
  readonly id: string;
  readonly code: string;
  readonly level: string;
  /** Null if the level is built in. */
  readonly ownLevel: OwnLevel | null;
  readonly help: HelpStage | null;
  readonly timed: boolean;
  readonly speed: boolean;
  /** The server's secret; told only after the match. */
  readonly secret: string;
  readonly phase: 'waiting' | 'playing' | 'ended';
  readonly seats: { readonly A: TableSeat | null; readonly B: TableSeat | null };
  /** The table that the players went on to; null while no rematch is agreed. */
  readonly rematch: string | null;
  /** Unix time of the last change, ms. */
  readonly changedAt: number;
}

export const withSeat = (table: Table, seat: Seat, value: TableSeat | null): Table => ({
  ...table,
  seats: seat === 'A' ? { A: value, B: table.seats.B } : { A: table.seats.A, B: value },
});
