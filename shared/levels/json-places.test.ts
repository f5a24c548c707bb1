import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJsonPlaces } from './json-places.ts';

describe('the places in a JSON text', () => {
  const text = ['{', '  "a": [', '    1,', '    {"b": "x\\n", "c": null}', '  ],', '  "d": {}', '}'].join(
    '\n',
  );

  test('are found by path, or by the nearest path around', () => {
    const { brokenAt, lineOf } = readJsonPlaces(text);
    expect(brokenAt).toBeNull();
    expect(['', 'a', 'a.0', 'a.1.c', 'd', 'd.missing.too'].map(lineOf)).toStrictEqual([1, 2, 3, 4, 6, 6]);
  });

  test.each([
    ['a missing comma', '{\n"a": 1\n"b": 2}', 3],
    ['a comma too many', '[1,\n2,\n]', 3],
    ['a missing bracket', '{"a": [1,\n2}', 2],
    ['a quotation mark that is not closed', '{\n"a": "b\n}', 2],
    ['a word that is none', '{"a":\ntru}', 2],
    ['nothing', ' \n', 2],
    ['more after the end', '{}\n{}', 2],
    ['a key without quotation marks', '{\na: 1}', 2],
    ['curly quotation marks', '{\n\n“a”: 1}', 3],
  ])('end at %s', (_, broken, line) => {
    expect(readJsonPlaces(broken).brokenAt).toBe(line);
  });

  test('agree with JSON.parse on what is JSON', () => {
    const isJson = (one: string): boolean => {
      try {
        JSON.parse(one);
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', '"', ']', '}', ':', '0', '-', '\\'),
        (json, at, extra) => {
          const cut = at % (json.length + 1);
          const text = json.slice(0, cut) + extra + json.slice(cut + 1);
          expect(readJsonPlaces(text).brokenAt === null, text).toBe(isJson(text));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('are found in a text that is nothing but brackets', () => {
    expect(readJsonPlaces('['.repeat(16_384)).brokenAt).toBe(1);
  });
});
