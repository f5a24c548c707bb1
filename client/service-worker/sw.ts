/**
 * The whole game stays on the device after the first visit. The page comes from the network while there is one and names
 * its files by their hashes, so it never meets those of another build; each build has a cache of its own.
 */
import type { Precache } from './precache.ts';
import { isPrecached, wayOf } from './precache.ts';

declare const self: ServiceWorkerGlobalScope;
declare const PRECACHE_OF_BUILD: Precache;

const PRECACHE = PRECACHE_OF_BUILD;
const CACHES = 'shake-and-wave-';
const CACHE = `${CACHES}${PRECACHE.version}`;

/** A network that has not answered by then is none, ms. */
const NETWORK_WITHIN = 4000;

/** What a page says when a worker of its own build waits: `entry` is the path of its script. */
interface TakeOver {
  readonly kind: 'take-over';
  readonly entry: string;
}

const isTakeOver = (data: unknown): data is TakeOver =>
  typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'take-over' && 'entry' in data;

async function sha256(response: Response): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
  return Array.from(new Uint8Array(digest), (octet) => octet.toString(16).padStart(2, '0')).join('');
}

/** A server that is being replaced may already hand out the next build: then this one is not installed. */
async function keepNamed(cache: Cache, path: string, hash: string): Promise<void> {
  const response = await fetch(path, { cache: 'no-cache' });
  if (!response.ok || (await sha256(response.clone())) !== hash)
    throw new Error(`${path} is not of build ${PRECACHE.version}`);
  await cache.put(path, response);
}

async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  await Promise.all(Object.entries(PRECACHE.named).map(([path, hash]) => keepNamed(cache, path, hash)));
  await cache.addAll([...PRECACHE.hashed]);
}

async function activate(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(CACHES) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

const kept = async (path: string): Promise<Response | undefined> => (await caches.open(CACHE)).match(path);

async function pageOf(request: Request): Promise<Response> {
  const patience = new AbortController();
  // Once an answer has begun it may take its time.
  const timer = setTimeout(() => patience.abort(), NETWORK_WITHIN);
  try {
    const response = await fetch(request, { signal: patience.signal });
    // A proxy whose server is away answers, but has no page.
    if (response.status < 500) return response;
  } catch {
    // No network.
  } finally {
    clearTimeout(timer);
  }
  return (await kept(PRECACHE.page)) ?? Response.error();
}

const fileOf = async (request: Request): Promise<Response> =>
  (await kept(new URL(request.url).pathname)) ?? fetch(request);

/** A page of another build may still want its own files: then the worker waits until all pages are gone. */
async function takeOver({ entry }: TakeOver): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (isPrecached(PRECACHE, entry) && pages.length <= 1) await self.skipWaiting();
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => {
  const data: unknown = event.data;
  if (isTakeOver(data)) event.waitUntil(takeOver(data));
});
self.addEventListener('fetch', (event) => {
  const way = wayOf(PRECACHE, self.location.origin, event.request);
  if (way === 'page') event.respondWith(pageOf(event.request));
  if (way === 'cache') event.respondWith(fileOf(event.request));
});
