/** From paths to vectors: folders are searched for *.json, files are read and validated. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { $ZodIssue } from 'zod/v4/core';
import type { Result } from '../../shared/engine/base/result.ts';
import { ok, refuse } from '../../shared/engine/base/result.ts';
import type { Vector } from './vector.ts';
import { vectorFile } from './vector.ts';

type ReadError =
  'path/missing' | 'path/no-vectors' | 'file/unreadable' | 'file/not-json' | 'file/not-vectors';

/** More would bury the first, from which the others often follow. */
const ISSUES_SHOWN = 5;

/** The vector files at a path: itself, or every *.json below it, in the order of their names. */
export function vectorFilesAt(path: string): Result<readonly string[], ReadError> {
  if (!existsSync(path)) return refuse('path/missing', `${path}: no such file or folder`);
  if (!statSync(path).isDirectory()) return ok([path]);
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(path, name))
    .sort();
  return files.length === 0 ? refuse('path/no-vectors', `${path}: no *.json in this folder`) : ok(files);
}

export function readVectorFile(path: string): Result<readonly Vector[], ReadError> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return refuse('file/unreadable', `${path}: cannot be read: ${String(error)}`);
  }
  const parsed = parseVectors(text);
  return parsed.ok ? parsed : refuse(parsed.code, `${path}: ${parsed.detail}`);
}

export function parseVectors(text: string): Result<readonly Vector[], ReadError> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return refuse('file/not-json', `not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const checked = vectorFile.safeParse(json);
  if (checked.success) return ok(checked.data);
  const { issues } = checked.error;
  const shown = issues.slice(0, ISSUES_SHOWN).map((issue) => `\n  ${place(json, issue)}: ${issue.message}`);
  const more = issues.length > ISSUES_SHOWN ? `\n  and ${issues.length - ISSUES_SHOWN} more` : '';
  return refuse('file/not-vectors', `not a valid vector file:${shown.join('')}${more}`);
}

/** Where the issue is: the vector by its name if it has one, then the path of keys. */
function place(json: unknown, { path }: $ZodIssue): string {
  const [index, ...keys] = path;
  if (typeof index !== 'number') return 'the file';
  const where = `vector ${index + 1}${nameOf(Array.isArray(json) ? json[index] : undefined)}`;
  return keys.length === 0 ? where : `${where}, ${keys.map(pathPart).join('').slice(1)}`;
}

const pathPart = (key: PropertyKey): string => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`);

const nameOf = (vector: unknown): string =>
  typeof vector === 'object' && vector !== null && 'name' in vector && typeof vector.name === 'string'
    ? ` (${vector.name})`
    : '';
