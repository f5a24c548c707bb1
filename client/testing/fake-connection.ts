/** A connection in the hands of a test: it records what is asked, and answers when it is told to. */
import type { ServerToClient } from '../../shared/protocol/messages.ts';
import type { Connection, LinkHandlers } from '../net/connection.ts';

interface Asked {
  readonly event: string;
  readonly message: unknown;
  readonly answer: (reply: unknown) => void;
}

export interface FakeConnection {
  readonly connection: Connection;
  readonly asked: Asked[];
  readonly emit: <E extends keyof ServerToClient>(
    event: E,
    ...message: Parameters<ServerToClient[E]>
  ) => void;
  readonly goOnline: () => void;
  readonly goOffline: () => void;
  /** Answers the oldest open request of this name. */
  readonly answer: (event: string, value: unknown) => Promise<void>;
  readonly refuse: (event: string, code: string) => Promise<void>;
}

/** Long enough for promises to settle, also where a test holds the timers. */
const settle = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

export function createFakeConnection(): FakeConnection {
  const asked: Asked[] = [];
  const listeners = new Map<string, (...message: unknown[]) => void>();
  let link: LinkHandlers | null = null;

  async function reply(event: string, made: unknown): Promise<void> {
    await settle();
    const index = asked.findIndex((request) => request.event === event);
    if (index < 0) throw new Error(`nobody asked ${event}; open: ${asked.map((one) => one.event).join()}`);
    asked.splice(index, 1)[0]?.answer(made);
    await settle();
  }

  return {
    connection: {
      request: (event, message) =>
        new Promise((resolve) => {
          asked.push({ event, message, answer: (made) => resolve(made as never) });
        }),
      on: (event, handler) => {
        listeners.set(event, handler as (...message: unknown[]) => void);
      },
      onLink: (handlers) => {
        link = handlers;
      },
      open: () => undefined,
    },
    asked,
    emit: (event, ...message) => listeners.get(event)?.(...message),
    goOnline: () => link?.online(),
    goOffline: () => link?.offline(),
    answer: (event, value) => reply(event, { ok: true, value }),
    refuse: (event, code) => reply(event, { ok: false, code, detail: '' }),
  };
}
