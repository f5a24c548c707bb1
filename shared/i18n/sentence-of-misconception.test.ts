import { expect, test } from 'vitest';
import { CODES } from '../levels/misconceptions.ts';
import { sentencesOfMisconception } from './sentence-of-misconception.ts';
import { LANGUAGES } from './translate.ts';

test.each(LANGUAGES)('in %s every mistake has an idea and a reason of its own', (language) => {
  const said = CODES.flatMap((code) => {
    const { mistake, why } = sentencesOfMisconception(language, code);
    return [mistake, why];
  });
  expect(new Set(said).size).toBe(2 * CODES.length);
  for (const sentence of said) {
    expect(sentence).toMatch(/[.。]$/u);
    expect(sentence).not.toMatch(/[{}]/u);
  }
});

test('the languages do not lend each other words', () => {
  for (const code of CODES) {
    expect(sentencesOfMisconception('en', code).mistake).not.toMatch(/\p{Script=Han}/u);
    expect(sentencesOfMisconception('zh-CN', code).mistake).toMatch(/\p{Script=Han}/u);
  }
});
