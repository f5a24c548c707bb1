/** What the build puts into the worker (scripts/precache-plugin.ts), and what the worker makes of a request by it. */

export interface Precache {
  /** Another for every build whose files differ. */
  readonly version: string;
  /** The page that everything else is loaded from. */
  readonly page: string;
  /** Paths whose names carry a hash of what they hold. */
  readonly hashed: readonly string[];
  /** All other paths, with the SHA-256 of what they hold, hexadecimal. */
  readonly named: Readonly<Record<string, string>>;
}

export type Way =
  /** From the network; from the cache where no answer comes. */
  | 'page'
  /** From the cache. */
  | 'cache'
  /** None of the worker's business. */
  | 'network';

export interface Wanted {
  readonly method: string;
  readonly mode: string;
  readonly url: string;
}

export const isPrecached = ({ hashed, named }: Precache, path: string): boolean =>
  hashed.includes(path) || Object.hasOwn(named, path);

export function wayOf(precache: Precache, origin: string, { method, mode, url }: Wanted): Way {
  const wanted = new URL(url);
  if (method !== 'GET' || wanted.origin !== origin) return 'network';
  if (mode === 'navigate')
    return [precache.page, '/index.html'].includes(wanted.pathname) ? 'page' : 'network';
  return isPrecached(precache, wanted.pathname) ? 'cache' : 'network';
}
