import { expect, test } from 'vitest';
import { MISCONCEPTIONS } from '../engine/match/play.ts';
import { CODES } from './misconceptions.ts';
import { lessonsThatTrain } from './training.ts';

/** Named by the judge, and trained by no lesson yet. */
const UNTRAINED: readonly string[] = [];

test('every mistake that the judge can name has a lesson that trains against it', () => {
  const untrained = MISCONCEPTIONS.filter((code) => lessonsThatTrain(code).length === 0);
  expect(untrained).toStrictEqual(UNTRAINED);
  expect(CODES).toEqual(expect.arrayContaining([...MISCONCEPTIONS]));
});

test('lessons come in the order of the lobby', () => {
  const ids = lessonsThatTrain('M03').map(({ file }) => file.id);
  expect(ids).toStrictEqual(['not-finished-yet', 'no-half-close']);
  expect(lessonsThatTrain('M15')).toStrictEqual([]);
});
