/**
 * Randomness without hidden state: every draw is a function of a key and an ordinal, so what is drawn for one thing
 * never depends on what else was drawn, and a log replays to the same match.
 */
import { sha256Hex, sha256TextWords } from './sha256.ts';

/** 64 hexadecimal digits. */
export type Key = string;

/** A key of its own for each use of a seed, so that what one use shows cannot betray another. */
export const deriveKey = (seed: Key, label: string): Key => sha256Hex(`${seed}/${label}`);

/** Eight independent unsigned 32-bit words for one ordinal. */
export const draw = (key: Key, ordinal: number): Uint32Array => sha256TextWords(`${key}:${ordinal}`);

/** Rates are in 1/65536: true for `rate` of every 65536 words. */
export const happens = (word: number, rate: number): boolean => (word & 0xffff) < rate;

/** A whole number from `low` to `high`, both included. */
export const between = (word: number, low: number, high: number): number => low + (word % (high - low + 1));
