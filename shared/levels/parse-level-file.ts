/** Reads a level file that anybody may have written: its size, its form, and what the form alone cannot say. */
import type * as z from 'zod';
import { readJsonPlaces } from './json-places.ts';
import { LEVEL_FILE_LIMIT } from './level-file-limit.ts';
import type { LevelFile } from './schema.ts';
import { levelFile } from './schema.ts';

export const LEVEL_FILE_ISSUES = [
  'file/too-long',
  'file/not-json',
  'file/missing',
  'file/unknown-field',
  'file/kind',
  'file/choice',
  'file/too-small',
  'file/too-large',
  'file/too-few',
  'file/too-many',
  'file/ascii',
  'file/invisible',
  'file/name',
  'file/no-language',
  'file/form',
  'file/twice',
  'file/unknown-item',
  'file/order',
  'file/lanes',
] as const;

export type LevelFileIssueCode = (typeof LEVEL_FILE_ISSUES)[number];

/**
 * One thing that is wrong with a file. `path` names the place, as in `connections.0.script.2.after`; `line` counts from
 * 1. `detail` is what the code speaks of: the limit, the words to choose from, the name that nothing has.
 */
export interface LevelFileIssue {
  readonly code: LevelFileIssueCode;
  readonly path: string;
  readonly detail: string;
  readonly line: number;
}

export type ParsedLevelFile =
  | { readonly ok: true; readonly file: LevelFile }
  | { readonly ok: false; readonly issues: readonly LevelFileIssue[] };

type Found = Omit<LevelFileIssue, 'line'>;

export function parseLevelFile(text: string): ParsedLevelFile {
  // A character is one octet at least: what is far too long need not be counted.
  if (text.length > LEVEL_FILE_LIMIT || octetsOf(text) > LEVEL_FILE_LIMIT) {
    return refused(text, [{ code: 'file/too-long', path: '', detail: String(LEVEL_FILE_LIMIT) }]);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : '';
    return refused(text, [{ code: 'file/not-json', path: '', detail }]);
  }
  const parsed = levelFile.safeParse(value);
  if (!parsed.success) {
    return refused(
      text,
      parsed.error.issues.flatMap((issue) => formIssues(issue, value)),
    );
  }
  const issues = contentIssues(parsed.data);
  return issues.length > 0 ? refused(text, issues) : { ok: true, file: parsed.data };
}

function refused(text: string, issues: readonly Found[]): ParsedLevelFile {
  const places = readJsonPlaces(text.slice(0, LEVEL_FILE_LIMIT));
  const lineOf = ({ code, path }: Found): number => {
    if (code === 'file/too-long') return 1;
    return code === 'file/not-json' ? (places.brokenAt ?? 1) : places.lineOf(path);
  };
  return { ok: false, issues: issues.map((issue) => ({ ...issue, line: lineOf(issue) })) };
}

function formIssues(issue: z.core.$ZodIssue, value: unknown): readonly Found[] {
  if (issue.code !== 'unrecognized_keys') return [formIssue(issue, value)];
  return issue.keys.map((key) => ({
    code: 'file/unknown-field',
    path: [...issue.path, key].join('.'),
    detail: key,
  }));
}

function formIssue(issue: z.core.$ZodIssue, value: unknown): Found {
  const path = issue.path.join('.');
  if (issue.path.length > 0 && valueAt(value, issue.path) === undefined) {
    return { code: 'file/missing', path, detail: '' };
  }
  const known = LEVEL_FILE_ISSUES.find((code) => code === issue.message);
  if (known !== undefined) return { code: known, path, detail: '' };
  const [code, detail] = codeOf(issue);
  return { code, path, detail };
}

function codeOf(issue: z.core.$ZodIssue): readonly [LevelFileIssueCode, string] {
  const isCounted = 'origin' in issue && (issue.origin === 'string' || issue.origin === 'array');
  switch (issue.code) {
    case 'invalid_type':
      return ['file/kind', issue.expected];
    case 'invalid_value':
      return ['file/choice', issue.values.join(', ')];
    case 'invalid_union':
      return ['file/choice', 'options' in issue ? (issue.options?.join(', ') ?? '') : ''];
    case 'too_small':
      return [isCounted ? 'file/too-few' : 'file/too-small', String(issue.minimum)];
    case 'too_big':
      return [isCounted ? 'file/too-many' : 'file/too-large', String(issue.maximum)];
    default:
      return ['file/form', issue.message];
  }
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inside, key) =>
      typeof inside === 'object' && inside !== null && Object.hasOwn(inside, key)
        ? (inside as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );

/** UTF-8 octets of a text. */
function octetsOf(text: string): number {
  let octets = 0;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    octets += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4;
  }
  return octets;
}

function contentIssues(file: LevelFile): readonly Found[] {
  const issues = file.connections.flatMap((connection, index) => connectionIssues(connection, index));
  if (file.rounds !== true && file.connections.length > 2) {
    issues.push({ code: 'file/lanes', path: 'connections', detail: '2' });
  }
  return issues;
}

function connectionIssues({ script, faults = [] }: LevelFile['connections'][number], index: number): Found[] {
  const issues: Found[] = [];
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
