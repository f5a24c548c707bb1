/** A real browser: the system's Chromium, driven by clicks and keys. */
import { existsSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { Language, TextKey, TextParams } from '../shared/i18n/translate.ts';
import { translate } from '../shared/i18n/translate.ts';

const CHROMIUM = '/usr/bin/chromium';

/** This machine by a name that browsers do not trust, as on a LAN without certificates. */
export const LAN_HOST = 'classroom.test';

export async function openBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM))
    throw new Error(`${CHROMIUM} is missing: node scripts/ensure-tools.mjs installs it`);
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      `--host-resolver-rules=MAP ${LAN_HOST} 127.0.0.1`,
    ],
  });
}

export const LAPTOP = { width: 1366, height: 768 };
export const PHONE = { width: 390, height: 844 };

export interface OpenPage {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly language: Language;
  /** The page's words in its own language. */
  readonly t: (key: TextKey, params?: TextParams) => string;
  /** Whatever the page complained of: must be empty at the end. */
  readonly complaints: string[];
}

/** An empty page: whoever wants to hear its traffic listens before it goes anywhere. Contexts share nothing. */
export async function openPage(
  browser: Browser,
  language: Language,
  viewport: { readonly width: number; readonly height: number } = LAPTOP,
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport, locale: language, hasTouch: viewport === PHONE });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A connection that fails while the server is away is what the test wants.
    if (message.type() === 'error' && !message.text().includes('ERR_CONNECTION_REFUSED'))
      complaints.push(message.text());
  });
  return { context, page, language, t: (key, params) => translate(language, key, params), complaints };
}
