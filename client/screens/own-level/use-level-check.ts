/** The check of a text while it is being written: its form at once, then played by a worker. */
import { useEffect, useState } from 'preact/hooks';
import type { LessonReport } from '../../../shared/level-check/check-lesson.ts';
import type { Lesson } from '../../../shared/levels/catalogue.ts';
import type { LevelFileIssue } from '../../../shared/levels/parse-level-file.ts';
import type { LevelFile } from '../../../shared/levels/schema.ts';
import { checkLevel } from '../../level-files/check-level.ts';
import { lessonOf, parseLevelFile } from '../../level-files/level-files.ts';

/** A text whose form is right. It may be a little behind what is being written. */
export interface ReadLevel {
  readonly text: string;
  readonly lesson: Lesson;
}

export type LevelCheck =
  | { readonly kind: 'empty'; readonly level: null }
  | { readonly kind: 'issues'; readonly level: null; readonly issues: readonly LevelFileIssue[] }
  | { readonly kind: 'playing' | 'too-slow' | 'failed'; readonly level: ReadLevel }
  | { readonly kind: 'report'; readonly level: ReadLevel; readonly report: LessonReport };

/** Who writes is not interrupted after every letter, ms. */
const PAUSE = 300;

const EMPTY: LevelCheck = { kind: 'empty', level: null };

export function useLevelCheck(text: string): LevelCheck {
  const [check, setCheck] = useState<LevelCheck>(EMPTY);

  useEffect(() => {
    let stop = (): void => undefined;

    function play(file: LevelFile): void {
      const level = { text, lesson: lessonOf(file) };
      setCheck({ kind: 'playing', level });
      stop = checkLevel(file, (outcome) => setCheck({ ...outcome, level }));
    }

    function begin(): void {
      if (text.trim() === '') {
        setCheck(EMPTY);
        return;
      }
      const parsed = parseLevelFile(text);
      if (parsed.ok) play(parsed.file);
      else setCheck({ kind: 'issues', level: null, issues: parsed.issues });
    }

    const timer = setTimeout(begin, PAUSE);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [text]);

  return check;
}
