/**
 * The store of a lone machine: lmdb in one folder. Each change is one transaction, and its promise waits until it has
 * been flushed to the disk.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { open } from 'lmdb';
import type { Key } from 'lmdb';
import type { Bots } from '../../shared/referee/referee.ts';
import type { LogEntry, LogHeader } from '../../shared/replay/log.ts';
import type { Table } from '../../shared/referee/table.ts';
import { lockFolder } from './folder-lock.ts';
import type { Head, Snapshot, Store, StoredReplay, Versioned } from './store.ts';
import { StoreError } from './store.ts';

interface MatchRecord {
  readonly header: LogHeader;
  readonly bots: Bots;
  readonly startedAt: number;
}

const isSame = (a: Head | undefined, b: Head): boolean =>
  a !== undefined && a.version === b.version && a.commitId === b.commitId;

/** Opens or creates the folder; throws FolderLockedError if another process has it. */
export function openEmbeddedStore(folder: string): Store {
  mkdirSync(folder, { recursive: true });
  const release = lockFolder(folder);
  const db = open<unknown>({ path: join(folder, 'store.mdb'), encoding: 'json' });

  // Keys: ['match', id], ['head', id], ['snapshot', id], ['entry', id, version], ['running', id], ['ended', id], ['failed', id],
  // ['replay', id], ['replay-of', match], ['table', id], ['code', code], ['heartbeat'].
  const read = <T>(...key: (string | number)[]): T | undefined => db.get(key) as T | undefined;

  async function write<T>(change: () => T): Promise<T> {
    try {
      // A child transaction: what throws half-way leaves nothing behind.
      const result = await db.childTransaction(change);
      await db.flushed;
      return result;
    } catch (error) {
      throw new StoreError(`lmdb: ${String(error)}`, { cause: error });
    }
  }

  function entries(id: string, after: number): LogEntry[] {
    const range = db.getRange({
      start: ['entry', id, after + 1],
      end: ['entry', id, Number.MAX_SAFE_INTEGER],
    });
    return Array.from(range, ({ value }) => value as LogEntry);
  }

  /** Read out at once: what follows deletes from it. */
  const allOf = (kind: string): { readonly key: Key; readonly value: unknown }[] =>
    Array.from(db.getRange({ start: [kind], end: [kind, '\uffff'] }));

  function removeMatch(id: string): void {
    const head = read<Head>('head', id);
    for (let version = 1; version <= (head?.version ?? 0); version++) db.removeSync(['entry', id, version]);
    const replay = replayOf(id);
    if (replay !== null) db.removeSync(['replay', replay.id]);
    for (const kind of ['match', 'head', 'snapshot', 'running', 'ended', 'failed', 'replay-of'])
      db.removeSync([kind, id]);
  }

  function replayOf(match: string): StoredReplay | null {
    const id = read<string>('replay-of', match);
    return id === undefined ? null : (read<StoredReplay>('replay', id) ?? null);
  }

  function removeTable(id: string): void {
    const table = read<Versioned<Table>>('table', id);
    if (table === undefined) return;
    db.removeSync(['code', table.value.code]);
    db.removeSync(['table', id]);
  }

  return {
    createMatch: (match) =>
      write(() => {
        if (read('match', match.id) !== undefined) return false;
        const { header, bots, startedAt } = match;
        db.putSync(['match', match.id], { header, bots, startedAt });
        db.putSync(['head', match.id], match.head);
        db.putSync(['running', match.id], startedAt);
        return true;
      }),

    async loadMatch(id) {
      const record = read<MatchRecord>('match', id);
      const head = read<Head>('head', id);
      if (record === undefined || head === undefined) return null;
      const snapshot = read<Snapshot>('snapshot', id) ?? null;
      const failed = read('failed', id) !== undefined;
      return { ...record, head, snapshot, tail: entries(id, snapshot?.version ?? 0), failed };
    },

    commit: (id, { expected, next, entry, snapshot, ended }) =>
      write(() => {
        const head = read<Head>('head', id);
        if (!isSame(head, expected)) return { ok: false, head: head ?? null };
        db.putSync(['head', id], next);
        db.putSync(['entry', id, next.version], entry);
        if (snapshot !== null) db.putSync(['snapshot', id], { version: next.version, state: snapshot });
        if (ended) {
          db.removeSync(['running', id]);
          db.putSync(['ended', id], Date.now());
        }
        return { ok: true };
      }),

    failMatch: (id) =>
      write(() => {
        const now = Date.now();
        db.removeSync(['running', id]);
        db.putSync(['failed', id], now);
        db.putSync(['ended', id], now);
      }),

    readLog: async (id) => entries(id, 0),

    runningMatches: async () =>
      Array.from(
        db.getKeys({ start: ['running'], end: ['running', '\uffff'] }),
        (key) => (key as string[])[1]!,
      ),

    createTable: (table) =>
      write(() => {
        if (read('table', table.id) !== undefined || read('code', table.code) !== undefined) return false;
        db.putSync(['table', table.id], { version: 1, value: table });
        db.putSync(['code', table.code], table.id);
        return true;
      }),

    loadTable: async (id) => read<Versioned<Table>>('table', id) ?? null,

    findTable: async (code) => read<string>('code', code) ?? null,

    saveTable: (version, table) =>
      write(() => {
        if (read<Versioned<Table>>('table', table.id)?.version !== version) return false;
        db.putSync(['table', table.id], { version: version + 1, value: table });
        return true;
      }),

    deleteTable: (id) => write(() => removeTable(id)),

    shareMatch: (match, id) =>
      write(() => {
        if (read('match', match) === undefined) return null;
        const known = replayOf(match);
        if (known !== null) return known;
        const replay: StoredReplay = { id, match, named: { A: false, B: false } };
        db.putSync(['replay', id], replay);
        db.putSync(['replay-of', match], id);
        return replay;
      }),

    findReplay: async (id) => read<StoredReplay>('replay', id) ?? null,

    nameInReplay: (match, seat, named) =>
      write(() => {
        const replay = replayOf(match);
        if (replay === null) return false;
        db.putSync(['replay', replay.id], { ...replay, named: { ...replay.named, [seat]: named } });
        return true;
      }),

    lastHeartbeat: async () => read<number>('heartbeat') ?? null,

    beat: (now) =>
      write(() => {
        db.putSync(['heartbeat'], now);
      }),

    forget: (before) =>
      write(() => {
        let count = 0;
        for (const { key, value } of allOf('ended')) {
          if ((value as number) >= before.ended) continue;
          removeMatch((key as string[])[1]!);
          count += 1;
        }
        for (const { key, value } of allOf('table')) {
          const id = (key as string[])[1]!;
          const { phase, changedAt } = (value as Versioned<Table>).value;
          const limit = phase === 'waiting' ? before.waiting : before.ended;
          if (changedAt >= limit || read('running', id) !== undefined) continue;
          removeTable(id);
          count += 1;
        }
        return count;
      }),

    async close() {
      await db.flushed;
      await db.close();
      release();
    },
  };
}
