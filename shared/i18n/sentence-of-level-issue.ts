/** What is wrong with a level that somebody wrote, and where, in words. */
import type { LessonFault } from '../level-check/check-lesson.ts';
import type { LevelFileIssue } from '../levels/parse-level-file.ts';
import type { Language } from './translate.ts';
import { isTextKey, translate } from './translate.ts';

export function sentenceOfLevelIssue(language: Language, { code, detail }: LevelFileIssue): string {
  const kind = `level-kind.${detail}`;
  const isKind = code === 'file/kind' && isTextKey(kind);
  return translate(language, `level-issue.${code}`, { detail: isKind ? translate(language, kind) : detail });
}

export const sentenceOfLessonFault = (language: Language, { code }: LessonFault): string =>
  translate(language, `lesson-fault.${code}`);

/** `connections.0.script.2.after` as “connection 1, script item 3 (“answer”): after”; items have names in the text. */
export function placeOfLevelIssue(language: Language, path: string, text: string): string {
  const names: string[] = [];
  const fields: string[] = [];
  let inside = parsed(text);
  for (const [at, part] of path.split('.').entries()) {
    const list = fields.at(-1);
    inside = fieldOf(inside, part);
    if (/^\d+$/u.test(part) && list !== undefined && at > 0) {
      fields.pop();
      names.push(entryName(language, list, Number(part) + 1, inside));
    } else if (part !== '') fields.push(part);
  }
  const place = names.join(translate(language, 'list.comma'));
  const field = fields.join('.');
  if (place === '') return field === '' ? translate(language, 'level-place.whole') : field;
  return field === '' ? place : translate(language, 'level-place.field', { place, field });
}

function entryName(language: Language, list: string, n: number, entry: unknown): string {
  const id = fieldOf(entry, 'id');
  if (list === 'script' && typeof id === 'string') {
    return translate(language, 'level-place.script.named', { n, id });
  }
  const key = `level-place.${list}`;
  return isTextKey(key)
    ? translate(language, key, { n })
    : translate(language, 'level-place.entry', { list, n });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
