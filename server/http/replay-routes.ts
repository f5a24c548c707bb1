/** The replay of a finished match: its page for people, its log for the page. Neither is for search engines. */
import { join } from 'node:path';
import { Router } from 'express';
import type { Logger } from 'pino';
import type { Clock } from '../matches/clock.ts';
import type { Replays } from '../replays/replays.ts';
import { createAddressLimit } from './address-limit.ts';

/** Of each address; a class behind one router may open a replay together. */
const REPLAYS = { perSecond: 10, burst: 60 };

const ID = /^[0-9a-f]{32}$/u;

export function createReplayRoutes(clientDir: string, replays: Replays, clock: Clock, log: Logger): Router {
  const mayGoOn = createAddressLimit(clock, REPLAYS);
  const router = Router();

  // Whether there is such a replay the page itself says, in the reader's language.
  router.get('/replay/:id', (_request, response) => {
    response.set('X-Robots-Tag', 'noindex');
    response.sendFile(join(clientDir, 'index.html'), { maxAge: 0 });
  });

  router.get('/api/replays/:id', (request, response) => {
    // A player may take the name back at any time.
    response.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' });
    if (!mayGoOn(request.ip ?? '')) {
      response.status(429).set('Retry-After', '1').json({ code: 'replay/too-many' });
      return;
    }
    const { id } = request.params;
    const opened = ID.test(id) ? replays.open(id) : Promise.resolve(null);
    opened.then(
      (replay) => {
        if (replay === null) response.status(404).json({ code: 'replay/unknown' });
        else response.json(replay);
      },
      (error: unknown) => {
        log.error({ err: error }, 'replay');
        response.status(503).json({ code: 'replay/store' });
      },
    );
  });

  return router;
}
