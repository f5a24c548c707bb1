import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openEmbeddedStore } from './embedded-store.ts';
import { FolderLockedError } from './folder-lock.ts';
import { describeStore } from './store.contract.ts';

const root = mkdtempSync(join(tmpdir(), 'shake-and-wave-store-'));
afterAll(() => rmSync(root, { recursive: true }));

let folder = join(root, '0');
let count = 0;

describeStore(
  'the embedded store',
  async () => openEmbeddedStore(folder),
  async () => {
    count += 1;
    folder = join(root, String(count));
  },
);

it('belongs to one holder at a time', async () => {
  const own = join(root, 'locked');
  const store = openEmbeddedStore(own);
  expect(() => openEmbeddedStore(own)).toThrow(FolderLockedError);
  await store.close();
  // The process that started this one lives, and is not this one.
  writeFileSync(join(own, 'lock'), String(process.ppid));
  expect(() => openEmbeddedStore(own)).toThrow(`${own} is in use by process ${process.ppid}`);
});

it('takes over the lock of a process that was killed', async () => {
  const own = join(root, 'stale');
  const store = openEmbeddedStore(own);
  await store.close();
  writeFileSync(join(own, 'lock'), '4194304');
  await openEmbeddedStore(own).close();
});
