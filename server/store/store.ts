/**
 * What the server keeps. One interface, so that a lone machine and many share the code above it; one contract
 * (store.contract.ts) that every implementation must pass.
 *
 * Every promise resolves only when what it wrote would survive the end of the process.
 */
import type { Seat } from '../../shared/engine/match/seat.ts';
import type { RefereeState, Bots } from '../../shared/referee/referee.ts';
import type { LogEntry, LogHeader } from '../../shared/replay/log.ts';
import type { Table } from '../../shared/referee/table.ts';

/** The store did not do what was asked: the disk is full, or the database is away. Nothing can be said of the change. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/** Where a match's history stands. A count alone could not tell two histories apart, nor one's own commit. */
export interface Head {
  readonly version: number;
  /** Random, new with each commit. */
  readonly commitId: string;
}

export interface Snapshot {
  /** Entries that it contains. */
  readonly version: number;
  readonly state: RefereeState;
}

export interface StoredMatch {
  readonly header: LogHeader;
  readonly bots: Bots;
  /** Unix time of the match's beginning, ms. */
  readonly startedAt: number;
  readonly head: Head;
  readonly snapshot: Snapshot | null;
  /** Entries after the snapshot, or all if there is none. */
  readonly tail: readonly LogEntry[];
  /** It threw, and must not be run again. */
  readonly failed: boolean;
}

export interface NewMatch {
  readonly id: string;
  readonly header: LogHeader;
  readonly bots: Bots;
  readonly startedAt: number;
  readonly head: Head;
}

export interface Commit {
  readonly expected: Head;
  readonly next: Head;
  readonly entry: LogEntry;
  /** Given every so often and at the end, so that loading stays quick. */
  readonly snapshot: RefereeState | null;
  /** The match is over: it is no longer listed as running. */
  readonly ended: boolean;
}

export type CommitResult =
  | { readonly ok: true }
  /** Somebody else committed first, or the match is not there; nothing was written. */
  | { readonly ok: false; readonly head: Head | null };

/** A table with the number of its last change; a change is refused if the number has moved on. */
export interface Versioned<T> {
  readonly version: number;
  readonly value: T;
}

/** What makes a finished match public. Kept apart from its log, and gone with it. */
export interface StoredReplay {
  readonly id: string;
  readonly match: string;
  /** Whether the seat's player has agreed to be named. */
  readonly named: { readonly [seat in Seat]: boolean };
}

export interface ForgetBefore {
  /** Ended matches, and tables whose match has begun. */
  readonly ended: number;
  /** Tables where somebody still waits. */
  readonly waiting: number;
}

export interface Store {
  createMatch(match: NewMatch): Promise<boolean>;
  loadMatch(id: string): Promise<StoredMatch | null>;
  commit(id: string, commit: Commit): Promise<CommitResult>;
  /** The match stands still from now on: it is no longer running, its log is kept. */
  failMatch(id: string): Promise<void>;
  /** Every entry since the beginning. */
  readLog(id: string): Promise<readonly LogEntry[]>;
  runningMatches(): Promise<readonly string[]>;

  /** False if the id or the code is taken. */
  createTable(table: Table): Promise<boolean>;
  loadTable(id: string): Promise<Versioned<Table> | null>;
  findTable(code: string): Promise<string | null>;
  /** False if the table has changed since `version`, or is gone. */
  saveTable(version: number, table: Table): Promise<boolean>;
  deleteTable(id: string): Promise<void>;

  /** The replay of the match; if it has none yet, one of this id. Null if there is no such match. */
  shareMatch(match: string, id: string): Promise<StoredReplay | null>;
  findReplay(id: string): Promise<StoredReplay | null>;
  /** False if the match has no replay. */
  nameInReplay(match: string, seat: Seat, named: boolean): Promise<boolean>;

  /** Unix time of the last sign of life, ms; null on a new store. */
  lastHeartbeat(): Promise<number | null>;
  beat(now: number): Promise<void>;

  /** Deletes what has not changed since then (Unix time, ms); returns how many tables and matches. */
  forget(before: ForgetBefore): Promise<number>;
  close(): Promise<void>;
}
