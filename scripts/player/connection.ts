/** A connection that comes back by itself: to the same server, or to the next of the list when one is gone. */
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { ClientToServer, Reply, Seated, ServerToClient } from '../../shared/protocol/messages.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/messages.ts';
import { pause, within } from './pause.ts';

/** socket.io's own generics cannot be called with a name that is a variable: `Connection` carries the types. */
type Listener = (...args: unknown[]) => void;

type Name = keyof ClientToServer;
type Message<N extends Name> = Parameters<ClientToServer[N]>[0];
type Answer<N extends Name> =
  Parameters<Parameters<ClientToServer[N]>[1]>[0] extends Reply<infer Value> ? Value : never;

/** The server refused; the code says why. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly code: string;

  constructor(code: string, detail: string) {
    super(`${code}: ${detail}`);
    this.code = code;
  }
}

/** Nobody knows whether the request was carried out, and it must not be carried out twice. */
export class LostAnswerError extends Error {
  override readonly name = 'LostAnswerError';

  constructor(request: Name) {
    super(`${request}: the connection was lost before the answer came`);
  }
}

export interface Connection {
  /**
   * Asks over as many connections as it takes; a request that may not be carried out twice is not sent again once its
   * answer is lost. Throws RefusedError and LostAnswerError.
   */
  request<N extends Name>(name: N, message: Message<N>): Promise<Answer<N>>;
  /** `match:seated` is also told when the seat in a rematch is learned by taking the old seat again. */
  on<N extends keyof ServerToClient>(name: N, listener: ServerToClient[N]): void;
  /** From now on this seat is taken again on every new connection. */
  holdSeat(seated: Seated): void;
  /** Takes the seat again over a new connection. */
  renew(): Promise<void>;
  /** Gives the seat up. Throws if no server hears of it. */
  leave(): Promise<void>;
  close(): void;
  /** Rejects once there is no way back to the seat. */
  readonly lost: Promise<never>;
}

/** An answer that takes longer is lost, ms. */
const ANSWER_WITHIN = 5000;

/** All servers together may be away for so long, and so long may a request take with everything that goes wrong, ms. */
export const GIVE_UP_AFTER = 60_000;

/** A farewell is not worth more, ms. */
const FAREWELL_WITHIN = 10_000;

/** Between two tries, ms. */
const PAUSE = 250;

/** Answered again when the server has room, not reported. */
const PASSING = new Set(['message/too-many', 'match/busy', 'server/stopping', 'server/store']);

/** Carried out twice these do harm. */
const ONCE_ONLY: ReadonlySet<Name> = new Set<Name>([
  'match:create',
  'match:join',
  'match:rematch',
  'match:leave',
]);

const connected = (socket: Socket): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });

/** Nothing that this socket still hears is told any more. */
function discard(socket: Socket): void {
  socket.removeAllListeners();
  socket.close();
}

/** Null if no answer came: the connection is gone or the server too slow. */
async function answerOver<N extends Name>(
  socket: Socket,
  name: N,
  message: Message<N>,
): Promise<Reply<Answer<N>> | null> {
  try {
    const reply: Reply<Answer<N>> = await socket.timeout(ANSWER_WITHIN).emitWithAck(name, message);
    return reply;
  } catch {
    return null;
  }
}

export function connect(urls: readonly string[]): Connection {
  let at = 0;
  let seat: Seated | null = null;
  let socket: Socket | null = null;
  let ready: Promise<Socket> | null = null;
  let closed = false;
  let lose: (reason: unknown) => void = () => undefined;
  const lost = new Promise<never>((_, reject) => {
    lose = reject;
  });
  // Whoever waits for it is told; a request that fails for the same reason tells it as well.
  lost.catch(() => undefined);
  const listeners: { readonly name: string; readonly listener: Listener }[] = [];

  /** One attempt at one server: connected, and seated again if there was a seat. */
  async function attempt(url: string): Promise<Socket> {
    const one: Socket = io(url, {
      auth: { protocol: PROTOCOL_VERSION },
      transports: ['websocket', 'polling'],
      reconnection: false,
      forceNew: true,
      timeout: ANSWER_WITHIN,
    });
    for (const { name, listener } of listeners) one.on(name, listener);
    try {
      await connected(one);
      one.once('disconnect', () => drop(one));
      await takeSeat(one);
      return one;
    } catch (error) {
      discard(one);
      throw error;
    }
  }

  async function takeSeat(one: Socket): Promise<void> {
    const held = seat;
    if (held === null) return;
    const reply = await answerOver(one, 'match:resume', { match: held.match, token: held.token });
    if (reply === null) throw new Error('no answer to match:resume');
    if (!reply.ok) throw new RefusedError(reply.code, reply.detail);
    // The server may have told of the rematch itself, meanwhile.
    if (reply.value.match === held.match || seat !== held) return;
    seat = reply.value;
    for (const { name, listener } of listeners) if (name === 'match:seated') listener(reply.value);
  }

  async function reconnect(): Promise<Socket> {
    const until = Date.now() + GIVE_UP_AFTER;
    for (;;) {
      try {
        socket = await attempt(urls[at]!);
        return socket;
      } catch (error) {
        if (error instanceof RefusedError && !PASSING.has(error.code)) throw error;
        if (closed || Date.now() > until) {
          throw new Error(`no server answers: ${(error as Error).message}`, { cause: error });
        }
        at = (at + 1) % urls.length;
        await pause(PAUSE);
      }
    }
  }

  function current(): Promise<Socket> {
    if (ready === null) {
      ready = reconnect();
      ready.catch(lose);
    }
    return ready;
  }

  /** This connection is of no use any more. */
  function drop(one: Socket): void {
    discard(one);
    if (socket !== one) return;
    socket = null;
    ready = null;
    // Views may come for a seat that asks for nothing: be there to receive them. `lost` tells if that fails.
    if (!closed && seat !== null) current().catch(() => undefined);
  }

  async function ask<N extends Name>(name: N, message: Message<N>, ms: number): Promise<Answer<N>> {
    const until = Date.now() + ms;
    for (let reason = 'no server answers'; ; await pause(PAUSE)) {
      const left = until - Date.now();
      if (left <= 0) throw new Error(`${name}: given up: ${reason}`);
      const one = await within(left, current(), `${name}: given up: ${reason}`);
      const reply = await answerOver(one, name, message);
      if (reply === null) {
        drop(one);
        if (ONCE_ONLY.has(name)) throw new LostAnswerError(name);
        reason = 'no answer';
      } else {
        if (reply.ok) return reply.value;
        if (!PASSING.has(reply.code)) throw new RefusedError(reply.code, reply.detail);
        reason = reply.code;
      }
    }
  }

  return {
    request: (name, message) => ask(name, message, GIVE_UP_AFTER),
    on(name, listener) {
      const added = { name: name as string, listener: listener as Listener };
      listeners.push(added);
      socket?.on(added.name, added.listener);
    },
    holdSeat(seated) {
      seat = seated;
    },
    async renew() {
      if (socket !== null) drop(socket);
      await current();
    },
    async leave() {
      await within(FAREWELL_WITHIN, current(), 'nobody to say farewell to');
      // Forgotten first: a connection made after the farewell must not sit down again.
      seat = null;
      await ask('match:leave', {}, FAREWELL_WITHIN);
    },
    close() {
      closed = true;
      socket?.close();
    },
    lost,
  };
}
