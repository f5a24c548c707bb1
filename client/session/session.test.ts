import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SeatView } from '../../shared/engine/match/view.ts';
import type { Seated, TableView, ViewUpdate } from '../../shared/protocol/messages.ts';
import { calm, knocked, REFUSAL, settledLane } from '../gallery/fixed-lanes.ts';
import { createFakeConnection } from '../testing/fake-connection.ts';
import { createHand } from './hand.ts';
import type { KeptSeat, SeatStore } from './seat-store.ts';
import { createSession } from './session.ts';

const SEATED: Seated = {
  match: 'm',
  code: 'ABCDEF',
  seat: 'B',
  token: 't',
  level: 'clean',
  introduction: null,
  secretHash: 'h',
};

const view = (more: Partial<SeatView> = {}): SeatView => ({
  seat: 'B',
  level: {
    id: 'clean',
    difficulty: 'novice',
    help: 'flags',
    timed: true,
    speed: true,
    rcvWnd: 1000,
    rounds: null,
  },
  lanes: [knocked],
  questions: [],
  paused: false,
  presence: { A: 'present', B: 'present' },
  ended: null,
  ...more,
});

const update = (counter: number, more: Partial<SeatView> = {}, lastCommand = 0): ViewUpdate => ({
  match: 'm',
  counter,
  view: view(more),
  score: { points: 0, streak: 0, last: null },
  lastCommand,
});

const tableOf = (more: Partial<TableView> = {}): TableView => ({
  match: 'm',
  code: 'ABCDEF',
  level: 'clean',
  phase: 'waiting',
  you: 'B',
  players: {
    A: null,
    B: { name: 'Ada', kind: 'person', connected: true, ready: false, wantsRematch: false },
  },
  ...more,
});

/** Longer than any pause before the next try. */
const LATER = 10_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
});

afterEach(() => {
  vi.useRealTimers();
});

function createStore(seat: KeptSeat | null): SeatStore & { readonly kept: () => KeptSeat | null } {
  let kept = seat;
  return {
    kept: () => kept,
    ofThisTab: () => kept,
    ofThisBrowser: () => null,
    keep: (next) => {
      kept = next;
    },
    forget: () => {
      kept = null;
    },
  };
}

function begin(seat: KeptSeat | null = null) {
  const fake = createFakeConnection();
  const store = createStore(seat);
  const session = createSession({ connection: fake.connection, store, now: () => 1000, nonce: () => 'abc' });
  session.start();
  fake.goOnline();
  return { fake, store, session, hand: createHand(session) };
}

async function seatedAndPlaying() {
  const parts = begin({ seated: SEATED, nonce: 'abc' });
  await parts.fake.answer('match:resume', SEATED);
  await parts.fake.answer('match:view', update(1));
  return parts;
}

describe('a seat', () => {
  test('is kept and made ready with its nonce as soon as it is taken', async () => {
    const { fake, session, store } = begin();
    void session.join({ code: 'ABCDEF', name: 'Ada', timeFactor: 100 });
    await fake.answer('match:join', SEATED);
    expect(store.kept()?.seated).toEqual(SEATED);
    expect(fake.asked).toMatchObject([{ event: 'match:ready', message: { nonce: 'abc' } }]);
    expect(session.place.value).toBe('waiting');
    fake.emit('match:view', update(1));
    expect(session.place.value).toBe('match');
  });

  test('is resumed on every connection, and forgotten when the server does not know it', async () => {
    const { fake, session, store } = begin({ seated: SEATED, nonce: 'abc' });
    await fake.refuse('match:resume', 'match/unknown');
    expect(session.place.value).toBe('lobby');
    expect(session.failure.value).toBe('match/unknown');
    expect(store.kept()).toBeNull();
  });

  test('taken over elsewhere is not snatched back by a reconnection', async () => {
    const { fake, session } = await seatedAndPlaying();
    fake.emit('match:replaced');
    fake.goOffline();
    fake.goOnline();
    expect(fake.asked).toEqual([]);
    session.takeBack();
    await fake.answer('match:resume', SEATED);
    await fake.answer('match:view', update(2));
    expect(session.replaced.value).toBe(false);
  });

  test('is exchanged by a rematch', async () => {
    const { fake, session } = await seatedAndPlaying();
    fake.emit('match:seated', { ...SEATED, match: 'm2', seat: 'A' });
    expect(session.seated.value?.match).toBe('m2');
    expect(session.update.value).toBeNull();
    expect(session.place.value).toBe('waiting');
  });

  test('in the rematch is what a resumption of the old one gives', async () => {
    const { fake, session, store } = await seatedAndPlaying();
    const again: Seated = { ...SEATED, match: 'm2', seat: 'A' };
    fake.goOffline();
    fake.goOnline();
    fake.emit('match:table', tableOf({ match: 'm2', you: 'A' }));
    await fake.answer('match:resume', again);
    expect(store.kept()?.seated).toEqual(again);
    expect(session.table.value?.match).toBe('m2');
    expect(session.update.value).toBeNull();
    expect(fake.asked.filter(({ event }) => event === 'match:ready')).toHaveLength(1);
  });

  test.each(['net/timeout', 'match/busy', 'server/store', 'message/too-many', 'match/failed'])(
    'is asked for again after %s',
    async (code) => {
      const { fake, session, store } = begin({ seated: SEATED, nonce: 'abc' });
      for (let time = 0; time < 4; time++) {
        await fake.refuse('match:resume', code);
        expect(fake.asked).toEqual([]);
        await vi.advanceTimersByTimeAsync(LATER);
      }
      expect(store.kept()?.seated).toEqual(SEATED);
      await fake.answer('match:resume', SEATED);
      expect(session.failure.value).toBeNull();
      expect(fake.asked).toMatchObject([{ event: 'match:view' }]);
    },
  );

  test('is not asked for twice after a reconnection', async () => {
    const { fake } = begin({ seated: SEATED, nonce: 'abc' });
    await fake.refuse('match:resume', 'match/busy');
    fake.goOffline();
    fake.goOnline();
    await vi.advanceTimersByTimeAsync(LATER);
    expect(fake.asked).toMatchObject([{ event: 'match:resume' }]);
  });

  test('is made ready again when that failed, by one asker', async () => {
    const { fake, session } = begin();
    void session.join({ code: 'ABCDEF', name: 'Ada', timeFactor: 100 });
    await fake.answer('match:join', SEATED);
    fake.emit('match:table', tableOf());
    await fake.refuse('match:ready', 'server/store');
    await vi.advanceTimersByTimeAsync(LATER);
    expect(fake.asked).toMatchObject([{ event: 'match:ready', message: { nonce: 'abc' } }]);
  });
});

