import { expect, test } from 'vitest';
import { createPreferences } from './preferences.ts';

function storageWith(items: Readonly<Record<string, string>>): Storage {
  const map = new Map(Object.entries(items));
  return {
    get length() {
      return map.size;
    },
    clear: () => map.clear(),
    key: (index) => [...map.keys()][index] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => {
      map.set(key, value);
    },
    removeItem: (key) => {
      map.delete(key);
    },
  };
}

const choicesFrom = (text: string) =>
  createPreferences(storageWith({ 'shake-and-wave.choices': text }), 'en').choices.value;

const FIRST = {
  level: '',
  seat: 'random',
  timed: true,
  speed: true,
  skill: 'novice',
  help: null,
  timeFactor: 100,
  practice: false,
};

test('choices are remembered', () => {
  const storage = storageWith({});
  const chosen = {
    level: 'storm',
    seat: 'B',
    timed: false,
    speed: false,
    skill: 'expert',
    help: 'type',
    timeFactor: 100,
    practice: true,
  } as const;
  createPreferences(storage, 'en').choices.value = chosen;
  expect(createPreferences(storage, 'en').choices.value).toEqual(chosen);
});

test('a remembered choice that does not exist is forgotten, the others stay', () => {
  expect(choicesFrom('{"level":"lost","seat":"C","timed":"no","skill":"godlike","help":7,"more":1}')).toEqual(
    {
      ...FIRST,
      level: 'lost',
    },
  );
  expect(choicesFrom('{"level":{},"seat":"A","timed":false,"speed":null,"help":"states"}')).toEqual({
    ...FIRST,
    seat: 'A',
    timed: false,
    help: 'states',
  });
});

test.each(['null', '7', '"clean"', '[]', '{', ''])('%j is no choice', (text) => {
  expect(choicesFrom(text)).toEqual(FIRST);
});
