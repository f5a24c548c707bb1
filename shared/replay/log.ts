/**
 * A match's log: everything that decided it. It holds seats, never names, and rebuilds the match exactly.
 * Entries are in order of their time, which is real time since the match began, ms.
 */
import type { Millis } from '../engine/base/millis.ts';
import type { Key } from '../engine/base/rng.ts';
import { sha256Hex } from '../engine/base/sha256.ts';
import type { Level } from '../engine/match/level.ts';
import type { MatchSetup, SeatSetup } from '../engine/match/setup.ts';
import type { MatchCommand } from '../engine/match/step.ts';

/** Of the log itself. */
export const LOG_FORMAT = 1;

/** Of the behaviour: a log is worth only what its own rules made of it. Raised whenever an old log would play otherwise. */
export const RULES_VERSION = 3;

export interface LogHeader {
  readonly format: number;
  readonly rules: number;
  readonly level: Level;
  readonly levelHash: string;
  /** The server's secret, 64 hexadecimal digits; its hash was published before the nonces came. */
  readonly secret: string;
  /** Each player's share of the seed; empty for a bot. */
  readonly nonces: { readonly A: string; readonly B: string };
  readonly timed: boolean;
  readonly speed: boolean;
  readonly seats: { readonly A: SeatSetup; readonly B: SeatSetup };
}

export interface LogEntry {
  readonly at: Millis;
  /** The number that the seat's client gave the command; 0 for bots and the server. */
  readonly n: number;
  readonly command: MatchCommand;
}

export interface MatchLog {
  readonly header: LogHeader;
  readonly entries: readonly LogEntry[];
}

export const hashOfLevel = (level: Level): string => sha256Hex(JSON.stringify(level));

export const hashOfSecret = (secret: string): string => sha256Hex(secret);

/** Nobody alone can choose it: the server is bound by its hash before it sees the nonces. */
export const seedOf = ({ secret, nonces }: Pick<LogHeader, 'secret' | 'nonces'>): Key =>
  sha256Hex(`${secret}/${nonces.A}/${nonces.B}`);

export const setupOf = (header: LogHeader): MatchSetup => ({
  level: header.level,
  seed: seedOf(header),
  timed: header.timed,
  speed: header.speed,
  seats: header.seats,
});
