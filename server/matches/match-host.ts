/**
 * Hosts matches: the referee with a real clock and a store. One command of a match at a time. No match belongs to this
 * process: whatever it holds can be loaded again.
 */
import type { Logger } from 'pino';
import type { Seat } from '../../shared/engine/match/seat.ts';
import { SEATS } from '../../shared/engine/match/seat.ts';
import { failure } from '../../shared/protocol/failure.ts';
import type {
  CommandResult,
  Heartbeat,
  PlayerCommand,
  Reply,
  ViewUpdate,
} from '../../shared/protocol/messages.ts';
import type { Bots } from '../../shared/referee/referee.ts';
import {
  commandOf,
  heartbeatFor,
  nextEntry,
  numbered,
  openReferee,
  stallSince,
  updateFor,
} from '../../shared/referee/referee.ts';
import type { LogHeader, MatchLog } from '../../shared/replay/log.ts';
import type { Metrics } from '../http/metrics.ts';
import type { Store } from '../store/store.ts';
import type { Clock } from './clock.ts';
import type { MatchListener } from './commit-step.ts';
import { createCommitStep, newHead } from './commit-step.ts';
import type { HostedMatch } from './hosted-matches.ts';
import { HistoryMovedError, MatchFailedError, createHostedMatches } from './hosted-matches.ts';

export type PresenceNow = 'present' | 'away' | 'gone';

export interface MatchHost {
  /** False if the match exists already. */
  open(id: string, header: LogHeader, bots: Bots): Promise<boolean>;
  command(id: string, seat: Seat, n: number, command: PlayerCommand): Promise<Reply<CommandResult>>;
  /** `is` is asked when it is this command's turn: by then it may have changed. */
  setPresence(id: string, seat: Seat, is: () => PresenceNow): Promise<void>;
  view(id: string, seat: Seat): Promise<ViewUpdate | null>;
  heartbeat(id: string, seat: Seat): Heartbeat | null;
  log(id: string): Promise<MatchLog | null>;
  exists(id: string): Promise<boolean>;
  isEnded(id: string): Promise<boolean>;
  isFull(): boolean;
  /** Carries on every match that was running when the lights went out. */
  recover(): Promise<number>;
  /** Forgets an ended match that nobody watches; it is loaded again when needed. */
  release(id: string): void;
  /** Waits for the commands under way and stops all timers. */
  close(): Promise<void>;
}

/** Commands of one match that may wait; more are refused as `busy`. */
const QUEUE_LIMIT = 16;

/** Matches under way at once; one more is refused. */
const MATCH_LIMIT = 5000;

/** After a failure what is due is tried again so much later, ms. */
const TRY_AGAIN = 1000;

/** Node's timers take no more, ms. */
const LONGEST_TIMER = 2 ** 31 - 1;

