/** Tables: create, join, be ready, come back, play again, leave. A table becomes a match when both players are ready. */
import type { Logger } from 'pino';
import type { Seat } from '../../shared/engine/match/seat.ts';
import { SEATS, otherSeat } from '../../shared/engine/match/seat.ts';
import { admitLevel } from '../../shared/level-check/admit-level.ts';
import { levelById } from '../../shared/levels/catalogue.ts';
import { failure } from '../../shared/protocol/failure.ts';
import type { CreateMatch, Failure, JoinMatch, Reply, Seated } from '../../shared/protocol/messages.ts';
import { chosenLevel } from '../../shared/referee/chosen-level.ts';
import type { FreshTable } from '../../shared/referee/table-rules.ts';
import {
  botsOf,
  changeSeat,
  freeSeat,
  headerOf,
  isDeserted,
  isReady,
  isRematchAgreed,
  newBot,
  newPerson,
  rematchOf,
  seatedAt,
} from '../../shared/referee/table-rules.ts';
import type { Table, TableSeat } from '../../shared/referee/table.ts';
import { withSeat } from '../../shared/referee/table.ts';
import type { Clock } from '../matches/clock.ts';
import type { MatchHost } from '../matches/match-host.ts';
import type { Store } from '../store/store.ts';
import { coin, hashOfToken, isToken, newCode, newId, newSecret, newToken } from './random-ids.ts';

export interface LobbyListener {
  tableChanged(table: Table): void;
  /** The match of this table has begun: views may be asked for. */
  started(table: Table): void;
  /** A rematch has been agreed: the players of the first go on to the second, roles swapped, with the same tokens. */
  reseated(from: Table, to: Table): void;
}

export interface Lobby {
  create(message: CreateMatch): Promise<Reply<Seated>>;
  join(message: JoinMatch): Promise<Reply<Seated>>;
  ready(id: string, seat: Seat, nonce: string): Promise<Reply<null>>;
  /** The seat that the token is good for: in this match, or in the rematch that followed it. */
  resume(id: string, token: string): Promise<Reply<Seated>>;
  rematch(id: string, seat: Seat): Promise<Reply<null>>;
  /** Said twice it does no harm. */
  leave(id: string, seat: Seat): Promise<void>;
  matchEnded(id: string): Promise<void>;
  table(id: string): Promise<Table | null>;
}

/** A code or a change is tried so often before we give up. */
const TRIES = 8;

