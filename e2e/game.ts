/** What a browser test plays: a fresh server for each test, one browser for all, and pages that must not complain. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Language } from '../shared/i18n/translate.ts';
import type { OpenPage } from './browser.ts';
import { LAPTOP, openBrowser, openPage } from './browser.ts';
import type { PagePlayer } from './page-player.ts';
import { watchViews } from './page-player.ts';
import type { ServerProcess } from './server-process.ts';
import { startServer } from './server-process.ts';

interface Way {
  readonly viewport?: { readonly width: number; readonly height: number };
  /** How the player knows what the page shows: off the wire, if nothing else is said. */
  readonly watch?: (open: OpenPage) => PagePlayer;
}

export interface Game {
  readonly server: ServerProcess;
  /** A player before an empty page: whoever wants to hear its traffic listens before it goes anywhere. */
  open(language: Language, way?: Way): Promise<PagePlayer>;
  visit(language: Language, way?: Way & { readonly path?: string }): Promise<PagePlayer>;
}

/** For a whole test file: it clears up after each test, and fails it for whatever a page complained of. */
export function setUpGame(): Game {
  let browser: Browser;
  let server: ServerProcess;
  const players: PagePlayer[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(() => browser.close());

  beforeEach(async () => {
    server = await startServer();
  });

  afterEach(async () => {
    const complaints = players.flatMap((player) => player.complaints);
    for (const { context } of players.splice(0)) await context.close();
    await server.remove();
    expect(complaints).toStrictEqual([]);
  });

  async function open(
    language: Language,
    { viewport = LAPTOP, watch = watchViews }: Way = {},
  ): Promise<PagePlayer> {
    const player = watch(await openPage(browser, language, viewport));
    players.push(player);
    return player;
  }

  return {
    get server() {
      return server;
    },
    open,
    async visit(language, { path = '/', ...way } = {}) {
      const player = await open(language, way);
      await player.page.goto(`${server.url}${path}`);
      return player;
    },
  };
}
