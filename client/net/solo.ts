/**
 * A connection to nowhere: the referee in this page, against a bot. The same messages, the same table, the same rules
 * as on the server. Its results are practice: the player's own page has drawn the secret.
 */
import type { Result } from '../../shared/engine/base/result.ts';
import { sha256Hex } from '../../shared/engine/base/sha256.ts';
import type { Seat } from '../../shared/engine/match/seat.ts';
import { SEATS, otherSeat } from '../../shared/engine/match/seat.ts';
import { LEVELS, levelById } from '../../shared/levels/catalogue.ts';
import { failure } from '../../shared/protocol/failure.ts';
import type { Reply, Seated, ServerToClient } from '../../shared/protocol/messages.ts';
import { chosenLevel } from '../../shared/referee/chosen-level.ts';
import { summaryOf } from '../../shared/referee/level-summary.ts';
import type { FreshTable } from '../../shared/referee/table-rules.ts';
import {
  botsOf,
  changeSeat,
  headerOf,
  isReady,
  isRematchAgreed,
  newBot,
  newPerson,
  rematchOf,
  seatedAt,
  viewOfTable,
} from '../../shared/referee/table-rules.ts';
import type { OwnLevel, Table } from '../../shared/referee/table.ts';
import { debriefOf } from '../../shared/replay/debrief-of.ts';
import { logFileOf } from '../../shared/replay/log-file.ts';
import type { MatchLog } from '../../shared/replay/log.ts';
import type { Answer, Connection, RequestMessage, RequestName, RequestValue } from './connection.ts';
import type { PageClock } from './page-clock.ts';
import { pageMatchId } from './page-match.ts';
import type { Interrupted, SoloListener, SoloMatch } from './solo-match.ts';
import { createSoloMatch } from './solo-match.ts';
import type { SoloStore } from './solo-store.ts';

export interface SoloParts {
  readonly clock: PageClock;
  readonly store: SoloStore;
  /** So many octets that nobody can guess, as hexadecimal digits. */
  readonly randomHex: (octets: number) => string;
}

interface Held {
  readonly seat: Seat;
  readonly token: string;
  table: Table;
  startedAt: number;
  /** Null until its player is ready. */
  log: MatchLog | null;
  match: SoloMatch | null;
}

type Handlers = {
  readonly [E in RequestName]: (
    message: RequestMessage<E>,
  ) => Answer<RequestValue<E>> | Promise<Answer<RequestValue<E>>>;
};

const NO_SEAT = failure('seat/none', 'create or resume a match first');
const NOBODY_ELSE = failure('match/unknown', 'nobody else can come to a match in a page');

/** What reads level files is loaded with the first one. */
async function admitLevel(file: string): Promise<Result<OwnLevel, 'level/invalid'>> {
  const files = await import('../level-files/level-files.ts');
  return files.admitLevel(file);
}

