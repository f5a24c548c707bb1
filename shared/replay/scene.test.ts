import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../engine/base/sha256.ts';
import { WHAT_IFS } from '../levels/catalogue.ts';
import type { Harm } from './scene.ts';
import { sceneOf } from './scene.ts';

const SEEDS = Array.from({ length: 50 }, (_, n) => sha256Hex(`scene ${n}`));

const EXPECTED: { readonly [id: string]: readonly Harm['kind'][] } = {
  'two-way-handshake': ['zombie'],
  'iss-zero': ['corrupted'],
  uncounted: ['waits-for-ever'],
  'no-time-wait': ['reset'],
  'old-segment': ['corrupted'],
  'no-half-close': ['unheard'],
};

const kindsOf = (harms: readonly Harm[]): string[] => harms.map(({ kind }) => kind);

describe.each(WHAT_IFS.map(({ file, level }) => [file.id, file, level] as const))(
  'what if: %s',
  (id, file, level) => {
    it('does visible harm under the wrong rule, whatever the seed', () => {
      for (const seed of SEEDS) {
        const { harms, ladder } = sceneOf(level, file.whatIf!, seed);
        expect(kindsOf(harms)).toEqual(expect.arrayContaining([...EXPECTED[id]!]));
        expect(ladder.segments.length).toBeGreaterThan(2);
      }
    });

    it('does none under RFC 9293, and reaches its goal', () => {
      for (const seed of SEEDS) {
        const { harms, ladder } = sceneOf(level, 'rfc9293', seed);
        expect(harms).toStrictEqual([]);
        expect(ladder.end).toBe('goal');
      }
    });
  },
);

it('tells which word was replaced', () => {
  const lesson = WHAT_IFS.find(({ file }) => file.id === 'iss-zero')!;
  const { harms } = sceneOf(lesson.level, 'iss-zero', SEEDS[0]!);
  expect(harms).toContainEqual({ kind: 'corrupted', seat: 'B', sent: 'red!blue', heard: 'red!red!' });
});
