/** What every store must do, whatever it is made of. Run by the test of each implementation. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { levelById } from '../../shared/levels/catalogue.ts';
import { execute, openReferee } from '../../shared/referee/referee.ts';
import type { RefereeState } from '../../shared/referee/referee.ts';
import type { LogEntry, LogHeader } from '../../shared/replay/log.ts';
import { RULES_VERSION, hashOfLevel } from '../../shared/replay/log.ts';
import type { Table } from '../../shared/referee/table.ts';
import type { Head, NewMatch, Store } from './store.ts';

const CLEAN = levelById('clean')!;

export const HEADER: LogHeader = {
  format: 1,
  rules: RULES_VERSION,
  level: CLEAN,
  levelHash: hashOfLevel(CLEAN),
  secret: 'a'.repeat(64),
  nonces: { A: '01', B: '02' },
  timed: true,
  speed: true,
  seats: { A: { bot: false, timeFactor: 100 }, B: { bot: true, timeFactor: 100 } },
};

export const headAt = (version: number, commitId = `commit-${version}`): Head => ({ version, commitId });

export const newMatch = (id: string): NewMatch => ({
  id,
  header: HEADER,
  bots: { A: null, B: 'expert' },
  startedAt: 1_700_000_000_000,
  head: headAt(0),
});

export const entryAt = (at: number): LogEntry => ({ at, n: 0, command: { kind: 'advance' } });

const table = (id: string, code: string, changedAt = 1000): Table => ({
  id,
  code,
  level: 'clean',
  ownLevel: null,
  help: null,
  timed: true,
  speed: true,
  secret: 'b'.repeat(64),
  phase: 'waiting',
  seats: { A: null, B: null },
  rematch: null,
  changedAt,
});

/** `open` opens the same store each time; what is in it stays between. */
export function describeStore(name: string, open: () => Promise<Store>, wipe: () => Promise<void>): void {
  describe(name, () => {
    let store: Store;

    beforeEach(async () => {
      store = await open();
    });

    afterEach(async () => {
      await store.close();
      await wipe();
    });

    const reopened = async (): Promise<Store> => {
      await store.close();
      store = await open();
      return store;
    };

    const commit = (id: string, version: number, more: { snapshot?: RefereeState; ended?: boolean } = {}) =>
      store.commit(id, {
        expected: headAt(version - 1),
        next: headAt(version),
        entry: entryAt(version * 100),
        snapshot: more.snapshot ?? null,
        ended: more.ended ?? false,
      });

    describe('matches', () => {
      it('are there as they were put, after the store was closed and opened', async () => {
        expect(await store.createMatch(newMatch('m1'))).toBe(true);
        await commit('m1', 1);
        const found = await (await reopened()).loadMatch('m1');
        expect(found).toStrictEqual({
          header: HEADER,
          bots: { A: null, B: 'expert' },
          startedAt: 1_700_000_000_000,
          head: headAt(1),
          snapshot: null,
          tail: [entryAt(100)],
          failed: false,
        });
      });

      it('are created once', async () => {
        await store.createMatch(newMatch('m1'));
        await commit('m1', 1);
        expect(await store.createMatch(newMatch('m1'))).toBe(false);
        expect((await store.loadMatch('m1'))!.head).toStrictEqual(headAt(1));
      });

      it('that do not exist load as null and take no commit', async () => {
        expect(await store.loadMatch('none')).toBeNull();
        expect(await commit('none', 1)).toStrictEqual({ ok: false, head: null });
        expect(await store.readLog('none')).toStrictEqual([]);
      });

      it('refuse a commit on any head but the last, and change nothing', async () => {
        await store.createMatch(newMatch('m1'));
        await commit('m1', 1);
        const again = await commit('m1', 1);
        expect(again).toStrictEqual({ ok: false, head: headAt(1) });
        const otherHistory = await store.commit('m1', {
          expected: headAt(1, 'another'),
          next: headAt(2),
          entry: entryAt(999),
          snapshot: null,
          ended: false,
        });
        expect(otherHistory).toStrictEqual({ ok: false, head: headAt(1) });
        expect(await store.readLog('m1')).toStrictEqual([entryAt(100)]);
      });

      it('take one of many commits on the same head', async () => {
        await store.createMatch(newMatch('m1'));
        const results = await Promise.all(
          Array.from({ length: 20 }, (_, index) =>
            store.commit('m1', {
              expected: headAt(0),
              next: headAt(1, `mine-${index}`),
              entry: entryAt(index),
              snapshot: null,
              ended: false,
            }),
          ),
        );
        expect(results.filter(({ ok }) => ok)).toHaveLength(1);
        expect(await store.readLog('m1')).toHaveLength(1);
      });

      it('load from the last snapshot and what came after it', async () => {
        await store.createMatch(newMatch('m1'));
        const opened = openReferee(HEADER, { A: null, B: 'expert' });
        const { state } = execute(opened, entryAt(100));
        await commit('m1', 1);
        await commit('m1', 2, { snapshot: state });
        await commit('m1', 3);
        const found = (await (await reopened()).loadMatch('m1'))!;
        expect(found.snapshot).toStrictEqual({ version: 2, state });
        expect(found.tail).toStrictEqual([entryAt(300)]);
        expect(await store.readLog('m1')).toStrictEqual([entryAt(100), entryAt(200), entryAt(300)]);
      });

      it('keep their entries in order beyond the tenth and apart from each other', async () => {
        await store.createMatch(newMatch('m1'));
        await store.createMatch(newMatch('m10'));
        for (let version = 1; version <= 120; version++) await commit('m1', version);
        await commit('m10', 1);
        const log = await store.readLog('m1');
        expect(log.map(({ at }) => at)).toStrictEqual(
          Array.from({ length: 120 }, (_, index) => (index + 1) * 100),
        );
        expect(await store.readLog('m10')).toHaveLength(1);
      });

      it('that fail are no longer running, but keep their log', async () => {
        await store.createMatch(newMatch('m1'));
        await commit('m1', 1);
        await store.failMatch('m1');
        expect(await (await reopened()).runningMatches()).toStrictEqual([]);
        expect((await store.loadMatch('m1'))!.failed).toBe(true);
        expect(await store.readLog('m1')).toStrictEqual([entryAt(100)]);
      });

      it('are listed as running until they end', async () => {
        for (const id of ['m1', 'm2', 'm3']) await store.createMatch(newMatch(id));
        await commit('m2', 1, { ended: true });
        expect(await (await reopened()).runningMatches()).toStrictEqual(['m1', 'm3']);
      });
    });

    describe('tables', () => {
      it('are found by id and by code', async () => {
        expect(await store.createTable(table('t1', 'ABC234'))).toBe(true);
        await reopened();
        expect(await store.findTable('ABC234')).toBe('t1');
        expect(await store.loadTable('t1')).toStrictEqual({ version: 1, value: table('t1', 'ABC234') });
        expect(await store.findTable('ZZZZZZ')).toBeNull();
        expect(await store.loadTable('t9')).toBeNull();
      });

      it('do not share a code', async () => {
        await store.createTable(table('t1', 'ABC234'));
        expect(await store.createTable(table('t2', 'ABC234'))).toBe(false);
        expect(await store.loadTable('t2')).toBeNull();
      });

      it('change only from the version that was read', async () => {
        await store.createTable(table('t1', 'ABC234'));
        expect(await store.saveTable(1, { ...table('t1', 'ABC234'), phase: 'playing' })).toBe(true);
        expect(await store.saveTable(1, { ...table('t1', 'ABC234'), phase: 'ended' })).toBe(false);
        expect((await store.loadTable('t1'))!.value.phase).toBe('playing');
      });

      it('are gone with their code when deleted', async () => {
        await store.createTable(table('t1', 'ABC234'));
        await store.deleteTable('t1');
        await store.deleteTable('t1');
        expect(await store.findTable('ABC234')).toBeNull();
        expect(await store.saveTable(1, table('t1', 'ABC234'))).toBe(false);
        expect(await store.createTable(table('t2', 'ABC234'))).toBe(true);
      });
    });

    describe('replays', () => {
      it('are found by their id, and hide the names until somebody agrees', async () => {
        await store.createMatch(newMatch('m1'));
        const shared = { id: 'r1', match: 'm1', named: { A: false, B: false } };
        expect(await store.shareMatch('m1', 'r1')).toStrictEqual(shared);
        expect(await (await reopened()).findReplay('r1')).toStrictEqual(shared);
        expect(await store.findReplay('m1')).toBeNull();
        expect(await store.findReplay('none')).toBeNull();
      });

      it('are one for each match, whoever asks and however often', async () => {
        await store.createMatch(newMatch('m1'));
        await store.createMatch(newMatch('m2'));
        const given = await Promise.all(['r1', 'r2', 'r3'].map((id) => store.shareMatch('m1', id)));
        expect(new Set(given.map((one) => one!.id)).size).toBe(1);
        expect((await store.shareMatch('m2', 'r4'))!.id).toBe('r4');
        expect(await store.shareMatch('none', 'r5')).toBeNull();
        expect(await store.findReplay('r5')).toBeNull();
      });

      it('name who agrees, each seat for itself, until it takes that back', async () => {
        await store.createMatch(newMatch('m1'));
        expect(await store.nameInReplay('m1', 'A', true)).toBe(false);
        await store.shareMatch('m1', 'r1');
        expect(await store.nameInReplay('m1', 'B', true)).toBe(true);
        expect((await (await reopened()).findReplay('r1'))!.named).toStrictEqual({ A: false, B: true });
        await store.nameInReplay('m1', 'A', true);
        await store.nameInReplay('m1', 'B', false);
        expect((await store.shareMatch('m1', 'r2'))!.named).toStrictEqual({ A: true, B: false });
      });

      it('do not change the log or the match', async () => {
        await store.createMatch(newMatch('m1'));
        await commit('m1', 1, { ended: true });
        const before = await store.loadMatch('m1');
        await store.shareMatch('m1', 'r1');
        await store.nameInReplay('m1', 'A', true);
        expect(await store.loadMatch('m1')).toStrictEqual(before);
        expect(await store.readLog('m1')).toStrictEqual([entryAt(100)]);
      });

      it('are forgotten with their match', async () => {
        await store.createMatch(newMatch('m1'));
        await commit('m1', 1, { ended: true });
        await store.shareMatch('m1', 'r1');
        await store.forget({ ended: Date.now() + 1000, waiting: 0 });
        expect(await store.findReplay('r1')).toBeNull();
        expect(await store.nameInReplay('m1', 'A', true)).toBe(false);
      });
    });

    describe('time', () => {
      it('keeps the last sign of life', async () => {
        expect(await store.lastHeartbeat()).toBeNull();
        await store.beat(1000);
        await store.beat(2000);
        expect(await (await reopened()).lastHeartbeat()).toBe(2000);
      });

      it('forgets what is old, but never a match that is running', async () => {
        await store.createMatch(newMatch('old'));
        await commit('old', 1, { ended: true });
        await store.createMatch(newMatch('running'));
        await store.createTable(table('old', 'AAAAAA'));
        await store.createTable(table('running', 'BBBBBB'));
        await store.createTable(table('new', 'CCCCCC', Date.now() + 100_000));
        const soon = Date.now() + 1000;
        expect(await store.forget({ ended: soon, waiting: 0 })).toBe(1);
        expect(await store.loadTable('old')).not.toBeNull();
        expect(await store.forget({ ended: soon, waiting: soon })).toBe(1);
        expect(await store.loadMatch('old')).toBeNull();
        expect(await store.readLog('old')).toStrictEqual([]);
        expect(await store.loadTable('old')).toBeNull();
        expect(await store.loadMatch('running')).not.toBeNull();
        expect(await store.loadTable('running')).not.toBeNull();
        expect(await store.loadTable('new')).not.toBeNull();
      });
    });
  });
}
