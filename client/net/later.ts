/** A connection whose code comes after the first picture: what is asked of it before waits. */
import type { Connection } from './connection.ts';

export function createLaterConnection(load: () => Promise<Connection>): Connection {
  const attachments: ((connection: Connection) => void)[] = [];
  let loading: Promise<Connection> | null = null;

  async function loadOnce(): Promise<Connection> {
    try {
      const connection = await load();
      for (const attach of attachments) attach(connection);
      return connection;
    } catch (error) {
      // The next request tries again.
      loading = null;
      throw error;
    }
  }

  const loaded = (): Promise<Connection> => (loading ??= loadOnce());

  return {
    async request(event, message) {
      try {
        return await (await loaded()).request(event, message);
      } catch (error) {
        return { ok: false, code: 'net/timeout', detail: String(error) };
      }
    },
    on: (event, handler) => {
      attachments.push((connection) => connection.on(event, handler));
    },
    onLink: (handlers) => {
      attachments.push((connection) => connection.onLink(handlers));
    },
    open: (match) => {
      loaded().then(
        (connection) => connection.open(match),
        () => undefined,
      );
    },
  };
}