describe('views', () => {
  test('an older one never replaces a newer one', async () => {
    const { fake, session } = await seatedAndPlaying();
    fake.emit('match:view', update(3, { lanes: [calm] }));
    fake.emit('match:view', update(2));
    expect(session.update.value?.counter).toBe(3);
  });

  test('what comes late from a match left behind is not taken for this one', async () => {
    const { session, fake } = await seatedAndPlaying();
    fake.emit('match:view', { ...update(9), match: 'left' });
    fake.emit('match:heartbeat', { match: 'left', counter: 9, remaining: {} });
    expect(session.update.value?.counter).toBe(1);
    expect(fake.asked).toEqual([]);
  });

  test('of a rematch count from the beginning', async () => {
    const { fake, session } = await seatedAndPlaying();
    fake.emit('match:view', update(9));
    fake.emit('match:seated', { ...SEATED, match: 'm2' });
    fake.emit('match:view', update(10));
    expect(session.update.value).toBeNull();
    fake.emit('match:view', { ...update(1), match: 'm2' });
    expect(session.update.value?.counter).toBe(1);
  });

  test('a heartbeat that is ahead asks for the view', async () => {
    const { fake } = await seatedAndPlaying();
    fake.emit('match:heartbeat', { match: 'm', counter: 1, remaining: {} });
    expect(fake.asked).toEqual([]);
    fake.emit('match:heartbeat', { match: 'm', counter: 2, remaining: {} });
    expect(fake.asked).toMatchObject([{ event: 'match:view' }]);
  });

  test('a settled prompt is told once, and an end brings the debrief', async () => {
    const { fake, session } = await seatedAndPlaying();
    fake.emit('match:view', update(2, { lanes: [settledLane] }));
    expect(session.settled.value?.entry.index).toBe(1);
    fake.emit('match:view', update(3, { lanes: [settledLane], ended: 'lanes-over' }));
    expect(fake.asked).toMatchObject([{ event: 'match:debrief' }]);
  });

  test('a debrief that failed is asked for again, but not for a match that has been left', async () => {
    const { fake, session } = await seatedAndPlaying();
    fake.emit('match:view', update(2, { ended: 'lanes-over' }));
    await fake.refuse('match:debrief', 'net/timeout');
    await vi.advanceTimersByTimeAsync(LATER);
    await fake.refuse('match:debrief', 'server/store');
    fake.emit('match:seated', { ...SEATED, match: 'm2' });
    await fake.answer('match:ready', null);
    await vi.advanceTimersByTimeAsync(LATER);
    expect(fake.asked).toEqual([]);
    expect(session.failure.value).toBeNull();
  });
});

