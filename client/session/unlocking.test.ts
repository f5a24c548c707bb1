import { expect, it } from 'vitest';
import { CAMPAIGN, LESSONS, QUICK, lessonById } from '../../shared/levels/catalogue.ts';
import type { Progress } from './progress.ts';
import { NO_PROGRESS } from './progress.ts';
import { isOpen, nextLesson } from './unlocking.ts';

const finished = (...ids: readonly string[]): Progress => ({
  ...NO_PROGRESS,
  levels: Object.fromEntries(ids.map((id) => [id, { stars: 1, score: 500, finished: 1 }])),
});

const openIds = (progress: Progress, unlockAll = false): readonly string[] =>
  LESSONS.filter((lesson) => isOpen(progress, lesson, unlockAll)).map(({ file }) => file.id);

it('a newcomer finds the first lesson and the quick matches open', () => {
  expect(openIds(NO_PROGRESS)).toStrictEqual(['first-contact', ...QUICK.map(({ file }) => file.id)]);
  expect(nextLesson(NO_PROGRESS).file.id).toBe('first-contact');
});

it('a finished lesson opens the next, and the "what if" that belongs to it', () => {
  const progress = finished('first-contact', 'not-finished-yet');
  expect(openIds(progress)).toContain('someone-knocks');
  expect(openIds(progress)).toContain('no-half-close');
  expect(openIds(progress)).not.toContain('count-on-it');
  expect(nextLesson(progress).file.id).toBe('someone-knocks');
});

it('a run that did not reach the goal opens nothing', () => {
  const progress: Progress = {
    ...NO_PROGRESS,
    levels: { 'first-contact': { stars: 0, score: 0, finished: 1 } },
  };
  expect(openIds(progress)).not.toContain('someone-knocks');
});

it('a lesson finished without a clock opens the next as well', () => {
  const untimed = { 'first-contact': { stars: 2, score: 900, finished: 1 } };
  expect(openIds({ ...NO_PROGRESS, untimed })).toContain('someone-knocks');
});

it('everything can be unlocked', () => {
  expect(openIds(NO_PROGRESS, true)).toHaveLength(LESSONS.length);
});

it('every lesson can be reached from the first', () => {
  for (const { file } of LESSONS) {
    const way = new Set<string>();
    for (let id: string | undefined = file.id; id !== undefined; id = lessonById(id)!.file.opensAfter) {
      expect(way).not.toContain(id);
      way.add(id);
    }
  }
  expect(CAMPAIGN).toHaveLength(16);
});
