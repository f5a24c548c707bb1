/** A log file from disk, checked before it may be replayed. */
import { readFileSync } from 'node:fs';
import type * as z from 'zod';
import { logFile } from '../../shared/protocol/schemas/log-file.ts';
import type { LogFile } from '../../shared/replay/log-file.ts';

/** What was given is no log: nothing can be said of a match. */
export class NotALogError extends Error {
  override readonly name = 'NotALogError';
}

export function readLogFile(path: string): LogFile {
  const text = readText(path);
  const value = parseJson(path, text);
  const checked = logFile.safeParse(value);
  if (!checked.success) {
    throw new NotALogError(`${path} is not a match log: ${firstReason(checked.error)}`);
  }
  // As it was read: the level's hash is over its keys in their own order.
  return value as LogFile;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new NotALogError(`${path} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new NotALogError(`${path} is not a match log: not JSON (${(error as Error).message})`, {
      cause: error,
    });
  }
}

function firstReason({ issues }: z.ZodError): string {
  const [issue] = issues;
  if (issue === undefined) return 'unknown';
  const where = issue.path.length === 0 ? 'the whole' : issue.path.join('.');
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  return `${where}: ${issue.message}${more}`;
}
