/**
 * Between sockets and the rest: decode, call, encode, nothing else. Every message is checked by its schema and
 * answered in its acknowledgement; one that fails changes nothing.
 */
import type { Logger } from 'pino';
import type * as z from 'zod';
import { LEVELS } from '../../shared/levels/catalogue.ts';
import { failure } from '../../shared/protocol/failure.ts';
import type { ClientToServer, Reply } from '../../shared/protocol/messages.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/messages.ts';
import * as schemas from '../../shared/protocol/schemas/client-messages.ts';
import { summaryOf } from '../../shared/referee/level-summary.ts';
import type { Debrief } from '../../shared/replay/debrief.ts';
import { debriefOf } from '../../shared/replay/debrief-of.ts';
import { logFileOf } from '../../shared/replay/log-file.ts';
import type { Metrics } from '../http/metrics.ts';
import type { Clock } from '../matches/clock.ts';
import { HistoryMovedError, MatchFailedError } from '../matches/hosted-matches.ts';
import { StoreError } from '../store/store.ts';
import { watchBackpressure } from './backpressure.ts';
import { createRateLimit } from './rate-limit.ts';
import type { GameServer, GameSocket, HeldSeat } from './seats.ts';
import type { Services, Traffic } from './traffic.ts';

/** All messages of a socket; and those that make matches, which are stored. */
const MESSAGES = { perSecond: 10, burst: 20 };
const NEW_MATCHES = { perSecond: 0.5, burst: 5 };

type Handle<Message> = (message: Message, socket: GameSocket) => Promise<Reply<unknown>>;

interface Handler<Message> {
  readonly schema: z.ZodType<Message>;
  readonly handle: Handle<Message>;
}

type Handlers = {
  readonly [Name in keyof ClientToServer]: Handler<Parameters<ClientToServer[Name]>[0]>;
};

const seated =
  (handle: (held: HeldSeat) => Promise<Reply<unknown>>): Handle<unknown> =>
  (_message, socket) =>
    withSeat(socket, handle);

function withSeat(
  { data: { held } }: GameSocket,
  handle: (held: HeldSeat) => Promise<Reply<unknown>>,
): Promise<Reply<unknown>> {
  if (held === null) return Promise.resolve(failure('seat/none', 'create, join or resume a match first'));
  return handle(held);
}

/** Debriefs of the matches that are being looked at: each is replayed once, however often it is asked for. */
const DEBRIEFS_KEPT = 200;

function createHandlers({ matches, lobby, replays }: Services, traffic: Traffic): Handlers {
  const debriefs = new Map<string, Debrief>();

  async function debrief({ match }: HeldSeat): Promise<Reply<Debrief>> {
    const known = debriefs.get(match);
    if (known !== undefined) return { ok: true, value: known };
    const found = await matches.log(match);
    if (found === null) return failure('match/not-started', match);
    const made = debriefOf(found);
    if (!made.ok) {
      return failure(made.code === 'log/not-ended' ? 'match/not-ended' : 'match/failed', made.detail);
    }
    const [oldest] = debriefs.keys();
    if (debriefs.size >= DEBRIEFS_KEPT && oldest !== undefined) debriefs.delete(oldest);
    debriefs.set(match, made.value);
    return { ok: true, value: made.value };
  }

  const levels = LEVELS.map(summaryOf);

  return {
    'level:list': { schema: schemas.nothing, handle: async () => ({ ok: true, value: levels }) },
    'match:create': {
      schema: schemas.createMatch,
      async handle(message, socket) {
        if (!socket.data.mayCreate()) return failure('message/too-many', 'matches are made too fast');
        const created = await lobby.create(message);
        if (created.ok) await traffic.sit(socket, created.value, 'newly');
        return created;
      },
    },
    'match:join': {
      schema: schemas.joinMatch,
      async handle(message, socket) {
        const joined = await lobby.join(message);
        if (joined.ok) await traffic.sit(socket, joined.value, 'newly');
        return joined;
      },
    },
    'match:resume': {
      schema: schemas.resume,
      async handle({ match, token }, socket) {
        const resumed = await lobby.resume(match, token);
        if (resumed.ok) await traffic.sit(socket, resumed.value, 'again');
        return resumed;
      },
    },
    'match:ready': {
      schema: schemas.ready,
      handle: ({ nonce }, socket) => withSeat(socket, ({ match, seat }) => lobby.ready(match, seat, nonce)),
    },
    'match:command': {
      schema: schemas.command,
      handle: ({ n, command }, socket) =>
        withSeat(socket, ({ match, seat }) => matches.command(match, seat, n, command)),
    },
    'match:view': {
      schema: schemas.nothing,
      handle: seated(async ({ match, seat }) => {
        const update = await matches.view(match, seat);
        return update === null ? failure('match/not-started', match) : { ok: true, value: update };
      }),
    },
    'match:debrief': { schema: schemas.nothing, handle: seated(debrief) },
    'match:log': {
      schema: schemas.nothing,
      handle: seated(async ({ match }) => {
        if (!(await matches.isEnded(match))) return failure('match/not-ended', match);
        const log = await matches.log(match);
        if (log === null) return failure('match/not-started', match);
        return { ok: true, value: JSON.stringify(logFileOf(log)) };
      }),
    },
    'match:replay': {
      schema: schemas.nothing,
      handle: seated(({ match, seat }) => replays.link(match, seat)),
    },
    'match:consent': {
      schema: schemas.consent,
      handle: ({ named }, socket) =>
        withSeat(socket, ({ match, seat }) => replays.consent(match, seat, named)),
    },
    'match:rematch': {
      schema: schemas.nothing,
      handle: seated(({ match, seat }) => lobby.rematch(match, seat)),
    },
    'match:leave': {
      schema: schemas.nothing,
      async handle(_message, socket) {
        await traffic.leave(socket);
        return { ok: true, value: null };
      },
    },
  };
}

