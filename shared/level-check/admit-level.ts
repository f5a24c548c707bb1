/**
 * Whether a match may be made of a level file that anybody may have written: it has the form, and its matches end after
 * a bounded amount of work. Whether it is any good is for check-lesson.ts to say.
 */
import type { Result } from '../engine/base/result.ts';
import { ok, refuse } from '../engine/base/result.ts';
import { sha256Hex } from '../engine/base/sha256.ts';
import type { Level } from '../engine/match/level.ts';
import { lessonOf } from '../levels/catalogue.ts';
import type { Introduction } from '../levels/introduction.ts';
import { introductionOf } from '../levels/introduction.ts';
import { levelOf } from '../levels/level-of.ts';
import { ownLevelId } from '../levels/own-level-id.ts';
import { parseLevelFile } from '../levels/parse-level-file.ts';
import type { LevelFile } from '../levels/schema.ts';
import { boundedPlay } from '../engine/match/bounded-play.ts';

export interface AdmittedLevel {
  readonly level: Level;
  readonly introduction: Introduction;
}

const TRIAL_SEEDS: readonly string[] = [sha256Hex('trial/1'), sha256Hex('trial/2')];

export function admitLevel(text: string): Result<AdmittedLevel, 'level/invalid'> {
  const parsed = parseLevelFile(text);
  if (!parsed.ok) {
    const { code, path, detail } = parsed.issues[0]!;
    return refuse('level/invalid', [code, path, detail].filter((part) => part !== '').join(': '));
  }
  const level = ownLevelOf(parsed.file);
  if (TRIAL_SEEDS.some((seed) => runsAway(level, seed))) {
    return refuse('level/invalid', 'lesson/runaway: its matches do not end, or are far too long');
  }
  return ok({ level, introduction: introductionOf(lessonOf(parsed.file)) });
}

/** Named by its content: the texts too, and not how the file is laid out. */
export function ownLevelOf(file: LevelFile): Level {
  return { ...levelOf(file), id: ownLevelId(sha256Hex(JSON.stringify(file))) };
}

function runsAway(level: Level, seed: string): boolean {
  const seat = { bot: true, timeFactor: 100 };
  return boundedPlay({ level, seed, timed: true, speed: false, seats: { A: seat, B: seat } }).ranAway;
}
