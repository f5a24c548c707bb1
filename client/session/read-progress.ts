/** Kept text into progress. An older build, a broken write or a curious hand may have left anything there. */
import { SEATS } from '../../shared/engine/match/seat.ts';
import { MISCONCEPTIONS } from '../../shared/engine/match/play.ts';
import { isRecord } from './is-record.ts';
import type { Progress } from './progress.ts';
import { PROGRESS_VERSION } from './progress.ts';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;

const isList =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

const hasOnly =
  (checkKey: Check, checkValue: Check): Check =>
  (value) =>
    isRecord(value) && Object.entries(value).every(([key, one]) => checkKey(key) && checkValue(one));

const hasFields =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isRecord(value) && Object.entries(fields).every(([name, check]) => check(value[name]));

const LEVEL = { stars: isCount, score: isCount, finished: isCount };
const MASTERY = { first: isCount, wrong: isCount, recent: isList((value) => typeof value === 'boolean') };
const PRACTICE = {
  match: isText,
  at: isCount,
  level: isText,
  seat: (value: unknown) => SEATS.some((seat) => seat === value),
  score: isCount,
  stars: isCount,
  asked: isCount,
  first: isCount,
};

const isProgress = hasFields({
  version: (value) => value === PROGRESS_VERSION,
  levels: hasOnly(isText, hasFields(LEVEL)),
  untimed: hasOnly(isText, hasFields(LEVEL)),
  concepts: hasOnly(isText, hasFields(MASTERY)),
  misconceptions: hasOnly(
    (key) => MISCONCEPTIONS.some((code) => code === key),
    hasFields({ ...MASTERY, kinds: isList(isText) }),
  ),
  counted: isList(isText),
  pendingPractice: isList(hasFields(PRACTICE)),
});

/** Null if it is none. */
export function readProgress(text: string): Progress | null {
  try {
    const kept: unknown = JSON.parse(text);
    // The first builds kept timed runs only.
    const value = isRecord(kept) ? { untimed: {}, ...kept } : kept;
    return isProgress(value) ? (value as Progress) : null;
  } catch {
    return null;
  }
}
