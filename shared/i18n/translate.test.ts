import { expect, test } from 'vitest';
import { DICTIONARIES, isTextKey, LANGUAGES, translate } from './translate.ts';

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([whole]) => whole).sort();

test('every language has the same keys with the same places to fill in', () => {
  const english = Object.entries(DICTIONARIES.en);
  expect(english.length).toBeGreaterThan(300);
  for (const language of LANGUAGES) {
    const dictionary: Record<string, string> = DICTIONARIES[language];
    expect(Object.keys(dictionary).sort()).toEqual(Object.keys(DICTIONARIES.en).sort());
    for (const [key, text] of english)
      expect(placeholders(dictionary[key] ?? ''), `${language} ${key}`).toEqual(placeholders(text));
  }
});

test('no text is empty, but for the space between sentences where a language has none', () => {
  for (const language of LANGUAGES)
    for (const [key, text] of Object.entries(DICTIONARIES[language]))
      if (key !== 'sentence.space') expect(text, `${language} ${key}`).not.toBe('');
});

test('parameters are filled in as they are, whatever they contain', () => {
  expect(translate('en', 'segment.seq', { n: 4100 })).toBe('seq 4100');
  expect(translate('en', 'event.send', { n: 2, text: '$& {n}' })).toContain('“$& {n}”');
  expect(translate('en', 'segment.seq')).toBe('seq {n}');
});

test('a key is known or not', () => {
  expect(isTextKey('app.title')).toBe(true);
  expect(isTextKey('app.unheard-of')).toBe(false);
  expect(isTextKey('toString')).toBe(false);
});