export function createSoloConnection({ clock, store, randomHex }: SoloParts): Connection {
  const listeners = new Map<string, (...message: unknown[]) => void>();
  let held: Held | null = null;
  let online = (): void => undefined;

  function emit<E extends keyof ServerToClient>(event: E, ...message: Parameters<ServerToClient[E]>): void {
    listeners.get(event)?.(...message);
  }

  /** The code is for friends, who cannot come here. */
  const fresh = (): FreshTable => ({
    id: pageMatchId(randomHex(12)),
    code: '',
    secret: randomHex(32),
    changedAt: clock.now(),
  });

  const save = ({ table, startedAt, log }: Held): void => store.save({ table, startedAt, log });

  function tellTable({ table, seat }: Held): void {
    emit(
      'match:table',
      viewOfTable(table, seat, () => true),
    );
  }

  function changeTable(one: Held, table: Table): void {
    one.table = { ...table, changedAt: clock.now() };
    save(one);
    tellTable(one);
  }

  function sit(table: Table, seat: Seat, token: string): Held {
    held?.match?.stop();
    const one: Held = { seat, token, table, startedAt: clock.now(), log: null, match: null };
    held = one;
    store.claim(table.id, clock.now());
    return one;
  }

  // The match

  function listenerOf(one: Held): SoloListener {
    const match = one.table.id;
    return {
      logged: (log) => {
        one.log = log;
        save(one);
      },
      viewChanged: (update) => emit('match:view', { match, ...update }),
      ended: () => changeTable(one, { ...one.table, phase: 'ended' }),
      alive() {
        if (held !== one) return false;
        if (store.sign(match, clock.now())) return true;
        held = null;
        emit('match:replaced');
        return false;
      },
      heartbeat: (heartbeat) => emit('match:heartbeat', { match, ...heartbeat }),
      failed: (error) => console.error('the match in this page was stopped', error),
    };
  }

  /** False if this build cannot play the log. */
  function host(one: Held, log: MatchLog, interrupted: Interrupted | null): boolean {
    one.startedAt = interrupted?.startedAt ?? clock.now();
    const made = createSoloMatch({
      ...log,
      seat: one.seat,
      bots: botsOf(one.table),
      interrupted,
      clock,
      listener: listenerOf(one),
    });
    if (!made.ok) return false;
    one.match = made.value;
    one.log = made.value.log();
    one.startedAt = made.value.startedAt;
    save(one);
    return true;
  }

  /** Also a log that no longer makes sense to the rules must not keep the page from working. */
  function isHostedAgain(one: Held, log: MatchLog, interrupted: Interrupted): boolean {
    try {
      return host(one, log, interrupted);
    } catch (error) {
      console.error('a match kept in this browser cannot go on', error);
      return false;
    }
  }

  function resumed(id: string, token: string): Reply<Seated> {
    const saved = held?.table.id === id ? null : store.load(id);
    const table = held?.table.id === id ? held.table : saved?.table;
    const seat = SEATS.find((one) => table?.seats[one]?.tokenHash === sha256Hex(token));
    if (table === undefined || seat === undefined)
      return failure('seat/token', 'not a token of a match here');
    if (saved !== null) {
      const { log, startedAt } = saved;
      const lastSign = store.lastSign(id) ?? startedAt;
      const one = sit(table, seat, token);
      if (log !== null && !isHostedAgain(one, log, { startedAt, lastSign })) {
        held = null;
        store.forget(id);
        return failure('seat/token', 'this build cannot go on with the match');
      }
    }
    if (held !== null) tellTable(held);
    return { ok: true, value: seatedAt(table, seat, token) };
  }

  const withMatch = <T>(work: (match: SoloMatch, one: Held) => Reply<T>): Reply<T> => {
    if (held === null) return NO_SEAT;
    return held.match === null ? failure('match/not-started', held.table.id) : work(held.match, held);
  };

  const handlers: Handlers = {
    'level:list': () => ({ ok: true, value: LEVELS.map(summaryOf) }),

    'match:create': async ({ level, name, seat, opponent, timed, speed, help, timeFactor }) => {
      if (opponent.kind === 'person') return NOBODY_ELSE;
      const chosen = await chosenLevel(level, levelById, admitLevel);
      if (!chosen.ok) return chosen;
      const own = seat === 'random' ? (parseInt(randomHex(1), 16) % 2 === 0 ? 'A' : 'B') : seat;
      const token = randomHex(16);
      const me = newPerson(name, sha256Hex(token), timeFactor);
      const bot = newBot(opponent.skill);
      const seats = own === 'A' ? { A: me, B: bot } : { A: bot, B: me };
      const one = sit(
        { ...fresh(), ...chosen.value, help, timed, speed, phase: 'waiting', seats, rematch: null },
        own,
        token,
      );
      save(one);
      return { ok: true, value: seatedAt(one.table, own, token) };
    },

    'match:join': () => NOBODY_ELSE,

    'match:ready': ({ nonce }) => {
      if (held === null) return NO_SEAT;
      const one = held;
      // The first nonce counts, as on the server.
      if (one.table.phase !== 'waiting' || one.table.seats[one.seat]?.nonce !== null)
        return { ok: true, value: null };
      const level = one.table.ownLevel?.level ?? levelById(one.table.level);
      const table = changeSeat(one.table, one.seat, { nonce });
      if (level === null || !isReady(table)) return failure('level/unknown', one.table.level);
      changeTable(one, { ...table, phase: 'playing' });
      if (!host(one, { header: headerOf(table, level), entries: [] }, null))
        return failure('match/failed', 'the match did not begin');
      if (one.match !== null) emit('match:view', { match: table.id, ...one.match.view() });
      return { ok: true, value: null };
    },

    'match:resume': ({ match, token }) => resumed(match, token),

    'match:command': ({ n, command }) => withMatch((match) => match.command(n, command)),

    'match:view': () =>
      withMatch((match, { table }) => ({ ok: true, value: { match: table.id, ...match.view() } })),

    'match:debrief': () =>
      withMatch((match) => {
        const debrief = debriefOf(match.log());
        if (debrief.ok) return debrief;
        return failure(debrief.code === 'log/not-ended' ? 'match/not-ended' : 'match/failed', debrief.detail);
      }),

    'match:log': () =>
      withMatch((match, { table }) =>
        match.isEnded()
          ? { ok: true, value: JSON.stringify(logFileOf(match.log())) }
          : failure('match/not-ended', table.id),
      ),

    'match:replay': () => NOBODY_ELSE,

    'match:consent': () => NOBODY_ELSE,

    'match:rematch': () => {
      if (held === null) return NO_SEAT;
      const { table, seat, token } = held;
      if (table.phase !== 'ended') return failure('match/not-ended', table.id);
      if (!isRematchAgreed(changeSeat(table, seat, { wantsRematch: true })))
        return failure('match/over', 'nobody is left to play with');
      const one = sit(rematchOf(table, fresh()), otherSeat(seat), token);
      store.forget(table.id);
      save(one);
      emit('match:seated', seatedAt(one.table, one.seat, token));
      tellTable(one);
      return { ok: true, value: null };
    },

    'match:leave': () => {
      const left = held;
      held = null;
      left?.match?.stop();
      if (left !== null) store.forget(left.table.id);
      return { ok: true, value: null };
    },
  };

  return {
    async request(event, message) {
      // An answer never comes before its question has been asked in full.
      await Promise.resolve();
      return handlers[event](message);
    },
    on: (event, handler) => {
      listeners.set(event, handler as (...message: unknown[]) => void);
    },
    onLink: (handlers) => {
      ({ online } = handlers);
    },
    // The page is always there for itself.
    open: () => online(),
  };
}
