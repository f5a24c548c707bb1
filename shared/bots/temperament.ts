/** How a bot of each skill plays. Rates are in 1/65536, times in ms. */
import type { Millis } from '../engine/base/millis.ts';

export interface Temperament {
  readonly fastest: Millis;
  readonly slowest: Millis;
  /** How often a play is spoiled, and how often in a row at most. */
  readonly mistakes: number;
  readonly mistakesInARow: number;
  /** How often it answers several events with one card where that is right. */
  readonly merges: number;
}

export const NOVICE: Temperament = Object.freeze({
  fastest: 3000,
  slowest: 7000,
  mistakes: 14_418,
  mistakesInARow: 2,
  merges: 0,
});

export const STANDARD: Temperament = Object.freeze({
  fastest: 1800,
  slowest: 4200,
  mistakes: 5243,
  mistakesInARow: 1,
  merges: 26_214,
});

export const EXPERT: Temperament = Object.freeze({
  fastest: 700,
  slowest: 1800,
  mistakes: 983,
  mistakesInARow: 1,
  merges: 58_982,
});

/** Never wrong, at once: for tests and for measuring. */
export const PERFECT: Temperament = Object.freeze({
  fastest: 0,
  slowest: 0,
  mistakes: 0,
  mistakesInARow: 0,
  merges: 0,
});

export const TEMPERAMENTS = Object.freeze({ novice: NOVICE, standard: STANDARD, expert: EXPERT });
