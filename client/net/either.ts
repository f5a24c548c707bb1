/**
 * One connection over two hosts: the server, and this page for a match against the bot when no server answers or the
 * player wants none. Whoever holds the seat is spoken to; who holds none speaks to the server.
 */
import type { CreateMatch, Resume, Seated, ServerToClient } from '../../shared/protocol/messages.ts';
import type {
  Answer,
  Connection,
  LinkHandlers,
  LinkState,
  RequestMessage,
  RequestName,
  RequestValue,
} from './connection.ts';
import { isPageMatch } from './page-match.ts';

export interface EitherParts {
  readonly server: Connection;
  readonly page: Connection;
  /** The player wants to practise without the server. */
  readonly prefersPage: () => boolean;
  readonly pause: (ms: number) => Promise<void>;
}

type Requests = {
  readonly [E in RequestName]: (message: RequestMessage<E>) => Promise<Answer<RequestValue<E>>>;
};

/** A match that is asked for while the page is still connecting waits so long for the server, ms. */
const SERVER_WITHIN = 2000;

export function createEitherConnection(parts: EitherParts): Connection {
  const { server, page, prefersPage, pause } = parts;
  let host = server;
  let serverLink: LinkState = 'connecting';
  let link: LinkHandlers | null = null;
  let settle = (): void => undefined;
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });

  /** What is true of the host that is spoken to now. */
  function tellLink(): void {
    if (host === page || serverLink === 'online') link?.online();
    else if (serverLink === 'offline') link?.offline();
  }

  function serverIs(state: LinkState): void {
    serverLink = state;
    settle();
    if (host === server) tellLink();
  }

  function sitAt(next: Connection): void {
    if (host === next) return;
    host = next;
    tellLink();
  }

  /** The seat is given up; its holder must have heard so before it hears of the other host. */
  async function stand(): Promise<void> {
    await pause(0);
    sitAt(server);
  }

  async function isServerThere(): Promise<boolean> {
    if (serverLink === 'connecting') await Promise.race([settled, pause(SERVER_WITHIN)]);
    return serverLink === 'online';
  }

  async function create(message: CreateMatch): Promise<Answer<Seated>> {
    if (message.opponent.kind === 'person') return server.request('match:create', message);
    // Nobody else needs to believe the result of a level from a file.
    const isOwnLevel = typeof message.level !== 'string';
    if (!isOwnLevel && !prefersPage() && (await isServerThere())) {
      const answer = await server.request('match:create', message);
      if (answer.ok || answer.code !== 'net/timeout') return answer;
    }
    const answer = await page.request('match:create', message);
    if (answer.ok) sitAt(page);
    return answer;
  }

  async function resume(message: Resume): Promise<Answer<Seated>> {
    if (!isPageMatch(message.match)) return server.request('match:resume', message);
    sitAt(page);
    const answer = await page.request('match:resume', message);
    if (!answer.ok) void stand();
    return answer;
  }

  async function leave(message: Record<string, never>): Promise<Answer<null>> {
    const answer = await host.request('match:leave', message);
    void stand();
    return answer;
  }

  const ofHost =
    <E extends RequestName>(event: E) =>
    (message: RequestMessage<E>) =>
      host.request(event, message);

  const requests: Requests = {
    'level:list': (message) => (serverLink === 'online' ? server : page).request('level:list', message),
    'match:create': create,
    'match:join': (message) => server.request('match:join', message),
    'match:resume': resume,
    'match:ready': ofHost('match:ready'),
    'match:command': ofHost('match:command'),
    'match:view': ofHost('match:view'),
    'match:debrief': ofHost('match:debrief'),
    'match:log': ofHost('match:log'),
    'match:replay': ofHost('match:replay'),
    'match:consent': ofHost('match:consent'),
    'match:rematch': ofHost('match:rematch'),
    'match:leave': leave,
  };

  /** What the other host says concerns no seat of this page's player. */
  function fromHost<E extends keyof ServerToClient>(one: Connection, handler: ServerToClient[E]) {
    return (...message: Parameters<ServerToClient[E]>): void => {
      if (host === one) (handler as (...message: Parameters<ServerToClient[E]>) => void)(...message);
    };
  }

  return {
    request: (event, message) => requests[event](message),
    on: <E extends keyof ServerToClient>(event: E, handler: ServerToClient[E]) => {
      for (const one of [server, page]) one.on(event, fromHost<E>(one, handler) as ServerToClient[E]);
    },
    onLink: (handlers) => {
      link = handlers;
      server.onLink({
        online: () => serverIs('online'),
        offline: () => serverIs('offline'),
        refused: (code) => {
          if (host === server) handlers.refused(code);
        },
      });
    },
    open: (match) => {
      server.open(match);
      page.open(match);
      if (match !== null && isPageMatch(match)) sitAt(page);
    },
  };
}
