import { describe, expect, it } from 'vitest';
import { hexOfWords, sha256Hex, sha256Words } from './sha256.ts';

/** The examples of FIPS 180-2, appendix B, and of NIST's short-message vectors. */
describe('sha256', () => {
  it.each([
    ['the empty message', '', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'the message of 448 bits, which needs a second block for its length',
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    [
      'the message of 896 bits',
      'abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu',
      'cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1',
    ],
    [
      'a million times a',
      'a'.repeat(1_000_000),
      'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0',
    ],
  ])('digests %s', (_, message, digest) => {
    expect(sha256Hex(message)).toBe(digest);
  });

  it('digests octets above 127', () => {
    expect(hexOfWords(sha256Words(new Uint8Array([0xbd])))).toBe(
      '68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b',
    );
  });
});