export function createLobby(
  store: Store,
  matches: MatchHost,
  clock: Clock,
  log: Logger,
  listener: LobbyListener,
): Lobby {
  const fresh = (id: string): FreshTable => ({
    id,
    code: newCode(),
    secret: newSecret(),
    changedAt: clock.now(),
  });

  /** A code may be taken; then another is tried. */
  async function place(make: () => Table): Promise<Table> {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const table = make();
      if (await store.createTable(table)) return table;
      const existing = await store.loadTable(table.id);
      if (existing !== null) return existing.value;
    }
    throw new Error(`no free code in ${TRIES} tries`);
  }

  /** Changes a table against whatever else happens to it; `change` gives the same table to leave it as it is. */
  async function update(id: string, change: (table: Table) => Table | Failure): Promise<Reply<Table>> {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const found = await store.loadTable(id);
      if (found === null) return failure('match/unknown', id);
      const changed = change(found.value);
      if ('ok' in changed) return changed;
      if (changed === found.value) return { ok: true, value: changed };
      const next = { ...changed, changedAt: clock.now() };
      if (await store.saveTable(found.version, next)) {
        listener.tableChanged(next);
        return { ok: true, value: next };
      }
    }
    return failure('match/busy', 'the table changes too fast');
  }

  /** Opens the match of a table that plays, if that has not been done; then deals with whoever left in between. */
  async function openMatch(table: Table): Promise<void> {
    const level = table.ownLevel?.level ?? levelById(table.level);
    if (level === null) throw new Error(`level ${table.level} has gone`);
    if (!(await matches.open(table.id, headerOf(table, level), botsOf(table)))) return;
    log.info({ match: table.id, level: table.level }, 'match begun');
    const now = (await store.loadTable(table.id))?.value ?? table;
    for (const seat of SEATS)
      if (now.seats[seat]?.left === true) await matches.setPresence(table.id, seat, () => 'gone');
    listener.started(now);
  }

  /** Brings a table to where its match is: a crash may have come between the two. */
  async function repaired(table: Table): Promise<Table> {
    if (table.phase !== 'playing') return table;
    if (!(await matches.exists(table.id))) await openMatch(table);
    if (!(await matches.isEnded(table.id))) return table;
    const ended = await update(table.id, (before) => ({ ...before, phase: 'ended' }));
    return ended.ok ? ended.value : table;
  }

  /** The table that the players went on to, made if that has not been done. */
  async function rematchTable(table: Table, id: string): Promise<Table> {
    const existing = await store.loadTable(id);
    if (existing !== null) return existing.value;
    return place(() => rematchOf(table, fresh(id)));
  }

  return {
    async create({ level, name, seat, opponent, timed, speed, help, timeFactor }) {
      if (matches.isFull()) return failure('server/full', 'too many matches are under way');
      const chosen = await chosenLevel(level, levelById, admitLevel);
      if (!chosen.ok) return chosen;
      const own: Seat = seat === 'random' ? (coin() ? 'A' : 'B') : seat;
      const token = newToken();
      const other: TableSeat | null = opponent.kind === 'bot' ? newBot(opponent.skill) : null;
      const me = newPerson(name, hashOfToken(token), timeFactor);
      const table = await place(() => ({
        ...fresh(newId()),
        ...chosen.value,
        help,
        timed,
        speed,
        phase: 'waiting',
        seats: own === 'A' ? { A: me, B: other } : { A: other, B: me },
        rematch: null,
      }));
      return { ok: true, value: seatedAt(table, own, token) };
    },

    async join({ code, name, timeFactor }) {
      const id = await store.findTable(code);
      if (id === null) return failure('match/unknown', code);
      const token = newToken();
      let own: Seat = 'A';
      const joined = await update(id, (table) => {
        const seat = table.phase === 'waiting' ? freeSeat(table) : null;
        if (seat === null) return failure('match/full', code);
        own = seat;
        return withSeat(table, seat, newPerson(name, hashOfToken(token), timeFactor));
      });
      return joined.ok ? { ok: true, value: seatedAt(joined.value, own, token) } : joined;
    },

    async ready(id, seat, nonce) {
      const readied = await update(id, (table) => {
        // The first nonce counts: nobody may choose a better one after seeing the peer's.
        if (table.phase !== 'waiting' || table.seats[seat]?.nonce !== null) return table;
        const next = changeSeat(table, seat, { nonce });
        return isReady(next) ? { ...next, phase: 'playing' } : next;
      });
      if (!readied.ok) return readied;
      if (readied.value.phase === 'playing') await openMatch(readied.value);
      return { ok: true, value: null };
    },

    async resume(id, token) {
      const found = await store.loadTable(id);
      if (found === null) return failure('match/unknown', id);
      const old = found.value;
      const table = old.rematch === null ? await repaired(old) : await rematchTable(old, old.rematch);
      const seat = SEATS.find((one) => isToken(token, table.seats[one]?.tokenHash ?? ''));
      if (seat === undefined || table.seats[seat]?.left === true) {
        return failure('seat/token', 'not a token of this match');
      }
      return { ok: true, value: seatedAt(table, seat, token) };
    },

    async rematch(id, seat) {
      const found = await store.loadTable(id);
      if (found === null) return failure('match/unknown', id);
      await repaired(found.value);
      const next = newId();
      const asked = await update(id, (table) => {
        if (table.phase !== 'ended') return failure('match/not-ended', id);
        if (table.seats[otherSeat(seat)]?.left !== false)
          return failure('match/over', 'the other player has left');
        const wishing = changeSeat(table, seat, { wantsRematch: true });
        return table.rematch === null && isRematchAgreed(wishing) ? { ...wishing, rematch: next } : wishing;
      });
      if (!asked.ok) return asked;
      if (asked.value.rematch !== null) {
        listener.reseated(asked.value, await rematchTable(asked.value, asked.value.rematch));
      }
      return { ok: true, value: null };
    },

    async leave(id, seat) {
      const left = await update(id, (table) =>
        table.phase === 'waiting' ? withSeat(table, seat, null) : changeSeat(table, seat, { left: true }),
      );
      if (!left.ok) return;
      if (left.value.phase === 'playing') await matches.setPresence(id, seat, () => 'gone');
      if (left.value.phase === 'waiting' && isDeserted(left.value)) await store.deleteTable(id);
    },

    async matchEnded(id) {
      await update(id, (table) => ({ ...table, phase: 'ended' }));
    },

    table: async (id) => (await store.loadTable(id))?.value ?? null,
  };
}
