/** Reads a level file that anybody may have written: its size, its form, and what the form alone cannot say. */
import * as z from 'zod';
import type { LevelFile } from './schema.ts';
import { levelFile } from './schema.ts';

/** Octets of UTF-8 that a level file may have. */
export const LEVEL_FILE_LIMIT = 16 * 1024;

export type LevelFileIssueCode =
  | 'file/too-long'
  | 'file/not-json'
  | 'file/form'
  | 'file/twice'
  | 'file/unknown-item'
  | 'file/order'
  | 'file/lanes';

/** One thing that is wrong with a file. `path` names the place, as in `connections.0.script.2.after`. */
export interface LevelFileIssue {
  readonly code: LevelFileIssueCode;
  readonly path: string;
  readonly detail: string;
}

export type ParsedLevelFile =
  | { readonly ok: true; readonly file: LevelFile }
  | { readonly ok: false; readonly issues: readonly LevelFileIssue[] };

export function parseLevelFile(text: string): ParsedLevelFile {
  if (octetsOf(text) > LEVEL_FILE_LIMIT) {
    return refused([{ code: 'file/too-long', path: '', detail: `more than ${LEVEL_FILE_LIMIT} octets` }]);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refused([
      { code: 'file/not-json', path: '', detail: error instanceof Error ? error.message : '' },
    ]);
  }
  const parsed = levelFile.safeParse(value);
  if (!parsed.success) return refused(parsed.error.issues.map(formIssue));
  const issues = contentIssues(parsed.data);
  return issues.length > 0 ? refused(issues) : { ok: true, file: parsed.data };
}

const refused = (issues: readonly LevelFileIssue[]): ParsedLevelFile => ({ ok: false, issues });

const formIssue = ({ path, message }: z.core.$ZodIssue): LevelFileIssue => ({
  code: 'file/form',
  path: path.join('.'),
  detail: message,
});

/** UTF-8 octets of a text. */
function octetsOf(text: string): number {
  let octets = 0;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    octets += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4;
  }
  return octets;
}

function contentIssues(file: LevelFile): readonly LevelFileIssue[] {
  const issues = file.connections.flatMap((connection, index) => connectionIssues(connection, index));
  if (file.rounds !== true && file.connections.length > 2) {
    issues.push({ code: 'file/lanes', path: 'connections', detail: 'more than two connections at once' });
  }
  return issues;
}

function connectionIssues(
  { script, faults = [] }: LevelFile['connections'][number],
  index: number,
): LevelFileIssue[] {
  const issues: LevelFileIssue[] = [];
  const known = new Set<string>();
  const held = new Set(faults.flatMap(({ action }) => (action.kind === 'hold' ? [action.label] : [])));
  for (const [at, { id, after, action }] of script.entries()) {
    const path = `connections.${index}.script.${at}`;
    if (known.has(id)) issues.push({ code: 'file/twice', path: `${path}.id`, detail: id });
    if (after !== undefined && !known.has(after)) {
      const later = script.some((other) => other.id === after);
      issues.push({ code: later ? 'file/order' : 'file/unknown-item', path: `${path}.after`, detail: after });
    }
    if (action.do === 'release' && !held.has(action.label)) {
      issues.push({ code: 'file/unknown-item', path: `${path}.action.label`, detail: action.label });
    }
    known.add(id);
  }
  return issues;
}
