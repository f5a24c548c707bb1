/** Holds a folder for one process: lmdb itself would let a second one in. */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';

export class FolderLockedError extends Error {
  override readonly name = 'FolderLockedError';
}

/** The folders that this process holds: its own number in a lock file may also be its killed predecessor's. */
const held = new Set<string>();

/** Throws a FolderLockedError if a living process holds the folder. Returns the release. */
export function lockFolder(folder: string): () => void {
  const path = resolve(folder, 'lock');
  if (held.has(path)) throw new FolderLockedError(`${folder} is in use by this process`);
  try {
    write(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const holder = Number(readFileSync(path, 'utf8'));
    if (isAlive(holder)) {
      throw new FolderLockedError(`${folder} is in use by process ${holder}`, { cause: error });
    }
    // Its holder was killed before it could release.
    rmSync(path);
    write(path);
  }
  held.add(path);
  return () => {
    held.delete(path);
    rmSync(path, { force: true });
  };
}

function write(path: string): void {
  const file = openSync(path, 'wx');
  writeSync(file, String(process.pid));
  closeSync(file);
}

/** In a container every process may get the number that the killed one had, this one too. */
function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
