/**
 * Between sockets and the rest: decode, call, encode, nothing else. Every message is checked by its schema and
 * answered in its acknowledgement; one that fails changes nothing.
 */
import type { Logger } from 'pino';
import type * as z from 'zod';
import type { Seat } from '../../shared/engine/match/seat.ts';
import { SEATS } from '../../shared/engine/match/seat.ts';
import { LEVELS } from '../../shared/levels/catalogue.ts';
import type { Debrief } from '../../shared/replay/debrief.ts';
import { debriefOf } from '../../shared/replay/debrief-of.ts';
import type { ClientToServer, ErrorCode, Failure, Reply } from '../../shared/protocol/messages.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/messages.ts';
import * as schemas from '../../shared/protocol/schemas/client-messages.ts';
import type { Metrics } from '../http/metrics.ts';
import type { Lobby, LobbyListener } from '../lobby/lobby.ts';
import { viewOfTable } from '../lobby/rules.ts';
import type { Table } from '../lobby/table.ts';
import type { Clock } from '../matches/clock.ts';
import type { MatchHost, MatchListener } from '../matches/match-host.ts';
import { StoreError } from '../store/store.ts';
import { watchBackpressure } from './backpressure.ts';
import { createRateLimit } from './rate-limit.ts';
import type { GameServer, GameSocket, HeldSeat } from './seats.ts';
import { createSeatRegistry } from './seats.ts';

export interface Gateway {
  readonly matchListener: MatchListener;
  readonly lobbyListener: LobbyListener;
  /** Begins to serve; the services themselves tell what they do through the listeners. */
  serve(services: { readonly matches: MatchHost; readonly lobby: Lobby }): void;
  stop(): void;
}

/** Between heartbeats to every seated socket, ms. */
const HEARTBEAT_EVERY = 5000;

/** What a handler throws to answer with an error. */
class Refusal extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, detail: string) {
    super(detail);
    this.code = code;
  }
}

const failure = (code: ErrorCode, detail: string): Failure => ({ ok: false, code, detail });

