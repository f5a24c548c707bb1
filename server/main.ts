/** The process: settings, signals, one line that says where the game is. */
import { pino } from 'pino';
import { createApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { FolderLockedError } from './store/folder-lock.ts';

/** A stop that takes longer than this is ended, ms. */
const STOP_LIMIT = 10_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const app = createApp(config, log);
  let stopping = false;

  const stop = (signal: string): void => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => {
      log.error('did not stop in time');
      process.exit(1);
    }, STOP_LIMIT).unref();
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stop failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);

  const port = await app.listen();
  const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host;
  process.stdout.write(`Shake & Wave is ready: http://${host}:${port}\n`);
}

main().catch((error: unknown) => {
  const known = error instanceof ConfigError || error instanceof FolderLockedError;
  const listening =
    (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ||
    (error as NodeJS.ErrnoException).code === 'EACCES';
  process.stderr.write(`${known || listening ? (error as Error).message : String((error as Error).stack)}\n`);
  process.exit(1);
});
