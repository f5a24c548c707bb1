/** Everything over plain HTTP: the built client, health, metrics, replays. */
import { join } from 'node:path';
import compression from 'compression';
import express from 'express';
import type { Express, Router } from 'express';
import helmet from 'helmet';
import type { Metrics } from './metrics.ts';

/** One year, s: built files carry their content's hash in their names. */
const IMMUTABLE = 31_536_000;

export function createRoutes(
  clientDir: string,
  metrics: Metrics,
  replayRoutes: Router,
  isReady: () => boolean,
): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(
    helmet({
      contentSecurityPolicy: {
        directives: {
          defaultSrc: ["'self'"],
          // Phaser draws its textures from data and blob URLs; styles are set on elements by scripts.
          imgSrc: ["'self'", 'data:', 'blob:'],
          styleSrc: ["'self'", "'unsafe-inline'"],
          workerSrc: ["'self'"],
          manifestSrc: ["'self'"],
          connectSrc: ["'self'", 'ws:', 'wss:'],
          // A class is taught on a LAN without certificates.
          upgradeInsecureRequests: null,
        },
      },
      strictTransportSecurity: false,
      crossOriginOpenerPolicy: false,
      originAgentCluster: false,
    }),
  );
  app.get('/healthz', (_request, response) => {
    response.status(isReady() ? 200 : 503).json({ ready: isReady() });
  });
  app.get('/metrics', async (_request, response) => {
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  app.use(compression());
  app.use(
    '/assets',
    express.static(join(clientDir, 'assets'), { maxAge: IMMUTABLE * 1000, immutable: true }),
  );
  app.use(replayRoutes);
  // The page and the service worker say which build there is: they are asked for each time.
  app.use(
    express.static(clientDir, {
      setHeaders: (response) => {
        response.setHeader('Cache-Control', 'no-cache');
      },
    }),
  );
  return app;
}
