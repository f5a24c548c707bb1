import { describe, expect, it } from 'vitest';
import { LESSONS } from '../levels/catalogue.ts';
import { THOROUGH, checkLesson } from './check-lesson.ts';

describe('the level check', () => {
  it.each(LESSONS.map((lesson) => [lesson.file.id, lesson] as const))('proves %s', (_, lesson) => {
    expect(checkLesson(lesson, THOROUGH).faults).toStrictEqual([]);
  });
});
