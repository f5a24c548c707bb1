import { describe, expect, it } from 'vitest';
import type { Precache } from './precache.ts';
import { wayOf } from './precache.ts';

const ORIGIN = 'http://localhost:3000';
const PRECACHE: Precache = {
  version: 'v',
  page: '/',
  hashed: ['/assets/index-abc.js'],
  named: { '/': 'h', '/icon.svg': 'h' },
};

const way = (path: string, mode = 'cors', method = 'GET'): string =>
  wayOf(PRECACHE, ORIGIN, { method, mode, url: new URL(path, ORIGIN).href });

describe('the way of a request', () => {
  it('is the network first for the page, with or without an invitation', () => {
    expect(way('/', 'navigate')).toBe('page');
    expect(way('/#join=ABCDEF', 'navigate')).toBe('page');
    expect(way('/index.html', 'navigate')).toBe('page');
  });

  it('is the cache for what belongs to the build', () => {
    expect(way('/assets/index-abc.js')).toBe('cache');
    expect(way('/icon.svg')).toBe('cache');
  });

  it.each([
    ['/assets/index-of-another-build.js', 'cors', 'GET'],
    ['/socket.io/?EIO=4&transport=polling', 'cors', 'GET'],
    ['/assets/index-abc.js', 'cors', 'POST'],
    ['/healthz', 'cors', 'GET'],
    ['/metrics', 'navigate', 'GET'],
    ['http://elsewhere/icon.svg', 'cors', 'GET'],
  ])('is nobody else’s for %s (%s, %s)', (path, mode, method) => {
    expect(way(path, mode, method)).toBe('network');
  });
});
