/** The built server as a process of its own, on a free port and a folder of its own; it can be killed and started again. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '..');

export interface ServerProcess {
  readonly url: string;
  readonly port: number;
  /** Ends it and waits until it is gone; gives its exit code, null if a signal ended it. */
  stop(signal: NodeJS.Signals): Promise<number | null>;
  /** On the same port and folder. */
  start(): Promise<void>;
  /** Stops it and deletes its folder. */
  remove(): Promise<void>;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

export async function startServer(): Promise<ServerProcess> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'shake-and-wave-e2e-'));
  let child: ChildProcess | null = null;

  async function start(): Promise<void> {
    const started = spawn(process.execPath, [join(ROOT, 'dist/server/main.js')], {
      env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: folder, LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child = started;
    const line = once(started.stdout, 'data');
    const gone = once(started, 'exit').then(([code]) => {
      throw new Error(`the server ended with ${String(code)}`);
    });
    await Promise.race([line, gone]);
    // From now on its end is what the test wants.
    gone.catch(() => undefined);
  }

  async function stop(signal: NodeJS.Signals): Promise<number | null> {
    const running = child;
    if (running === null || running.exitCode !== null || running.signalCode !== null)
      return running?.exitCode ?? null;
    const gone = once(running, 'exit');
    running.kill(signal);
    await gone;
    child = null;
    return running.exitCode;
  }

  await start();
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    stop,
    start,
    async remove() {
      await stop('SIGKILL');
      rmSync(folder, { recursive: true });
    },
  };
}
