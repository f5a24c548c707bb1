/**
 * One match hosted in the page: the server's referee with the page's clock. It begins anew, goes on after the page was
 * gone, or branches off from any log. The log that it keeps rebuilds it exactly.
 */
import type { Result } from '../../shared/engine/base/result.ts';
import { ok, refuse } from '../../shared/engine/base/result.ts';
import type { Seat } from '../../shared/engine/match/seat.ts';
import { otherSeat } from '../../shared/engine/match/seat.ts';
import type { MatchCommand } from '../../shared/engine/match/step.ts';
import { failure } from '../../shared/protocol/failure.ts';
import type {
  CommandResult,
  PlayerCommand,
  Reply,
  SeatHeartbeat,
  SeatUpdate,
} from '../../shared/protocol/messages.ts';
import type { Bots } from '../../shared/referee/referee.ts';
import {
  commandOf,
  execute,
  heartbeatFor,
  nextEntry,
  numbered,
  stallSince,
  stamp,
  updateFor,
} from '../../shared/referee/referee.ts';
import { restoreReferee } from '../../shared/referee/restore.ts';
import type { LogEntry, MatchLog } from '../../shared/replay/log.ts';
import type { ReplayError } from '../../shared/replay/replay.ts';
import type { PageClock } from './page-clock.ts';

export interface SoloListener {
  /** Before anybody hears of what it brought about. */
  logged(log: MatchLog): void;
  viewChanged(update: SeatUpdate): void;
  /** Before the last view. */
  ended(): void;
  /** The page lives. False: another page hosts the match now, and this one must not touch it. */
  alive(): boolean;
  heartbeat(heartbeat: SeatHeartbeat): void;
  /** A mistake of ours: the match stands still from now on. */
  failed(error: unknown): void;
}

/** A match that was running when its page went, by the page's clock, ms. */
export interface Interrupted {
  readonly startedAt: number;
  readonly lastSign: number;
}

export interface SoloMatchOptions extends MatchLog {
  /** Where this page's player sits. Whoever sat on the other side, a bot goes on for them. */
  readonly seat: Seat;
  readonly bots: Bots;
  /** Null: match time goes on from the log's last entry as if nothing had been in between. */
  readonly interrupted: Interrupted | null;
  readonly clock: PageClock;
  readonly listener: SoloListener;
}

export interface SoloMatch {
  /** When the match began, by the page's clock; moved to fit a log that goes on. */
  readonly startedAt: number;
  command(n: number, command: PlayerCommand): Reply<CommandResult>;
  view(): SeatUpdate;
  log(): MatchLog;
  isEnded(): boolean;
  /** Stops its clock; what is logged stays. */
  stop(): void;
}

/** Between signs of life, ms. */
const SIGN_EVERY = 1000;

/** A page that was silent for so long has slept: a closed lid, a frozen tab, timers held back, ms. */
const ASLEEP_AFTER = 3000;

/** Between heartbeats, in signs of life: as often as the server's. */
const HEARTBEAT_EVERY = 5;