describe('commands', () => {
  test('go one at a time, and again under the same number after a reconnection', async () => {
    const { fake, hand } = await seatedAndPlaying();
    hand.take('SYN+ACK');
    hand.send();
    hand.send();
    expect(fake.asked).toMatchObject([{ event: 'match:command', message: { n: 1 } }]);
    fake.goOffline();
    await fake.refuse('match:command', 'net/timeout');
    fake.goOnline();
    await fake.answer('match:resume', SEATED);
    await fake.answer('match:view', update(2, {}, 1));
    expect(fake.asked).toMatchObject([
      {
        event: 'match:command',
        message: { n: 1, command: { play: { card: { flags: 0x12, seq: null, ack: null, len: 0 } } } },
      },
    ]);
    await fake.answer('match:command', { verdict: 'right', merged: 1 });
    hand.stayStill();
    expect(fake.asked).toMatchObject([{ event: 'match:command', message: { n: 2 } }]);
  });

  test.each(['net/timeout', 'match/busy', 'server/stopping', 'message/too-many', 'server/store'])(
    'go again under the same number after %s',
    async (code) => {
      const { fake, session, hand } = await seatedAndPlaying();
      hand.stayStill();
      await fake.refuse('match:command', code);
      expect(fake.asked).toEqual([]);
      expect(session.busy.value).toBe(true);
      await vi.advanceTimersByTimeAsync(LATER);
      expect(fake.asked).toMatchObject([{ event: 'match:command', message: { n: 1 } }]);
      await fake.answer('match:command', { verdict: 'right', merged: 0 });
      expect(session.busy.value).toBe(false);
      expect(session.failure.value).toBeNull();
    },
  );

  test('wait while the connection does not hold the seat', async () => {
    const { fake, hand } = await seatedAndPlaying();
    hand.stayStill();
    await fake.refuse('match:command', 'net/timeout');
    fake.goOffline();
    fake.goOnline();
    await vi.advanceTimersByTimeAsync(LATER);
    expect(fake.asked).toMatchObject([{ event: 'match:resume' }]);
    await fake.answer('match:resume', SEATED);
    expect(fake.asked.filter(({ event }) => event === 'match:command')).toHaveLength(1);
  });

  test('are given up with their seat, without an error', async () => {
    const { fake, session, hand } = await seatedAndPlaying();
    hand.stayStill();
    fake.emit('match:seated', { ...SEATED, match: 'm2' });
    await fake.answer('match:ready', null);
    expect(session.busy.value).toBe(false);
    expect(session.failure.value).toBeNull();
    fake.emit('match:view', { ...update(1), match: 'm2' });
    await fake.answer('match:command', { verdict: 'stale' });
    expect(session.stale.value).toBe(false);
    hand.stayStill();
    expect(fake.asked).toMatchObject([{ event: 'match:command', message: { n: 1 } }]);
  });

  test('a refusal stays with its prompt', async () => {
    const { fake, session, hand } = await seatedAndPlaying();
    hand.take('RST');
    hand.send();
    await fake.answer('match:command', { verdict: 'wrong', refusal: REFUSAL });
    expect(hand.refused.value?.refusal).toEqual(REFUSAL);
    expect(hand.draft.value?.kind).toBe('RST');
    fake.emit('match:view', update(2, { lanes: [calm] }));
    expect(hand.refused.value).toBeNull();
    expect(session.stale.value).toBe(false);
  });

  test('after an error the server is asked where things stand', async () => {
    const { fake, session, hand } = await seatedAndPlaying();
    hand.stayStill();
    await fake.refuse('match:command', 'command/gap');
    await fake.answer('match:view', update(2, {}, 7));
    expect(session.failure.value).toBe('command/gap');
    hand.stayStill();
    expect(fake.asked).toMatchObject([{ event: 'match:command', message: { n: 8 } }]);
  });
});

describe('a replay link', () => {
  const LINK = { id: 'f'.repeat(32), named: false };

  async function debriefed() {
    const parts = await seatedAndPlaying();
    parts.fake.emit('match:view', update(9, { ended: 'lanes-over' }));
    await parts.fake.answer('match:debrief', {});
    return parts;
  }

  test('is asked for with the debrief; without it the debrief is there all the same', async () => {
    const { fake, session } = await debriefed();
    expect([session.place.value, session.replay.value]).toStrictEqual(['debrief', null]);
    await fake.refuse('match:replay', 'match/unknown');
    expect([session.replay.value, session.failure.value]).toStrictEqual([null, null]);
  });

  test('names the player who ticks it at once, and not if the server has not heard of it', async () => {
    const { fake, session } = await debriefed();
    await fake.answer('match:replay', LINK);
    void session.showName(true);
    expect(session.replay.value).toStrictEqual({ ...LINK, named: true });
    await fake.answer('match:consent', null);
    expect(session.replay.value?.named).toBe(true);
    void session.showName(false);
    await fake.refuse('match:consent', 'server/store');
    expect([session.replay.value?.named, session.failure.value]).toStrictEqual([true, 'server/store']);
  });

  test('goes with the match', async () => {
    const { fake, session } = await debriefed();
    await fake.answer('match:replay', LINK);
    fake.emit('match:seated', { ...SEATED, match: 'n' });
    expect(session.replay.value).toBeNull();
  });
});
