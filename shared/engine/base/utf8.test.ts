import fc from 'fast-check';
import { expect, it } from 'vitest';
import { utf8Bytes } from './utf8.ts';

it('is what the platform makes of any text, lone surrogates included', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect([...utf8Bytes(text)]).toStrictEqual([...new TextEncoder().encode(text)]);
    }),
  );
  expect([...utf8Bytes('a\ud83d')]).toStrictEqual([...new TextEncoder().encode('a\ud83d')]);
  expect(utf8Bytes('握手 é 🤝')).toHaveLength(14);
});
