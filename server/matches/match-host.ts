/**
 * Hosts matches: the referee with a real clock and a store. One command of a match at a time; what it brings about is
 * committed first and told after. No match belongs to this process: whatever it holds can be loaded again.
 */
import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { Seat } from '../../shared/engine/match/seat.ts';
import { SEATS } from '../../shared/engine/match/seat.ts';
import type { MatchCommand } from '../../shared/engine/match/step.ts';
import type {
  CommandResult,
  Failure,
  Heartbeat,
  PlayerCommand,
  Reply,
  ViewUpdate,
} from '../../shared/protocol/messages.ts';
import type { Bots, RefereeState } from '../../shared/referee/referee.ts';
import {
  commandOf,
  execute,
  heartbeatFor,
  nextEntry,
  numbered,
  openReferee,
  stamp,
  updateFor,
} from '../../shared/referee/referee.ts';
import type { LogEntry, LogHeader, MatchLog } from '../../shared/replay/log.ts';
import type { Metrics } from '../http/metrics.ts';
import type { Head, Store } from '../store/store.ts';
import type { Clock } from './clock.ts';

/** What the host tells of a match after each commit. */
export interface MatchListener {
  viewChanged(match: string, seat: Seat, update: ViewUpdate): void;
  /** Told before the last views: whoever sees the end may ask for what comes after it. */
  ended(match: string): Promise<void>;
  /** The match threw: it is stopped, its log is kept. */
  failed(match: string): void;
  /** Whether anybody is connected to it. */
  isWatched(match: string): boolean;
}

interface Hosted {
  readonly id: string;
  readonly header: LogHeader;
  readonly startedAt: number;
  state: RefereeState;
  head: Head;
  /** Commands wait here for the one before. */
  tail: Promise<unknown>;
  waiting: number;
  timer: NodeJS.Timeout | null;
  failed: boolean;
}

export interface MatchHost {
  open(id: string, header: LogHeader, bots: Bots): Promise<boolean>;
  command(id: string, seat: Seat, n: number, command: PlayerCommand): Promise<Reply<CommandResult>>;
  setPresence(id: string, seat: Seat, is: 'present' | 'away' | 'gone'): Promise<void>;
  view(id: string, seat: Seat): Promise<ViewUpdate | null>;
  heartbeat(id: string, seat: Seat): Heartbeat | null;
  log(id: string): Promise<MatchLog | null>;
  isEnded(id: string): Promise<boolean>;
  /** Carries on every match that was running when the lights went out. */
  recover(): Promise<number>;
  /** Forgets a match that nobody watches; it is loaded again when needed. */
  release(id: string): void;
  /** Waits for the commands under way and stops all timers. */
  close(): Promise<void>;
}

/** Commands of one match that may wait; more are refused as `busy`. */
const QUEUE_LIMIT = 16;

/** Between snapshots, entries. */
const SNAPSHOT_EVERY = 32;

/** Node's timers take no more, ms. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** The match's history is not the one in memory; it is loaded afresh for whoever asks next. */
class HistoryMovedError extends Error {
  override readonly name = 'HistoryMovedError';
}

const newCommitId = (): string => randomBytes(8).toString('hex');

const failure = (code: Failure['code'], detail: string): Failure => ({ ok: false, code, detail });

