import { expect, it } from 'vitest';
import { createAddressLimit } from './address-limit.ts';

it('counts each address by itself, and forgives with time', () => {
  let now = 0;
  const mayGoOn = createAddressLimit({ now: () => now }, { perSecond: 1, burst: 2 });
  expect([1, 2, 3].map(() => mayGoOn('a'))).toStrictEqual([true, true, false]);
  expect(mayGoOn('b')).toBe(true);
  now = 1000;
  expect([mayGoOn('a'), mayGoOn('a')]).toStrictEqual([true, false]);
});

it('remembers those who go on asking, however many others come', () => {
  const mayGoOn = createAddressLimit({ now: () => 0 }, { perSecond: 1, burst: 1 });
  mayGoOn('a');
  for (let address = 0; address < 20_000; address++) {
    mayGoOn(String(address));
    if (address % 1000 === 0) expect(mayGoOn('a')).toBe(false);
  }
});
