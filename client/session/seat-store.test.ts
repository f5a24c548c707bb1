import { expect, test } from 'vitest';
import { lessonById } from '../../shared/levels/catalogue.ts';
import { introductionOf } from '../../shared/levels/introduction.ts';
import { memoryStorage } from '../testing/memory-storage.ts';
import { createSeatStore } from './seat-store.ts';

const introduction = introductionOf(lessonById('first-contact')!);
const seated = {
  match: 'm',
  code: 'ABCDEF',
  seat: 'A',
  token: 't',
  level: 'file:0123abcd',
  introduction,
  secretHash: 'h',
} as const;

test('a seat is kept with the words of its level', () => {
  const tab = memoryStorage();
  const browser = memoryStorage();
  createSeatStore(tab, browser).keep({ seated, nonce: 'n' });
  expect(createSeatStore(tab, browser).ofThisTab()).toStrictEqual({ seated, nonce: 'n' });
  expect(createSeatStore(memoryStorage(), browser).ofThisBrowser()).toStrictEqual({ seated, nonce: 'n' });
});

test.each([undefined, null, 7, { texts: { en: { title: 5 } } }, { texts: null }])(
  'a seat that an older build or a curious hand has left with the words %j has none',
  (left) => {
    const kept = JSON.stringify({ seated: { ...seated, introduction: left }, nonce: 'n' });
    const store = createSeatStore(memoryStorage({ 'shake-and-wave.seat': kept }), memoryStorage());
    expect(store.ofThisTab()?.seated).toStrictEqual({ ...seated, introduction: null });
  },
);
