/**
 * Sequence numbers: unsigned 32-bit integers on a circle (RFC 9293 §3.4). All arithmetic is modulo 2^32, and
 * "less than" means "at most 2^31 - 1 behind".
 */
export type Seq32 = number;

export const seqAdd = (a: Seq32, n: number): Seq32 => (a + n) >>> 0;

/** How far `a` lies ahead of `b`: negative when it lies behind. */
export const seqDiff = (a: Seq32, b: Seq32): number => (a - b) | 0;

export const seqLt = (a: Seq32, b: Seq32): boolean => ((a - b) | 0) < 0;
export const seqLeq = (a: Seq32, b: Seq32): boolean => ((a - b) | 0) <= 0;

export const isSeq32 = (n: unknown): n is Seq32 =>
  typeof n === 'number' && Number.isInteger(n) && n >= 0 && n <= 0xffff_ffff;
