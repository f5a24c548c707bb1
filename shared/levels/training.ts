/** Which lessons train against a mistake of understanding, in the order of the lobby. */
import type { Lesson } from './catalogue.ts';
import { LESSONS } from './catalogue.ts';
import type { Code } from './misconceptions.ts';

export const lessonsThatTrain = (code: Code): readonly Lesson[] =>
  LESSONS.filter(({ file }) => file.trains?.includes(code));
