/**
 * Where a page keeps the matches that it hosts, so that they survive a reload. A match has one host at a time: the page
 * that opened it last, as the sign of life says.
 */
import type { Table } from '../../shared/referee/table.ts';
import type { MatchLog } from '../../shared/replay/log.ts';
import { isRecord } from '../session/is-record.ts';

export interface SavedMatch {
  readonly table: Table;
  /** When the match began, by the page's clock. */
  readonly startedAt: number;
  /** Null until the match begins. */
  readonly log: MatchLog | null;
}

export interface SoloStore {
  load(match: string): SavedMatch | null;
  save(saved: SavedMatch): void;
  forget(match: string): void;
  /** From now on this page hosts it. */
  claim(match: string, now: number): void;
  /** Null if nothing is known of it. */
  lastSign(match: string): number | null;
  /** False, and nothing is written, if another page hosts it now. */
  sign(match: string, now: number): boolean;
}

const PREFIX = 'shake-and-wave.solo.';
const matchKey = (match: string): string => `${PREFIX}${match}`;
const signKey = (match: string): string => `${PREFIX}${match}.sign`;

/** Matches that were never finished, nor left, are forgotten when there are more, the longest silent first. */
const KEPT = 4;

interface Sign {
  readonly host: string;
  readonly at: number;
}

const isSign = (value: unknown): value is Sign =>
  isRecord(value) && typeof value['host'] === 'string' && typeof value['at'] === 'number';

const isLog = (value: unknown): value is MatchLog =>
  isRecord(value) && isRecord(value['header']) && Array.isArray(value['entries']);

const isTable = (value: unknown): value is Table =>
  isRecord(value) && typeof value['id'] === 'string' && isRecord(value['seats']);

/** Deep enough to tell a match from something else: whether it makes sense shows when it is replayed. */
const isSavedMatch = (value: unknown): value is SavedMatch =>
  isRecord(value) &&
  isTable(value['table']) &&
  typeof value['startedAt'] === 'number' &&
  (value['log'] === null || isLog(value['log']));

/** `host` names this page among those of the browser. */
export function createSoloStore(storage: Storage, host: string): SoloStore {
  function read<T>(key: string, is: (value: unknown) => value is T): T | null {
    try {
      const value: unknown = JSON.parse(storage.getItem(key) ?? 'null');
      return is(value) ? value : null;
    } catch {
      return null;
    }
  }

  /** Storage may be full or forbidden; then the match is lost with the page, and goes on until then. */
  function write(key: string, value: unknown): void {
    try {
      storage.setItem(key, JSON.stringify(value));
    } catch {
      // Nothing to be done, and nothing to be told.
    }
  }

  function forget(match: string): void {
    storage.removeItem(matchKey(match));
    storage.removeItem(signKey(match));
  }

  function forgetSilent(): void {
    const signs = Object.keys(storage)
      .filter((key) => key.startsWith(PREFIX) && key.endsWith('.sign'))
      .map((key) => ({ match: key.slice(PREFIX.length, -'.sign'.length), at: read(key, isSign)?.at ?? 0 }))
      .sort((a, b) => b.at - a.at);
    for (const { match } of signs.slice(KEPT)) forget(match);
  }

  return {
    load: (match) => read(matchKey(match), isSavedMatch),
    save: (saved) => write(matchKey(saved.table.id), saved),
    forget,
    claim: (match, now) => {
      write(signKey(match), { host, at: now });
      forgetSilent();
    },
    lastSign: (match) => read(signKey(match), isSign)?.at ?? null,
    sign: (match, now) => {
      const last = read(signKey(match), isSign);
      if (last !== null && last.host !== host) return false;
      write(signKey(match), { host, at: now });
      return true;
    },
  };
}
