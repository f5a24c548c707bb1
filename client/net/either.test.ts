/** The session over both hosts: which one a match against the bot is played on, and how the player gets back. */
import { describe, expect, it } from 'vitest';
import type { CreateMatch } from '../../shared/protocol/messages.ts';
import { createSeatStore } from '../session/seat-store.ts';
import type { Session } from '../session/session-shape.ts';
import { createSession } from '../session/session.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createFakeConnection } from '../testing/fake-connection.ts';
import { memoryStorage } from '../testing/memory-storage.ts';
import { createEitherConnection } from './either.ts';
import { isPageMatch } from './page-match.ts';
import { createSoloStore } from './solo-store.ts';
import { createSoloConnection } from './solo.ts';

const CREATE: CreateMatch = {
  level: 'clean',
  name: 'Ann',
  seat: 'A',
  opponent: { kind: 'bot', skill: 'expert' },
  timed: true,
  speed: true,
  help: null,
  timeFactor: 100,
};

const SEATED = {
  match: 'm',
  code: 'ABCDEF',
  seat: 'A',
  token: 't',
  level: 'clean',
  secretHash: 'h',
} as const;

/** Long enough for everything that waits for nothing but its turn. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

const storages = () => ({ tab: memoryStorage(), browser: memoryStorage() });

function openPage({ tab, browser } = storages(), prefersPage = false) {
  const server = createFakeConnection();
  const clock = createFakeClock();
  let drawn = 0;
  const randomHex = (octets: number): string => {
    drawn += 1;
    return drawn.toString(16).padStart(octets * 2, '0');
  };
  const page = createSoloConnection({ clock, store: createSoloStore(browser, 'page'), randomHex });
  const connection = createEitherConnection({
    server: server.connection,
    page,
    prefersPage: () => prefersPage,
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms / 100)),
  });
  const store = createSeatStore(tab, browser);
  const session = createSession({ connection, store, now: () => clock.now(), nonce: () => 'abc' });
  session.start();
  return { server, session, clock };
}

const isPractising = ({ seated, place }: Session): boolean =>
  isPageMatch(seated.value?.match ?? '') && place.value === 'match';

describe('a match against the bot', () => {
  it('is the server’s while the server is there', async () => {
    const { server, session } = openPage();
    server.goOnline();
    const created = session.create(CREATE);
    await server.answer('match:create', SEATED);
    await created;
    expect(session.seated.value).toStrictEqual(SEATED);
  });

  it('is played in the page while it is not, and no news of the server disturbs it', async () => {
    const { server, session, clock } = openPage();
    server.goOffline();
    await settle();
    expect(session.link.value).toBe('offline');
    await session.create(CREATE);
    await settle();
    expect(isPractising(session)).toBe(true);
    expect(session.link.value).toBe('online');
    for (const news of [server.goOnline, server.goOffline]) {
      news();
      await settle();
      expect(session.link.value).toBe('online');
      expect(isPractising(session)).toBe(true);
    }
    server.emit('server:stopping');
    expect(session.stopping.value).toBe(false);
    clock.pass(60_000);
    expect(session.settled.value?.entry.by).toBe('assist');
  });

  it('is played in the page where the player wants that', async () => {
    const { server, session } = openPage(storages(), true);
    server.goOnline();
    await session.create(CREATE);
    await settle();
    expect(isPractising(session)).toBe(true);
    expect(server.asked.map(({ event }) => event)).not.toContain('match:create');
  });

  it('is played in the page when the server does not answer after all', async () => {
    const { server, session } = openPage();
    server.goOnline();
    const created = session.create(CREATE);
    await settle();
    const request = server.asked.find(({ event }) => event === 'match:create')!;
    request.answer({ ok: false, code: 'net/timeout', detail: '' });
    await created;
    await settle();
    expect(isPractising(session)).toBe(true);
    expect(session.failure.value).toBeNull();
  });

  it('waits a moment for a server that is still being connected to', async () => {
    const { server, session } = openPage();
    const created = session.create(CREATE);
    server.goOnline();
    await server.answer('match:create', SEATED);
    await created;
    expect(session.seated.value).toStrictEqual(SEATED);
  });

  it('is refused by the server with the server’s own word', async () => {
    const { server, session } = openPage();
    server.goOnline();
    const created = session.create(CREATE);
    await server.refuse('match:create', 'server/full');
    await created;
    expect(session.failure.value).toBe('server/full');
    expect(session.place.value).toBe('lobby');
  });
});

describe('after a match in the page', () => {
  it('the lobby is the server’s again', async () => {
    const { server, session } = openPage();
    server.goOffline();
    await session.create(CREATE);
    await settle();
    await session.leave();
    await settle();
    expect([session.place.value, session.link.value, session.failure.value]).toStrictEqual([
      'lobby',
      'offline',
      null,
    ]);
    server.goOnline();
    expect(session.link.value).toBe('online');
    const created = session.create(CREATE);
    await server.answer('match:create', SEATED);
    await created;
    expect(session.seated.value).toStrictEqual(SEATED);
  });

  it('left while the server is there, nothing is asked of it for the old seat', async () => {
    const { server, session } = openPage(storages(), true);
    server.goOnline();
    await session.create(CREATE);
    await settle();
    await session.leave();
    await settle();
    expect([session.place.value, session.link.value, session.failure.value]).toStrictEqual([
      'lobby',
      'online',
      null,
    ]);
    expect(server.asked.map(({ event }) => event)).not.toContain('match:resume');
  });
});

describe('a reload', () => {
  it('goes on with a match in the page by itself, server or not', async () => {
    const kept = storages();
    const first = openPage(kept);
    first.server.goOffline();
    await first.session.create(CREATE);
    await settle();
    const again = openPage(kept);
    await settle();
    expect(again.session.seated.value).toStrictEqual(first.session.seated.value);
    expect(isPractising(again.session)).toBe(true);
    expect(again.server.asked.map(({ event }) => event)).not.toContain('match:resume');
  });

  it('in another tab only offers it, and a click goes on', async () => {
    const { browser } = storages();
    const first = openPage({ tab: memoryStorage(), browser });
    first.server.goOffline();
    await first.session.create(CREATE);
    await settle();
    const other = openPage({ tab: memoryStorage(), browser });
    other.server.goOffline();
    await settle();
    expect(other.session.place.value).toBe('lobby');
    expect(other.session.offered.value).toStrictEqual(first.session.seated.value);
    other.session.acceptOffer();
    await settle();
    expect(isPractising(other.session)).toBe(true);
    expect(other.session.link.value).toBe('online');
  });

  it('of a match that this browser has lost ends in the lobby, with a word', async () => {
    const kept = storages();
    const first = openPage(kept);
    first.server.goOffline();
    await first.session.create(CREATE);
    await settle();
    const match = first.session.seated.value!.match;
    kept.browser.removeItem(`shake-and-wave.solo.${match}`);
    const again = openPage(kept);
    again.server.goOnline();
    await settle();
    expect([again.session.place.value, again.session.failure.value]).toStrictEqual(['lobby', 'seat/token']);
    expect(again.session.link.value).toBe('online');
  });
});
