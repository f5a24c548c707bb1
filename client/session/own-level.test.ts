import { describe, expect, test } from 'vitest';
import { memoryStorage } from '../testing/memory-storage.ts';
import type { PageAddress } from './own-level.ts';
import { createOwnLevel, levelAddressIn, levelLink } from './own-level.ts';

/** A page whose address is in the hands of the test. */
function pageAt(hash: string) {
  let now = hash;
  let tell = (): void => undefined;
  const page: PageAddress = {
    hash: () => now,
    onChange: (listener) => {
      tell = listener;
    },
  };
  return {
    page,
    goTo: (next: string) => {
      now = next;
      tell();
    },
  };
}

describe('the address', () => {
  test('leads to the editor, to the level in a link, or elsewhere', () => {
    expect(levelAddressIn('#level')).toStrictEqual({ kind: 'editor' });
    expect(levelAddressIn('#level=zAbc_-')).toStrictEqual({ kind: 'link', data: 'zAbc_-' });
    for (const hash of ['', '#', '#join=ABCDEF', '#levels'])
      expect(levelAddressIn(hash)).toStrictEqual({ kind: 'elsewhere' });
    expect(levelAddressIn(new URL(levelLink('http://a.test', '/', 'pQQ')).hash)).toStrictEqual({
      kind: 'link',
      data: 'pQQ',
    });
  });

  test('is followed while the page is open', () => {
    const { page, goTo } = pageAt('');
    const { address } = createOwnLevel(memoryStorage(), page);
    expect(address.value.kind).toBe('elsewhere');
    goTo('#level');
    expect(address.value.kind).toBe('editor');
  });
});

describe('the draft', () => {
  test('outlives the page', () => {
    const storage = memoryStorage();
    createOwnLevel(storage, pageAt('').page).write('{}');
    expect(createOwnLevel(storage, pageAt('').page).draft.value).toBe('{}');
  });

  test('comes back when something else has taken its place', () => {
    const { draft, before, write, replace, undo } = createOwnLevel(memoryStorage(), pageAt('').page);
    write('mine');
    replace('a lesson');
    replace('a lesson');
    expect([draft.value, before.value]).toStrictEqual(['a lesson', 'mine']);
    undo();
    expect([draft.value, before.value]).toStrictEqual(['mine', '']);
  });
});
