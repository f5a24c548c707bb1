/** Tables: create, join, be ready, come back, play again, leave. A table becomes a match when both players are ready. */
import type { Logger } from 'pino';
import type { Seat } from '../../shared/engine/match/seat.ts';
import { SEATS, otherSeat } from '../../shared/engine/match/seat.ts';
import { levelById } from '../../shared/levels/catalogue.ts';
import type { CreateMatch, ErrorCode, Failure, Reply, Seated } from '../../shared/protocol/messages.ts';
import { hashOfSecret } from '../../shared/replay/log.ts';
import type { Clock } from '../matches/clock.ts';
import type { MatchHost } from '../matches/match-host.ts';
import type { Store } from '../store/store.ts';
import { coin, hashOfToken, isToken, newCode, newId, newSecret, newToken } from './random-ids.ts';
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
} from './rules.ts';
import type { Table, TableSeat } from './table.ts';
import { withSeat } from './table.ts';

export interface LobbyListener {
  tableChanged(table: Table): void;
  /** The match of this table has begun: views may be asked for. */
  started(table: Table): void;
  /** A rematch has been agreed: each player gets the new seat. */
  reseated(table: Table, seated: { readonly [seat in Seat]: Seated | null }): void;
}

export interface Lobby {
  create(message: CreateMatch): Promise<Reply<Seated>>;
  join(code: string, name: string): Promise<Reply<Seated>>;
  ready(id: string, seat: Seat, nonce: string): Promise<Reply<null>>;
  resume(id: string, token: string): Promise<Reply<Seated>>;
  rematch(id: string, seat: Seat): Promise<Reply<null>>;
  leave(id: string, seat: Seat): Promise<void>;
  matchEnded(id: string): Promise<void>;
  table(id: string): Promise<Table | null>;
}

/** A code or a change is tried so often before we give up. */
const TRIES = 8;

const fail = (code: ErrorCode, detail: string): Failure => ({ ok: false, code, detail });

