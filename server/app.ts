/** Puts the server together from its parts. It listens when told, so that tests choose their own port and folder. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { Server } from 'socket.io';
import type { Config } from './config.ts';
import { createMetrics } from './http/metrics.ts';
import { createReplayRoutes } from './http/replay-routes.ts';
import { createRoutes } from './http/routes.ts';
import { createLobby } from './lobby/lobby.ts';
import { systemClock } from './matches/clock.ts';
import { createMatchHost } from './matches/match-host.ts';
import { createReplays } from './replays/replays.ts';
import { serveSockets } from './socket/gateway.ts';
import { createSeatRegistry } from './socket/seats.ts';
import type { GameServer } from './socket/seats.ts';
import { createTraffic } from './socket/traffic.ts';
import { openEmbeddedStore } from './store/embedded-store.ts';

export interface App {
  /** Resolves with the port when connections are taken and every running match goes on. */
  listen(): Promise<number>;
  /** Finishes what is under way, says good-bye, closes the store. */
  close(): Promise<void>;
}

const CLIENT_DIR = fileURLToPath(new URL('../client', import.meta.url));

/** A sign of life is stored so often, ms: after an outage it tells how long the lights were out. */
const BEAT_EVERY = 1000;

/** Between heartbeats to every seated socket, ms. */
const HEARTBEAT_EVERY = 5000;

/** What is old is looked for so often, and deleted at these ages, ms. */
const FORGET_EVERY = 60 * 60_000;
const DAY = 24 * 60 * 60_000;
const KEEP_ENDED = 30 * DAY;
const KEEP_WAITING = DAY;

/** Octets: a level file of 16 KiB, every character of it escaped, and then some. */
const LARGEST_MESSAGE = 40 * 1024;

export function createApp(config: Config, log: Logger): App {
  const store = openEmbeddedStore(config.dataDir);
  const clock = systemClock();
  const metrics = createMetrics();
  let ready = false;
  const traffic = createTraffic(createSeatRegistry(), log);
  const matches = createMatchHost(store, clock, log, metrics, traffic.matchListener);
  const lobby = createLobby(store, matches, clock, log, traffic.lobbyListener);
  const replays = createReplays(store, matches);
  traffic.attach({ matches, lobby, replays });
  const replayRoutes = createReplayRoutes(CLIENT_DIR, replays, clock, log);
  const http = createServer(createRoutes(CLIENT_DIR, metrics, replayRoutes, () => ready));
  const io: GameServer = new Server(http, { maxHttpBufferSize: LARGEST_MESSAGE, serveClient: false });
  const timers: NodeJS.Timeout[] = [];

  /** Background work of the store: a failure is an operator's business, not a player's. */
  function every(interval: number, work: () => Promise<unknown>): void {
    timers.push(
      setInterval(() => {
        work().catch((error: unknown) => log.error({ err: error }, 'store'));
      }, interval),
    );
  }

  return {
    async listen() {
      const carriedOn = await matches.recover();
      serveSockets(io, { matches, lobby, replays }, traffic, clock, log, metrics);
      timers.push(setInterval(() => traffic.beat(), HEARTBEAT_EVERY));
      every(BEAT_EVERY, () => store.beat(clock.now()));
      every(FORGET_EVERY, () =>
        store.forget({ ended: clock.now() - KEEP_ENDED, waiting: clock.now() - KEEP_WAITING }),
      );
      await new Promise<void>((resolve, reject) => {
        http.once('error', reject);
        http.listen(config.port, config.host, resolve);
      });
      ready = true;
      log.info({ carriedOn }, 'ready');
      return (http.address() as AddressInfo).port;
    },
    async close() {
      ready = false;
      for (const timer of timers) clearInterval(timer);
      io.emit('server:stopping');
      await matches.close();
      await io.close();
      await store.beat(clock.now());
      await store.close();
    },
  };
}
