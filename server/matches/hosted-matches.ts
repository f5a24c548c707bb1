/** The matches that this process holds in memory, each with its queue of work. Any of them can be loaded again. */
import type { Logger } from 'pino';
import type { Gauge } from 'prom-client';
import type { RefereeState } from '../../shared/referee/referee.ts';
import { execute, openReferee } from '../../shared/referee/referee.ts';
import type { LogEntry, LogHeader } from '../../shared/replay/log.ts';
import { LOG_FORMAT, RULES_VERSION } from '../../shared/replay/log.ts';
import type { Head, Store, StoredMatch } from '../store/store.ts';
import type { Clock } from './clock.ts';

export interface HostedMatch {
  readonly id: string;
  readonly header: LogHeader;
  /** Unix time of the match's beginning, ms. */
  readonly startedAt: number;
  state: RefereeState;
  head: Head;
  /** What time or a bot brings next; null if only people can bring it. */
  next: LogEntry | null;
  timer: NodeJS.Timeout | null;
  /** Work waits here for the one before. */
  tail: Promise<unknown>;
  waiting: number;
  /** No longer the one that counts: whoever still holds it must ask again. */
  dropped: boolean;
}

/** The match's history is not the one in memory; it is loaded afresh for whoever asks next. */
export class HistoryMovedError extends Error {
  override readonly name = 'HistoryMovedError';
}

/** The match threw, or was written by rules that are not these: it stands still, its log is kept. */
export class MatchFailedError extends Error {
  override readonly name = 'MatchFailedError';
}

export interface HostedMatches {
  /** Null if there is no such match. Throws MatchFailedError if it has failed. */
  find(id: string): Promise<HostedMatch | null>;
  add(match: Pick<HostedMatch, 'id' | 'header' | 'startedAt' | 'state' | 'head' | 'next'>): HostedMatch;
  /** Present in memory, without looking into the store. */
  peek(id: string): HostedMatch | null;
  drop(match: HostedMatch): void;
  /** Drops the match and keeps it from being loaded again. */
  fail(match: HostedMatch, reason: unknown): Promise<void>;
  /** Runs one piece of work of a match after those before it. Throws HistoryMovedError if the match was dropped. */
  enqueue<T>(match: HostedMatch, work: () => Promise<T>): Promise<T>;
  all(): readonly HostedMatch[];
}

export function createHostedMatches(
  store: Store,
  clock: Clock,
  log: Logger,
  gauge: Gauge,
  /** What is next for a match that has just been loaded. */
  nextOf: (state: RefereeState) => LogEntry | null,
): HostedMatches {
  const hosted = new Map<string, HostedMatch>();
  const loading = new Map<string, Promise<HostedMatch | null>>();

  function restore({ header, bots, snapshot, tail }: StoredMatch): RefereeState {
    let state = snapshot === null ? openReferee(header, bots) : snapshot.state;
    for (const entry of tail) ({ state } = execute(state, entry));
    return state;
  }

  async function load(id: string): Promise<HostedMatch | null> {
    const stored = await store.loadMatch(id);
    if (stored === null) return null;
    const { header, head, failed } = stored;
    if (failed) throw new MatchFailedError(id);
    if (header.format !== LOG_FORMAT || header.rules !== RULES_VERSION) {
      throw new MatchFailedError(`${id}: format ${header.format}, rules ${header.rules} are not served here`);
    }
    const state = restore(stored);
    // The system's clock may have been set back since: the match never is.
    const startedAt = Math.min(stored.startedAt, clock.now() - state.lastAt);
    return add({ id, header, startedAt, state, head, next: nextOf(state) });
  }

  function add(
    match: Pick<HostedMatch, 'id' | 'header' | 'startedAt' | 'state' | 'head' | 'next'>,
  ): HostedMatch {
    const one: HostedMatch = { ...match, timer: null, tail: Promise.resolve(), waiting: 0, dropped: false };
    hosted.set(one.id, one);
    gauge.set(hosted.size);
    return one;
  }

  function drop(match: HostedMatch): void {
    if (match.timer !== null) clearTimeout(match.timer);
    match.timer = null;
    match.dropped = true;
    if (hosted.get(match.id) === match) hosted.delete(match.id);
    gauge.set(hosted.size);
  }

  return {
    find(id) {
      const present = hosted.get(id);
      if (present !== undefined) return Promise.resolve(present);
      let pending = loading.get(id);
      if (pending === undefined) {
        pending = load(id).finally(() => loading.delete(id));
        loading.set(id, pending);
      }
      return pending;
    },
    add,
    peek: (id) => hosted.get(id) ?? null,
    drop,
    async fail(match, reason) {
      drop(match);
      log.error({ err: reason, match: match.id, version: match.head.version }, 'match stopped');
      await store.failMatch(match.id);
    },
    enqueue(match, work) {
      match.waiting += 1;
      const done = match.tail
        .then(() => {
          if (match.dropped) throw new HistoryMovedError(match.id);
          return work();
        })
        .finally(() => {
          match.waiting -= 1;
        });
      match.tail = done.catch(() => undefined);
      return done;
    },
    all: () => [...hosted.values()],
  };
}