/** `log/seat`: a bot has this seat, or its player has left. */
export function createSoloMatch(options: SoloMatchOptions): Result<SoloMatch, ReplayError | 'log/seat'> {
  const { header, seat, bots, clock, listener } = options;
  const restored = restoreReferee(options, bots);
  if (!restored.ok) return restored;
  let state = restored.value;
  if (header.seats[seat].bot || state.match.seats[seat].presence.kind === 'gone') {
    return refuse('log/seat', `no player can sit at ${seat}`);
  }
  // No history reaches into the future, whatever the system's clock says.
  const startedAt = Math.min(options.interrupted?.startedAt ?? Infinity, clock.now() - state.lastAt);
  const entries: LogEntry[] = [...options.entries];
  let lastSign = options.interrupted?.lastSign ?? clock.now();
  let next = nextEntry(state);
  let signs = 0;
  let running = true;
  let hasFailed = false;
  let cancelTick = (): void => undefined;
  let cancelSign = (): void => undefined;

  const matchTime = (): number => clock.now() - startedAt;

  /** One step: execute, keep, tell. The result is null for commands that no player waits for. */
  function take(n: number, command: MatchCommand, at: number): CommandResult | null {
    const entry: LogEntry = { at: stamp(state, at), n, command };
    const before = state;
    const step = execute(state, entry);
    // That time has passed is worth no entry, unless a player waits for its number.
    if (n === 0 && step.events.every(({ kind }) => kind === 'time')) return null;
    ({ state } = step);
    next = nextEntry(state);
    entries.push(entry);
    listener.logged({ header, entries });
    if (state.match.ended !== null && before.match.ended === null) listener.ended();
    if (state.seats[seat].counter !== before.seats[seat].counter)
      listener.viewChanged(updateFor(state, seat));
    return n === 0 || step.outcome.verdict === 'done' ? null : step.outcome;
  }

  /** While the page was gone no deadline passed; the player's ring must be told at once. */
  function makeUpForAbsence(at: number): void {
    const stall = stallSince(state, lastSign - startedAt, at);
    if (stall === null) return;
    take(0, stall, at);
    listener.heartbeat(heartbeatFor(state, seat, at));
  }

  /** Executes what is due, in order, each at its own time. False: the match is another page's now. */
  function catchUp(): boolean {
    if (!running || !listener.alive()) {
      stop();
      return false;
    }
    const now = clock.now();
    if (now - lastSign >= ASLEEP_AFTER && state.match.ended === null) makeUpForAbsence(now - startedAt);
    lastSign = now;
    while (next !== null && next.at <= now - startedAt) take(0, next.command, next.at);
    return true;
  }

  /** Null if a mistake of ours has stopped the match. */
  function guarded<T>(work: () => T): T | null {
    if (hasFailed) return null;
    try {
      return work();
    } catch (error) {
      hasFailed = true;
      stop();
      listener.failed(error);
      return null;
    }
  }

  function schedule(): void {
    cancelTick();
    cancelTick = () => undefined;
    if (running && next !== null) cancelTick = clock.after(next.at - matchTime(), () => guarded(tick));
  }

  function tick(): void {
    if (catchUp()) schedule();
  }

  function sign(): void {
    if (!catchUp()) return;
    schedule();
    signs += 1;
    if (signs % HEARTBEAT_EVERY === 0) listener.heartbeat(heartbeatFor(state, seat, matchTime()));
    if (state.match.ended === null) cancelSign = clock.after(SIGN_EVERY, () => guarded(sign));
  }

  function stop(): void {
    running = false;
    cancelTick();
    cancelSign();
  }

  function apply(n: number, command: PlayerCommand): Reply<CommandResult> {
    if (!catchUp()) return failure('seat/none', 'the match is played elsewhere');
    const place = numbered(state, seat, n);
    if (place.kind === 'again') return { ok: true, value: place.result };
    if (place.kind === 'gap') {
      return failure('command/gap', `expected ${state.seats[seat].lastCommand + 1}, got ${n}`);
    }
    // Nothing can change any more, so nothing is kept of it.
    if (state.match.ended !== null) return { ok: true, value: { verdict: 'stale' } };
    const result = take(n, commandOf(seat, command), matchTime());
    schedule();
    return { ok: true, value: result ?? { verdict: 'stale' } };
  }

  /** This page's player is here and wants to play; whoever sat on the other side is not, and a bot goes on for them. */
  function seatPlayers(): void {
    const peer = otherSeat(seat);
    const at = matchTime();
    const isAlone = header.seats[peer].bot || state.match.seats[peer].presence.kind === 'gone';
    if (state.match.pausedAt !== null) take(0, { kind: 'resume' }, at);
    if (state.match.seats[seat].presence.kind !== 'present')
      take(0, { kind: 'presence', seat, is: 'present' }, at);
    if (!isAlone) take(0, { kind: 'presence', seat: peer, is: 'gone' }, at);
  }

  if (state.match.ended === null) {
    guarded(() => {
      makeUpForAbsence(matchTime());
      lastSign = clock.now();
      seatPlayers();
      sign();
    });
  }

  return ok({
    startedAt,
    command: (n, command) =>
      guarded(() => apply(n, command)) ?? failure('match/failed', 'the match has been stopped'),
    view: () => updateFor(state, seat),
    log: () => ({ header, entries: [...entries] }),
    isEnded: () => state.match.ended !== null,
    stop,
  });
}
