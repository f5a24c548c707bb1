/** A new build comes while pages are open: each page keeps the files of its own build, online and off. */
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Router } from 'express';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { precacheOf } from '../scripts/precache-plugin.ts';
import { createMetrics } from '../server/http/metrics.ts';
import { createRoutes } from '../server/http/routes.ts';
import { LAPTOP, openBrowser } from './browser.ts';
import { ROOT } from './server-process.ts';

let browser: Browser;
let context: BrowserContext;
let http: Server;
let folder: string;
let url: string;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shake-and-wave-build-'));
  cpSync(join(ROOT, 'dist/client'), folder, { recursive: true });
  http = createServer(createRoutes(folder, createMetrics(), Router(), () => true));
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  context = await browser.newContext({ viewport: LAPTOP });
});

afterEach(async () => {
  await context.close();
  http.closeAllConnections();
  http.close();
  rmSync(folder, { recursive: true });
});

/** What the next build does to the files: its page names another script, and the worker keeps others. */
function deployNext(): void {
  const before = precacheOf(folder);
  const script = readdirSync(join(folder, 'assets')).find((name) => /^index-.*\.js$/u.test(name))!;
  renameSync(join(folder, 'assets', script), join(folder, 'assets/index-next.js'));
  rewrite('index.html', script, 'index-next.js');
  rewrite('sw.js', before, precacheOf(folder));
}

function rewrite(file: string, from: string, to: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
}

async function visit(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  return page;
}

const isNext = async (page: Page): Promise<boolean> =>
  (await page.locator('script[src]').first().getAttribute('src'))!.includes('index-next');

const caches = (page: Page): Promise<readonly string[]> => page.evaluate(() => globalThis.caches.keys());

async function untilCaches(page: Page, count: number): Promise<void> {
  await expect.poll(async () => (await caches(page)).length, { timeout: 45_000 }).toBe(count);
}

/** Whether the page still gets what its build is made of. */
const hasItsFiles = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const { pathname } = new URL(document.querySelector<HTMLScriptElement>('script[src]')!.src);
    return (await fetch(pathname)).ok;
  });

it('the next visit has the next build, and only that is kept, also without a network', async () => {
  const page = await visit();
  const [first] = await caches(page);
  deployNext();
  await page.reload();
  expect(await isNext(page)).toBe(true);
  await expect.poll(() => caches(page), { timeout: 20_000 }).not.toContain(first);
  await untilCaches(page, 1);
  http.closeAllConnections();
  http.close();
  await page.reload();
  expect(await isNext(page)).toBe(true);
  await page.locator('.lobby').waitFor();
});

it('a page of the build before keeps its files until it is gone', async () => {
  const old = await visit();
  deployNext();
  const page = await visit();
  expect(await isNext(page)).toBe(true);
  await untilCaches(page, 2);
  expect(await isNext(old)).toBe(false);
  expect(await hasItsFiles(old)).toBe(true);
  await old.close();
  await page.reload();
  await untilCaches(page, 1);
  expect(await hasItsFiles(page)).toBe(true);
});

it('headers let a browser see the next build, and keep the files of this one', async () => {
  const cacheOf = async (path: string): Promise<string | null> =>
    (await fetch(`${url}${path}`)).headers.get('cache-control');
  for (const path of ['/', '/sw.js', '/manifest.webmanifest', '/icon.svg'])
    expect(await cacheOf(path)).toBe('no-cache');
  const [script] = readdirSync(join(folder, 'assets'));
  expect(await cacheOf(`/assets/${script!}`)).toBe('public, max-age=31536000, immutable');
  const { headers } = await fetch(`${url}/manifest.webmanifest`);
  expect(headers.get('content-type')).toContain('application/manifest+json');
  expect(headers.get('content-security-policy')).toMatch(/worker-src 'self';.*manifest-src 'self'/u);
});