export function createMatchHost(
  store: Store,
  clock: Clock,
  log: Logger,
  metrics: Metrics,
  listener: MatchListener,
): MatchHost {
  const matches = createHostedMatches(store, clock, log, metrics.matches, nextEntry);
  const commitStep = createCommitStep(store, matches, log, metrics, listener);
  let closing = false;

  const nowOf = (match: HostedMatch): number => clock.now() - match.startedAt;

  // Time

  function schedule(match: HostedMatch, atLeast = 0): void {
    if (match.timer !== null) clearTimeout(match.timer);
    match.timer = null;
    if (closing || match.dropped || match.next === null) return;
    const delay = Math.max(atLeast, Math.min(match.next.at - nowOf(match), LONGEST_TIMER));
    match.timer = setTimeout(() => {
      match.timer = null;
      matches.enqueue(match, () => tick(match)).catch((error: unknown) => tickFailed(match, error));
    }, delay);
  }

  /** Executes what is due, in order, each at its own time. */
  async function tick(match: HostedMatch): Promise<void> {
    while (!closing && match.next !== null && match.next.at <= nowOf(match)) {
      const { at, command } = match.next;
      await commitStep(match, 0, command, at);
    }
    schedule(match);
  }

  /** The store may be back in a second; a match that moved or failed has nothing left to try. */
  function tickFailed(match: HostedMatch, error: unknown): void {
    if (error instanceof HistoryMovedError || error instanceof MatchFailedError) return;
    log.error({ err: error, match: match.id }, 'tick failed');
    schedule(match, TRY_AGAIN);
  }

  // Work

  /** After the work before it; whatever comes of it, the match's clock goes on. */
  function inTurn<T>(match: HostedMatch, work: () => Promise<T>): Promise<T> {
    return matches.enqueue(match, async () => {
      try {
        return await work();
      } finally {
        schedule(match);
      }
    });
  }

  /** Null if there is no such match. */
  async function withMatch<T>(id: string, work: (match: HostedMatch) => Promise<T>): Promise<T | null> {
    const match = await matches.find(id);
    return match === null ? null : inTurn(match, () => work(match));
  }

  async function apply(
    match: HostedMatch,
    seat: Seat,
    n: number,
    command: PlayerCommand,
    at: number,
  ): Promise<Reply<CommandResult>> {
    if (closing) return failure('server/stopping', 'send it again to the server that comes after');
    const place = numbered(match.state, seat, n);
    if (place.kind === 'again') return { ok: true, value: place.result };
    if (place.kind === 'gap') {
      return failure('command/gap', `expected ${match.state.seats[seat].lastCommand + 1}, got ${n}`);
    }
    // Nothing can change any more, so nothing is kept of it.
    if (match.state.match.ended !== null) return { ok: true, value: { verdict: 'stale' } };
    const result = await commitStep(match, n, commandOf(seat, command), at - match.startedAt);
    return { ok: true, value: result ?? { verdict: 'stale' } };
  }

  /** The lights were out since the last sign of life, or since the match's own last entry. */
  async function carryOn(match: HostedMatch, lastSign: number): Promise<void> {
    const at = nowOf(match);
    const stall = stallSince(match.state, lastSign - match.startedAt, at);
    if (stall !== null) await commitStep(match, 0, stall, at);
    for (const seat of SEATS) {
      if (match.header.seats[seat].bot) continue;
      await commitStep(match, 0, { kind: 'presence', seat, is: 'away' }, at);
    }
  }

  return {
    async open(id, header, bots) {
      const state = openReferee(header, bots);
      const next = nextEntry(state);
      const startedAt = clock.now();
      const head = newHead(0);
      if (!(await store.createMatch({ id, header, bots, startedAt, head }))) return false;
      schedule(matches.add({ id, header, startedAt, state, head, next }));
      return true;
    },

    async command(id, seat, n, command) {
      const at = clock.now();
      try {
        const match = await matches.find(id);
        if (match === null) return failure('match/not-started', id);
        if (match.waiting >= QUEUE_LIMIT) return failure('match/busy', `${QUEUE_LIMIT} commands wait`);
        return await inTurn(match, () => apply(match, seat, n, command, at));
      } catch (error) {
        if (error instanceof HistoryMovedError) return failure('match/busy', 'the match is loaded again');
        if (error instanceof MatchFailedError) return failure('match/failed', 'the match has been stopped');
        throw error;
      }
    },

    async setPresence(id, seat, is) {
      await withMatch(id, async (match) => {
        const now = is();
        // A server that stops takes its sockets along; the players have not gone.
        if (closing && now === 'away') return;
        await commitStep(match, 0, { kind: 'presence', seat, is: now }, nowOf(match));
      });
    },

    async view(id, seat) {
      const match = await matches.find(id);
      return match === null ? null : { match: id, ...updateFor(match.state, seat) };
    },

    heartbeat(id, seat) {
      const match = matches.peek(id);
      return match === null ? null : { match: id, ...heartbeatFor(match.state, seat, nowOf(match)) };
    },

    async log(id) {
      const match = await matches.find(id);
      return match === null ? null : { header: match.header, entries: await store.readLog(id) };
    },

    exists: async (id) => (await matches.find(id)) !== null,

    async isEnded(id) {
      const match = await matches.find(id);
      return match !== null && match.state.match.ended !== null;
    },

    isFull: () => matches.all().length >= MATCH_LIMIT,

    async recover() {
      const lastSign = (await store.lastHeartbeat()) ?? clock.now();
      let carriedOn = 0;
      for (const id of await store.runningMatches()) {
        try {
          await withMatch(id, (match) => carryOn(match, lastSign));
          carriedOn += 1;
        } catch (error) {
          // One match that cannot go on must not keep the others from it.
          log.error({ err: error, match: id }, 'match not carried on');
          if (error instanceof MatchFailedError) await store.failMatch(id);
        }
      }
      return carriedOn;
    },

    release(id) {
      const match = matches.peek(id);
      if (match !== null && match.state.match.ended !== null && match.waiting === 0) matches.drop(match);
    },

    async close() {
      closing = true;
      for (const match of matches.all()) if (match.timer !== null) clearTimeout(match.timer);
      await Promise.all(matches.all().map(({ tail }) => tail));
    },
  };
}
