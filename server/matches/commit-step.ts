/** One step of a match: execute, commit, tell. What it brings about is durable before anybody hears of it. */
import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { Seat } from '../../shared/engine/match/seat.ts';
import { SEATS } from '../../shared/engine/match/seat.ts';
import type { MatchCommand } from '../../shared/engine/match/step.ts';
import type { CommandResult, SeatUpdate } from '../../shared/protocol/messages.ts';
import type { RefereeStep } from '../../shared/referee/referee.ts';
import { execute, nextEntry, stamp, updateFor } from '../../shared/referee/referee.ts';
import type { LogEntry } from '../../shared/replay/log.ts';
import type { Metrics } from '../http/metrics.ts';
import type { Head, Store } from '../store/store.ts';
import type { HostedMatch, HostedMatches } from './hosted-matches.ts';
import { HistoryMovedError, MatchFailedError } from './hosted-matches.ts';

/** What is told of a match after each commit. */
export interface MatchListener {
  viewChanged(match: string, seat: Seat, update: SeatUpdate): void;
  /** Told before the last views: whoever sees the end may ask for what comes after it. */
  ended(match: string): Promise<void>;
  /** Whether anybody is connected to it. */
  isWatched(match: string): boolean;
}

/** Between snapshots, entries. */
const SNAPSHOT_EVERY = 32;

export const newHead = (version: number): Head => ({ version, commitId: randomBytes(8).toString('hex') });

interface Prepared {
  readonly step: RefereeStep;
  readonly next: LogEntry | null;
  readonly updates: readonly { readonly seat: Seat; readonly update: SeatUpdate }[];
}

/** Everything that can throw for a mistake of ours happens here, before anything is stored. */
function prepare(match: HostedMatch, entry: LogEntry): Prepared {
  const step = execute(match.state, entry);
  const seen = SEATS.filter((seat) => step.state.seats[seat].counter !== match.state.seats[seat].counter);
  return {
    step,
    next: nextEntry(step.state),
    updates: seen.map((seat) => ({ seat, update: updateFor(step.state, seat) })),
  };
}

export type CommitStep = (
  match: HostedMatch,
  n: number,
  command: MatchCommand,
  /** Real time since the match began, ms. */
  at: number,
) => Promise<CommandResult | null>;

/** The result is null for commands that no client waits for. Throws HistoryMovedError and MatchFailedError. */
export function createCommitStep(
  store: Store,
  matches: HostedMatches,
  log: Logger,
  metrics: Metrics,
  listener: MatchListener,
): CommitStep {
  async function prepareOrFail(match: HostedMatch, entry: LogEntry): Promise<Prepared> {
    try {
      return prepare(match, entry);
    } catch (error) {
      await matches.fail(match, error);
      throw new MatchFailedError(match.id, { cause: error });
    }
  }

  /** A failure here is the table's, not the match's: the views must go out all the same. */
  async function tellEnd(id: string): Promise<void> {
    try {
      await listener.ended(id);
    } catch (error) {
      log.error({ err: error, match: id }, 'the table was not told of the end');
    }
  }

  return async (match, n, command, at) => {
    const entry: LogEntry = { at: stamp(match.state, at), n, command };
    const { step, next, updates } = await prepareOrFail(match, entry);
    // That time has passed is worth no entry, unless a client waits for its number.
    if (n === 0 && step.events.every(({ kind }) => kind === 'time')) return null;
    const head = newHead(match.head.version + 1);
    const ended = step.state.match.ended !== null && match.state.match.ended === null;
    const finished = metrics.commit.startTimer();
    const committed = await store.commit(match.id, {
      expected: match.head,
      next: head,
      entry,
      snapshot: ended || head.version % SNAPSHOT_EVERY === 0 ? step.state : null,
      ended,
    });
    finished();
    if (!committed.ok) {
      // Another history has begun, or a commit of ours came through after all: what we hold is worthless.
      matches.drop(match);
      throw new HistoryMovedError(match.id);
    }
    match.state = step.state;
    match.head = head;
    match.next = next;
    metrics.commands.inc({ kind: command.kind });
    if (ended) await tellEnd(match.id);
    for (const { seat, update } of updates) listener.viewChanged(match.id, seat, update);
    if (ended && !listener.isWatched(match.id)) matches.drop(match);
    return n === 0 || step.outcome.verdict === 'done' ? null : step.outcome;
  };
}
