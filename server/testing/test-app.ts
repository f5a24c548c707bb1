/** An app of its own for each test, on a free port and a folder of its own, and the clients that come to it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach } from 'vitest';
import type { App } from '../app.ts';
import { createApp } from '../app.ts';
import type { TestClient } from './test-client.ts';
import { connectClient } from './test-client.ts';

export interface TestApp {
  readonly url: string;
  connected(): Promise<TestClient>;
  /** Its clients go first; what it has stored stays until the test is over. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** For a whole test file: started before each test, stopped and forgotten after it. */
export function setUpApp(): TestApp {
  let folder: string;
  let app: App;
  let port: number;
  const clients: TestClient[] = [];

  async function start(): Promise<void> {
    app = createApp(
      { port: 0, host: '127.0.0.1', dataDir: folder, logLevel: 'silent' },
      pino({ level: 'silent' }),
    );
    port = await app.listen();
  }

  async function stop(): Promise<void> {
    for (const client of clients.splice(0)) client.close();
    await app.close();
  }

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'shake-and-wave-'));
    await start();
  });

  afterEach(async () => {
    await stop();
    rmSync(folder, { recursive: true });
  });

  return {
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    async connected() {
      const client = await connectClient(port);
      clients.push(client);
      return client;
    },
    stop,
    start,
  };
}
