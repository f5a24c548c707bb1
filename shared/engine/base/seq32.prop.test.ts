import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSeq32, seqAdd, seqDiff, seqLeq, seqLt } from './seq32.ts';

const HALF = 0x8000_0000;
const seq = fc.oneof(
  fc.integer({ min: 0, max: 0xffff_ffff }),
  fc.constantFrom(0, 1, HALF - 1, HALF, HALF + 1, 0xffff_fffe, 0xffff_ffff),
);
/** Less than half the circle: the distance over which "less than" means anything (RFC 9293 §3.4). */
const distance = fc.integer({ min: 0, max: HALF - 1 });

describe('sequence numbers', () => {
  it('wrap: a sum is a sequence number again, and the difference is what was added', () => {
    fc.assert(
      fc.property(seq, distance, (a, n) => {
        expect(isSeq32(seqAdd(a, n))).toBe(true);
        expect(isSeq32(seqAdd(a, -n))).toBe(true);
        expect(seqDiff(seqAdd(a, n), a)).toBe(n);
        expect(seqAdd(seqAdd(a, n), -n)).toBe(a);
      }),
    );
  });

  it('compare as places on a circle', () => {
    fc.assert(
      fc.property(seq, distance, (a, n) => {
        const ahead = seqAdd(a, n);
        expect(seqLeq(a, ahead)).toBe(true);
        expect(seqLt(a, ahead)).toBe(n > 0);
        expect(seqLt(ahead, a)).toBe(false);
      }),
    );
  });

  it('keep their order wherever zero lies', () => {
    fc.assert(
      fc.property(seq, seq, distance, (a, b, shift) => {
        expect(seqLt(seqAdd(a, shift), seqAdd(b, shift))).toBe(seqLt(a, b));
      }),
    );
  });

  it('are whole, unsigned and of 32 bits', () => {
    for (const wrong of [-1, 2 ** 32, 0.5, Number.NaN, Infinity, '1', null])
      expect(isSeq32(wrong)).toBe(false);
  });
});