/** Takes connections from now on. */
export function serveSockets(
  io: GameServer,
  services: Services,
  traffic: Traffic,
  clock: Clock,
  log: Logger,
  metrics: Metrics,
): void {
  const handlers = createHandlers(services, traffic);

  /** One path for every message: limit, schema, call. */
  async function answer<Message>(
    socket: GameSocket,
    { schema, handle }: Handler<Message>,
    message: unknown,
  ): Promise<Reply<unknown>> {
    if (!socket.data.mayGoOn()) return failure('message/too-many', `${MESSAGES.perSecond} messages a second`);
    const parsed = schema.safeParse(message);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return failure('message/invalid', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
    }
    try {
      return await handle(parsed.data, socket);
    } catch (error) {
      return refusalFor(error, socket);
    }
  }

  function refusalFor(error: unknown, socket: GameSocket): Reply<never> {
    if (error instanceof HistoryMovedError) return failure('match/busy', 'the match is loaded again');
    if (error instanceof MatchFailedError) return failure('match/failed', 'the match has been stopped');
    log.error({ err: error, socket: socket.id }, 'message failed');
    if (error instanceof StoreError) return failure('server/store', 'the store does not answer');
    return failure('match/failed', 'the server made a mistake; it has been logged');
  }

  function listen<Message>(socket: GameSocket, name: string, handler: Handler<Message>): void {
    const listener = async (message: unknown, ack: unknown): Promise<void> => {
      const reply = await answer(socket, handler, message);
      if (!reply.ok) metrics.refusals.inc({ code: reply.code });
      if (typeof ack !== 'function') return;
      if (socket.data.isClogged()) socket.disconnect(true);
      else ack(reply);
    };
    // socket.io's typed `on` cannot be called with a name that is a variable.
    (socket as { on(event: string, listener: (message: unknown, ack: unknown) => unknown): unknown }).on(
      name,
      listener,
    );
  }

  io.use((socket, next) => {
    const hello = schemas.hello.safeParse(socket.handshake.auth);
    if (hello.success && hello.data.protocol === PROTOCOL_VERSION) return next();
    return next(new Error('message/version'));
  });

  io.on('connection', (socket) => {
    socket.data.held = null;
    socket.data.isClogged = watchBackpressure(socket);
    socket.data.mayGoOn = createRateLimit(clock, MESSAGES);
    socket.data.mayCreate = createRateLimit(clock, NEW_MATCHES);
    metrics.sockets.inc();
    for (const [name, handler] of Object.entries(handlers)) listen(socket, name, handler as Handler<unknown>);
    socket.on('disconnect', () => {
      metrics.sockets.dec();
      traffic.disconnected(socket);
    });
  });
}