export function createGateway(io: GameServer, clock: Clock, log: Logger, metrics: Metrics): Gateway {
  const seats = createSeatRegistry();
  let beat: NodeJS.Timeout | null = null;

  function send(socket: GameSocket, emit: () => void): void {
    if (socket.data.isClogged()) {
      log.warn({ socket: socket.id }, 'socket does not read: closed');
      socket.disconnect(true);
      return;
    }
    emit();
  }

  function sendTable(table: Table): void {
    const connected = (seat: Seat): boolean => seats.socketAt(table.id, seat) !== null;
    for (const seat of SEATS) {
      const socket = seats.socketAt(table.id, seat);
      if (socket !== null)
        send(socket, () => socket.emit('match:table', viewOfTable(table, seat, connected)));
    }
  }

  const matchListener: MatchListener = {
    viewChanged(match, seat, update) {
      const socket = seats.socketAt(match, seat);
      if (socket !== null) send(socket, () => socket.emit('match:view', update));
    },
    ended: async () => undefined,
    failed(match) {
      log.error({ match }, 'match failed');
    },
    isWatched: seats.isWatched,
  };

  const lobbyListener: LobbyListener = {
    tableChanged: sendTable,
    started: () => undefined,
    reseated: () => undefined,
  };

  function serve({ matches, lobby }: { readonly matches: MatchHost; readonly lobby: Lobby }): void {
    matchListener.ended = (match) => lobby.matchEnded(match);
    lobbyListener.started = (table) => {
      for (const seat of SEATS) {
        const socket = seats.socketAt(table.id, seat);
        const person = table.seats[seat]?.skill === null;
        if (socket !== null) background(sendView(socket, { match: table.id, seat }));
        else if (person) background(matches.setPresence(table.id, seat, 'away'));
      }
    };
    lobbyListener.reseated = (table, seated) => {
      for (const seat of SEATS) {
        const socket = seats.socketAt(table.id, seat);
        const given = seated[seat];
        if (socket === null || given === null) continue;
        seats.take(socket, { match: given.match, seat: given.seat });
        send(socket, () => socket.emit('match:seated', given));
        background(tellTable(given.match));
      }
      unwatch(table.id);
    };

    const background = (work: Promise<unknown>): void => {
      work.catch((error: unknown) => log.error({ err: error }, 'background work failed'));
    };

    async function tellTable(match: string): Promise<void> {
      const table = await lobby.table(match);
      if (table !== null) sendTable(table);
    }

    async function sendView(socket: GameSocket, held: HeldSeat): Promise<void> {
      const update = await matches.view(held.match, held.seat);
      if (update !== null) send(socket, () => socket.emit('match:view', update));
    }

    const seatOf = (socket: GameSocket): HeldSeat => {
      const { held } = socket.data;
      if (held === null) throw new Refusal('seat/none', 'create, join or resume a match first');
      return held;
    };

    /** A player sits down: the table is told, and the match if it is under way. */
    async function sit(socket: GameSocket, held: HeldSeat): Promise<void> {
      const before = seats.leave(socket);
      if (before !== null && before.match !== held.match) await goneFrom(before);
      seats.take(socket, held);
      const table = await lobby.table(held.match);
      if (table === null) return;
      if (table.phase === 'playing') await matches.setPresence(held.match, held.seat, 'present');
      sendTable(table);
      if (table.phase !== 'waiting') await sendView(socket, held);
    }

    /** The connection is gone; the seat stays the player's. */
    async function goneFrom({ match, seat }: HeldSeat): Promise<void> {
      const table = await lobby.table(match);
      if (table === null) return;
      if (table.phase === 'playing') await matches.setPresence(match, seat, 'away');
      sendTable(table);
      unwatch(match);
    }

    /** Whoever watches an ended match may ask often; it is replayed once. */
    const debriefs = new Map<string, Debrief>();

    function unwatch(match: string): void {
      if (seats.isWatched(match)) return;
      debriefs.delete(match);
      matches.release(match);
    }

    async function debrief({ match }: HeldSeat): Promise<Reply<Debrief>> {
      const known = debriefs.get(match);
      if (known !== undefined) return { ok: true, value: known };
      const found = await matches.log(match);
      if (found === null) return failure('match/not-started', match);
      const made = debriefOf(found);
      if (made.ok) {
        debriefs.set(match, made.value);
        return { ok: true, value: made.value };
      }
      return failure(made.code === 'log/not-ended' ? 'match/not-ended' : 'match/failed', made.detail);
    }

    io.use((socket, next) => {
      const hello = schemas.hello.safeParse(socket.handshake.auth);
      if (hello.success && hello.data.protocol === PROTOCOL_VERSION) return next();
      const refused = Object.assign(new Error('message/version'), {
        data: { code: 'message/version', detail: `this server speaks protocol ${PROTOCOL_VERSION}` },
      });
      return next(refused);
    });

    io.on('connection', (socket) => {
      socket.data.held = null;
      socket.data.isClogged = watchBackpressure(socket);
      metrics.sockets.inc();
      const mayGoOn = createRateLimit(clock);

      /** One path for every message: limit, schema, call, acknowledgement. */
      function on<Name extends keyof ClientToServer, Message, Value>(
        name: Name,
        schema: z.ZodType<Message>,
        handle: (message: Message) => Promise<Reply<Value>>,
      ): void {
        const listener = (message: unknown, ack: unknown): void => {
          const reply = typeof ack === 'function' ? (ack as (answer: Reply<Value>) => void) : () => undefined;
          background(
            answer(message, schema, handle).then((answered) => {
              if (!answered.ok) metrics.refusals.inc({ code: answered.code });
              reply(answered);
            }),
          );
        };
        (socket as { on(event: string, listener: (message: unknown, ack: unknown) => void): unknown }).on(
          name,
          listener,
        );
      }

      async function answer<Message, Value>(
        message: unknown,
        schema: z.ZodType<Message>,
        handle: (message: Message) => Promise<Reply<Value>>,
      ): Promise<Reply<Value>> {
        if (!mayGoOn()) return failure('message/too-many', 'ten messages a second');
        const parsed = schema.safeParse(message);
        if (!parsed.success) {
          const [issue] = parsed.error.issues;
          return failure('message/invalid', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
        }
        try {
          return await handle(parsed.data);
        } catch (error) {
          if (error instanceof Refusal) return failure(error.code, error.message);
          log.error({ err: error, socket: socket.id }, 'message failed');
          if (error instanceof StoreError) return failure('server/store', 'nothing has been kept of it');
          return failure('match/failed', 'the server made a mistake; it has been logged');
        }
      }

      on('level:list', schemas.nothing, async () => ({
        ok: true,
        value: LEVELS.map(({ id, lanes, difficulty, help }) => ({
          id,
          lanes: lanes.length,
          difficulty,
          help,
        })),
      }));
      on('match:create', schemas.createMatch, async (message) => {
        const created = await lobby.create(message);
        if (created.ok) await sit(socket, created.value);
        return created;
      });
      on('match:join', schemas.joinMatch, async ({ code, name }) => {
        const joined = await lobby.join(code, name);
        if (joined.ok) await sit(socket, joined.value);
        return joined;
      });
      on('match:resume', schemas.resume, async ({ match, token }) => {
        const resumed = await lobby.resume(match, token);
        if (resumed.ok) await sit(socket, resumed.value);
        return resumed;
      });
      on('match:ready', schemas.ready, async ({ nonce }) => {
        const { match, seat } = seatOf(socket);
        return lobby.ready(match, seat, nonce);
      });
      on('match:command', schemas.command, async ({ n, command }) => {
        const { match, seat } = seatOf(socket);
        return matches.command(match, seat, n, command);
      });
      on('match:view', schemas.nothing, async () => {
        const { match, seat } = seatOf(socket);
        const update = await matches.view(match, seat);
        return update === null ? failure('match/not-started', match) : { ok: true, value: update };
      });
      on('match:debrief', schemas.nothing, async () => debrief(seatOf(socket)));
      on('match:log', schemas.nothing, async () => {
        const { match } = seatOf(socket);
        if (!(await matches.isEnded(match))) return failure('match/not-ended', match);
        return { ok: true, value: JSON.stringify(await matches.log(match)) };
      });
      on('match:rematch', schemas.nothing, async () => {
        const { match, seat } = seatOf(socket);
        return lobby.rematch(match, seat);
      });
      on('match:leave', schemas.nothing, async () => {
        const held = seats.leave(socket);
        if (held !== null) {
          await lobby.leave(held.match, held.seat);
          unwatch(held.match);
        }
        return { ok: true, value: null };
      });

      socket.on('disconnect', () => {
        metrics.sockets.dec();
        const held = seats.leave(socket);
        if (held !== null) background(goneFrom(held));
      });
    });

    beat = setInterval(() => {
      for (const socket of seats.all()) {
        const { held } = socket.data;
        const heartbeat = held === null ? null : matches.heartbeat(held.match, held.seat);
        if (heartbeat !== null) send(socket, () => socket.emit('match:heartbeat', heartbeat));
      }
    }, HEARTBEAT_EVERY);
  }

  return {
    matchListener,
    lobbyListener,
    serve,
    stop() {
      if (beat !== null) clearInterval(beat);
      io.emit('server:stopping');
    },
  };
}
