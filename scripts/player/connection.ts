/** A connection that comes back by itself: to the same server, or to the next of the list when one is gone. */
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { ClientToServer, Reply, Seated, ServerToClient } from '../../shared/protocol/messages.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/messages.ts';

/** socket.io's own generics cannot be called with a name that is a variable: `Connection` carries the types. */
type Listener = (...args: unknown[]) => void;

type Message<Name extends keyof ClientToServer> = Parameters<ClientToServer[Name]>[0];
type Answer<Name extends keyof ClientToServer> =
  Parameters<Parameters<ClientToServer[Name]>[1]>[0] extends Reply<infer Value> ? Value : never;

/** The server refused; the code says why. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly code: string;

  constructor(code: string, detail: string) {
    super(`${code}: ${detail}`);
    this.code = code;
  }
}

export interface Connection {
  /** Sends until it is answered, over as many connections as it takes. Throws RefusedError. */
  request<Name extends keyof ClientToServer>(name: Name, message: Message<Name>): Promise<Answer<Name>>;
  on<Name extends keyof ServerToClient>(name: Name, listener: ServerToClient[Name]): void;
  /** From now on this seat is taken again on every new connection. */
  holdSeat(seated: Seated): void;
  close(): void;
}

/** An answer that takes longer is asked for again, ms. */
const ANSWER_WITHIN = 5000;

/** All servers together may be away for so long, ms. */
const GIVE_UP_AFTER = 60_000;

/** Answered again when the server has room, not reported. */
const PASSING = new Set(['message/too-many', 'match/busy', 'server/stopping', 'server/store']);

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

export function connect(urls: readonly string[]): Connection {
  let at = 0;
  let seat: Seated | null = null;
  let socket: Socket | null = null;
  let ready: Promise<Socket> | null = null;
  let closed = false;
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
    await new Promise<void>((resolve, reject) => {
      one.once('connect', resolve);
      one.once('connect_error', (error) => {
        one.close();
        reject(error);
      });
    });
    one.once('disconnect', () => {
      if (socket === one) {
        socket = null;
        ready = null;
        // Views may come for a seat that asks for nothing: be there to receive them.
        if (!closed) current().catch(() => undefined);
      }
    });
    if (seat !== null) {
      const message: Message<'match:resume'> = { match: seat.match, token: seat.token };
      const reply: Reply<Seated> = await one.timeout(ANSWER_WITHIN).emitWithAck('match:resume', message);
      if (!reply.ok) throw new RefusedError(reply.code, reply.detail);
    }
    return one;
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
        await pause(250);
      }
    }
  }

  function current(): Promise<Socket> {
    ready ??= reconnect();
    return ready;
  }

  return {
    async request(name, message) {
      for (;;) {
        const one = await current();
        let reply: Reply<Answer<typeof name>>;
        try {
          reply = await one.timeout(ANSWER_WITHIN).emitWithAck(name, message);
        } catch {
          // No answer: the connection is gone or the server slow. What was sent is sent again.
          await pause(100);
          continue;
        }
        if (reply.ok) return reply.value;
        if (!PASSING.has(reply.code)) throw new RefusedError(reply.code, reply.detail);
        await pause(250);
      }
    },
    on(name, listener) {
      const added = { name: name as string, listener: listener as Listener };
      listeners.push(added);
      socket?.on(added.name, added.listener);
    },
    holdSeat(seated) {
      seat = seated;
    },
    close() {
      closed = true;
      socket?.close();
    },
  };
}