export function createMatchHost(
  store: Store,
  clock: Clock,
  log: Logger,
  metrics: Metrics,
  listener: MatchListener,
): MatchHost {
  const hosted = new Map<string, Hosted>();
  const loading = new Map<string, Promise<Hosted | null>>();
  let closing = false;

  // Loading

  function find(id: string): Promise<Hosted | null> {
    const present = hosted.get(id);
    if (present !== undefined) return Promise.resolve(present);
    let pending = loading.get(id);
    if (pending === undefined) {
      pending = load(id).finally(() => loading.delete(id));
      loading.set(id, pending);
    }
    return pending;
  }

  async function load(id: string): Promise<Hosted | null> {
    const stored = await store.loadMatch(id);
    if (stored === null) return null;
    const { header, bots, startedAt, head, snapshot, tail } = stored;
    let state = snapshot === null ? openReferee(header, bots) : snapshot.state;
    for (const entry of tail) ({ state } = execute(state, entry));
    return host({ id, header, startedAt, state, head });
  }

  function host(match: Pick<Hosted, 'id' | 'header' | 'startedAt' | 'state' | 'head'>): Hosted {
    const one: Hosted = { ...match, tail: Promise.resolve(), waiting: 0, timer: null, failed: false };
    hosted.set(one.id, one);
    metrics.matches.set(hosted.size);
    return one;
  }

  // Commands

  /** Runs one piece of work of a match after those before it. */
  function enqueue<T>(match: Hosted, work: () => Promise<T>): Promise<T> {
    match.waiting += 1;
    const done = match.tail.then(work).finally(() => {
      match.waiting -= 1;
    });
    match.tail = done.catch(() => undefined);
    return done;
  }

  const nowOf = (match: Hosted): number => clock.now() - match.startedAt;

  /** Steps, commits, tells. A step that changes nothing leaves no entry, unless a client waits for its number. */
  async function perform(
    match: Hosted,
    n: number,
    command: MatchCommand,
    at: number,
  ): Promise<CommandResult | null> {
    const entry: LogEntry = { at: stamp(match.state, at), n, command };
    const before = match.state;
    const step = stepOrStop(match, entry);
    if (step.events.length === 0 && n === 0) return null;
    const next: Head = { version: match.head.version + 1, commitId: newCommitId() };
    const ended = step.state.match.ended !== null && before.match.ended === null;
    const finished = metrics.commit.startTimer();
    const committed = await store.commit(match.id, {
      expected: match.head,
      next,
      entry,
      snapshot: ended || next.version % SNAPSHOT_EVERY === 0 ? step.state : null,
      ended,
    });
    finished();
    if (!committed.ok) {
      // Another history has begun: what we hold is worthless.
      drop(match);
      throw new Error(
        `match ${match.id}: head ${match.head.version} has moved to ${committed.head?.version}`,
      );
    }
    match.state = step.state;
    match.head = next;
    metrics.commands.inc({ kind: command.kind });
    if (ended) await listener.ended(match.id);
    tell(match, before, n, command);
    if (ended && !listener.isWatched(match.id)) drop(match);
    schedule(match);
    return n === 0 || step.outcome.verdict === 'done' ? null : step.outcome;
  }

  /** Our own mistakes stop the match and leave its log to be read; they must not take the process along. */
  function stepOrStop(match: Hosted, entry: LogEntry): ReturnType<typeof execute> {
    try {
      return execute(match.state, entry);
    } catch (error) {
      match.failed = true;
      drop(match);
      log.error({ err: error, match: match.id, entry, version: match.head.version }, 'match stopped');
      listener.failed(match.id);
      throw error;
    }
  }

  function tell(match: Hosted, before: RefereeState, n: number, command: MatchCommand): void {
    for (const seat of SEATS) {
      if (match.state.seats[seat].counter === before.seats[seat].counter) continue;
      listener.viewChanged(match.id, seat, updateFor(match.state, seat));
    }
    if (log.isLevelEnabled('debug')) log.debug({ match: match.id, n, command: command.kind }, 'committed');
  }

  function drop(match: Hosted): void {
    if (match.timer !== null) clearTimeout(match.timer);
    match.timer = null;
    hosted.delete(match.id);
    metrics.matches.set(hosted.size);
  }

  // Time

  function schedule(match: Hosted): void {
    if (match.timer !== null) clearTimeout(match.timer);
    match.timer = null;
    const next = closing || match.failed || !hosted.has(match.id) ? null : nextEntry(match.state);
    if (next === null) return;
    const delay = Math.max(0, Math.min(next.at - nowOf(match), LONGEST_TIMER));
    match.timer = setTimeout(() => {
      match.timer = null;
      enqueue(match, () => tick(match)).catch((error: unknown) => {
        log.error({ err: error, match: match.id }, 'tick failed');
      });
    }, delay);
  }

  /** Executes what is due, in order, each at its own time. */
  async function tick(match: Hosted): Promise<void> {
    for (;;) {
      const next = nextEntry(match.state);
      if (next === null || closing || match.failed) return;
      if (next.at > nowOf(match)) break;
      await perform(match, 0, next.command, next.at);
    }
    schedule(match);
  }

  async function withMatch<T>(id: string, work: (match: Hosted) => Promise<T>): Promise<T | null> {
    const match = await find(id);
    return match === null ? null : enqueue(match, () => work(match));
  }

  return {
    async open(id, header, bots) {
      const startedAt = clock.now();
      const head: Head = { version: 0, commitId: newCommitId() };
      const created = await store.createMatch({ id, header, bots, startedAt, head });
      if (!created) return false;
      const match = host({ id, header, startedAt, state: openReferee(header, bots), head });
      schedule(match);
      return true;
    },

    async command(id, seat, n, command) {
      const at = clock.now();
      const match = await find(id);
      if (match === null) return failure('match/unknown', id);
      if (match.waiting >= QUEUE_LIMIT) return failure('match/busy', `${match.waiting} commands wait`);
      return enqueue(match, async () => {
        if (closing) return failure('server/stopping', 'send it again to the server that comes after');
        const place = numbered(match.state, seat, n);
        if (place.kind === 'again') return { ok: true, value: place.result };
        if (place.kind === 'gap') {
          return failure('command/gap', `expected ${match.state.seats[seat].lastCommand + 1}, got ${n}`);
        }
        try {
          const result = await perform(match, n, commandOf(seat, command), at - match.startedAt);
          return { ok: true, value: result ?? { verdict: 'stale' } };
        } catch (error) {
          if (!(error instanceof HistoryMovedError)) throw error;
          return failure('match/busy', 'the match has been loaded again: send the command again');
        }
      });
    },

    async setPresence(id, seat, is) {
      await withMatch(id, async (match) => {
        if (closing && is === 'away') return;
        await perform(match, 0, { kind: 'presence', seat, is }, nowOf(match));
      });
    },

    async view(id, seat) {
      const match = await find(id);
      return match === null ? null : updateFor(match.state, seat);
    },

    heartbeat(id, seat) {
      const match = hosted.get(id);
      return match === undefined ? null : heartbeatFor(match.state, seat, nowOf(match));
    },

    async log(id) {
      const match = await find(id);
      return match === null ? null : { header: match.header, entries: await store.readLog(id) };
    },

    async isEnded(id) {
      const match = await find(id);
      return match !== null && match.state.match.ended !== null;
    },

    async recover() {
      const lastSign = await store.lastHeartbeat();
      const ids = await store.runningMatches();
      for (const id of ids) {
        await withMatch(id, async (match) => {
          const at = nowOf(match);
          const darkSince = Math.max(match.state.lastAt, (lastSign ?? clock.now()) - match.startedAt);
          const gap = Math.max(0, at - darkSince);
          // No deadline passes while the lights are out.
          if (gap > 0) await perform(match, 0, { kind: 'stall', gap }, at);
          for (const seat of SEATS) {
            if (!match.header.seats[seat].bot)
              await perform(match, 0, { kind: 'presence', seat, is: 'away' }, at);
          }
          schedule(match);
        });
      }
      return ids.length;
    },

    release(id) {
      const match = hosted.get(id);
      if (match !== undefined && match.state.match.ended !== null && match.waiting === 0) drop(match);
    },

    async close() {
      closing = true;
      for (const match of hosted.values()) if (match.timer !== null) clearTimeout(match.timer);
      await Promise.all([...hosted.values()].map(({ tail }) => tail));
    },
  };
}