export function createLobby(
  store: Store,
  matches: MatchHost,
  clock: Clock,
  log: Logger,
  listener: LobbyListener,
): Lobby {
  const seated = (table: Table, seat: Seat, token: string): Seated => ({
    match: table.id,
    code: table.code,
    seat,
    token,
    level: table.level,
    secretHash: hashOfSecret(table.secret),
  });

  const fresh = (): Pick<Table, 'id' | 'code' | 'secret' | 'changedAt'> => ({
    id: newId(),
    code: newCode(),
    secret: newSecret(),
    changedAt: clock.now(),
  });

  async function place(make: () => Table): Promise<Table> {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const table = make();
      if (await store.createTable(table)) return table;
    }
    throw new Error(`no free code in ${TRIES} tries`);
  }

  /** Changes a table against whatever else happens to it; `change` gives null to leave it as it is. */
  async function update(id: string, change: (table: Table) => Table | Failure): Promise<Reply<Table>> {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const found = await store.loadTable(id);
      if (found === null) return fail('match/unknown', id);
      const changed = change(found.value);
      if ('ok' in changed) return changed;
      if (changed === found.value) return { ok: true, value: changed };
      const next = { ...changed, changedAt: clock.now() };
      if (await store.saveTable(found.version, next)) {
        listener.tableChanged(next);
        return { ok: true, value: next };
      }
    }
    return fail('match/busy', 'the table changes too fast');
  }

  /** Once both are ready, whoever comes last begins the match; beginning it twice does no harm. */
  async function startIfReady(table: Table): Promise<Reply<null>> {
    if (!isReady(table) || table.phase !== 'waiting') return { ok: true, value: null };
    const level = levelById(table.level);
    if (level === null) return fail('level/unknown', table.level);
    const opened = await matches.open(table.id, headerOf(table, level), botsOf(table));
    const playing = await update(table.id, (before) =>
      before.phase === 'waiting' ? { ...before, phase: 'playing' } : before,
    );
    if (opened && playing.ok) {
      log.info({ match: table.id, level: table.level }, 'match begun');
      listener.started(playing.value);
    }
    return { ok: true, value: null };
  }

  return {
    async create({ level, name, seat, opponent, timed, speed, help }) {
      if (levelById(level) === null) return fail('level/unknown', level);
      const own: Seat = seat === 'random' ? (coin() ? 'A' : 'B') : seat;
      const token = newToken();
      const other: TableSeat | null = opponent.kind === 'bot' ? newBot(opponent.skill) : null;
      const me = newPerson(name, hashOfToken(token));
      const table = await place(() => ({
        ...fresh(),
        level,
        help,
        timed,
        speed,
        phase: 'waiting',
        seats: own === 'A' ? { A: me, B: other } : { A: other, B: me },
      }));
      return { ok: true, value: seated(table, own, token) };
    },

    async join(code, name) {
      const id = await store.findTable(code);
      if (id === null) return fail('match/unknown', code);
      const token = newToken();
      let own: Seat = 'A';
      const joined = await update(id, (table) => {
        const seat = table.phase === 'waiting' ? freeSeat(table) : null;
        if (seat === null) return fail('match/full', code);
        own = seat;
        return withSeat(table, seat, newPerson(name, hashOfToken(token)));
      });
      return joined.ok ? { ok: true, value: seated(joined.value, own, token) } : joined;
    },

    async ready(id, seat, nonce) {
      const readied = await update(id, (table) =>
        // The first nonce counts: nobody may choose a better one after seeing the peer's.
        table.phase === 'waiting' && table.seats[seat]?.nonce === null
          ? changeSeat(table, seat, { nonce })
          : table,
      );
      return readied.ok ? startIfReady(readied.value) : readied;
    },

    async resume(id, token) {
      const found = await store.loadTable(id);
      if (found === null) return fail('match/unknown', id);
      const table = found.value;
      const seat = SEATS.find((one) => isToken(token, table.seats[one]?.tokenHash ?? ''));
      if (seat === undefined || table.seats[seat]?.left === true)
        return fail('seat/token', 'not a token of this match');
      await startIfReady(table);
      return { ok: true, value: seated(table, seat, token) };
    },

    async rematch(id, seat) {
      const asked = await update(id, (table) => {
        if (table.phase !== 'ended') return fail('match/not-ended', id);
        if (table.seats[otherSeat(seat)]?.left !== false)
          return fail('match/over', 'the other player has left');
        return changeSeat(table, seat, { wantsRematch: true });
      });
      if (!asked.ok) return asked;
      if (isRematchAgreed(asked.value)) await reseat(asked.value);
      return { ok: true, value: null };
    },

    async leave(id, seat) {
      const left = await update(id, (table) =>
        table.phase === 'waiting' ? withSeat(table, seat, null) : changeSeat(table, seat, { left: true }),
      );
      if (!left.ok) return;
      if (left.value.phase === 'playing') await matches.setPresence(id, seat, 'gone');
      if (left.value.phase === 'waiting' && isDeserted(left.value)) await store.deleteTable(id);
    },

    async matchEnded(id) {
      await update(id, (table) => ({ ...table, phase: 'ended' }));
    },

    table: async (id) => (await store.loadTable(id))?.value ?? null,
  };

  async function reseat(table: Table): Promise<void> {
    // Both may agree at the same moment; the one that clears the wishes makes the new table.
    const claimed = await update(table.id, (before) =>
      isRematchAgreed(before)
        ? changeSeat(changeSeat(before, 'A', { left: true }), 'B', { left: true })
        : fail('match/over', 'the rematch has been made'),
    );
    if (!claimed.ok) return;
    const tokens = { A: newToken(), B: newToken() };
    const again = await place(() => {
      const next = rematchOf(table, fresh());
      return SEATS.reduce(
        (one, seat) =>
          one.seats[seat]?.skill === null
            ? changeSeat(one, seat, { tokenHash: hashOfToken(tokens[seat]) })
            : one,
        next,
      );
    });
    const given = (seat: Seat): Seated | null =>
      again.seats[seat]?.skill === null ? seated(again, seat, tokens[seat]) : null;
    // Told under the old table's seats: who sat at A sits at B now.
    listener.reseated(table, { A: given('B'), B: given('A') });
  }
}
