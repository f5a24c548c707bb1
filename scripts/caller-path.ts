/** Paths on the command line, as the caller meant them. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';

/** npm runs scripts in the project's folder and tells in INIT_CWD where the caller stood. */
const asCaller = (path: string): string => resolve(process.env['INIT_CWD'] ?? '.', path);

/** A file that is to be read: where the caller stood, unless it is only here. */
export function locate(path: string): string {
  const theirs = asCaller(path);
  return existsSync(path) || !existsSync(theirs) ? path : theirs;
}

/** A file that is to be written: where the caller stood. */
export const locateNew = asCaller;
