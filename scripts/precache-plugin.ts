/** Writes into the built service worker what there is to keep: every file of the client, as it lies on the disk. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';

const WORKER = 'sw.js';
const PLACE = 'PRECACHE_OF_BUILD';

/** Vite names what it builds by its content and puts it here. */
const HASHED = 'assets/';

const sha256 = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex');

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

export function precacheOf(folder: string): string {
  const files = filesBelow(folder).filter((file) => file !== WORKER && !file.endsWith('.map'));
  const hashed = files.filter((file) => file.startsWith(HASHED)).map((file) => `/${file}`);
  const named = Object.fromEntries(
    files
      .filter((file) => !file.startsWith(HASHED))
      .map((file) => [file === 'index.html' ? '/' : `/${file}`, sha256(readFileSync(join(folder, file)))]),
  );
  const version = sha256(JSON.stringify({ hashed, named })).slice(0, 16);
  return JSON.stringify({ version, page: '/', hashed, named });
}

export function precachePlugin(): Plugin {
  return {
    name: 'shake-and-wave:precache',
    apply: 'build',
    writeBundle({ dir }) {
      if (dir === undefined) throw new Error('the build has no folder');
      const worker = join(dir, WORKER);
      const code = readFileSync(worker, 'utf8');
      if (code.split(PLACE).length !== 2) throw new Error(`${WORKER} has not one place for ${PLACE}`);
      writeFileSync(
        worker,
        code.replace(PLACE, () => precacheOf(dir)),
      );
    },
  };
}
