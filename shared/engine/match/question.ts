/**
 * Questions about what a player knows of the connection. An answer is a set of options. Which one is right follows
 * from what the seat itself has seen and done (knowledge.ts); no level writes it down.
 */
import type { Millis } from '../base/millis.ts';
import { TCP_STATES } from '../tcp/state.ts';
import { LAMPS } from './lamps.ts';
import { SHOWN_BY_ANSWERS } from './play.ts';

export const OPTIONS = Object.freeze({
  /** What do you know now? Any number of lamps. */
  known: LAMPS,
  /** Where is your peer? Every state that is possible. */
  'peer-state': TCP_STATES,
  /** Who will wait in TIME-WAIT? */
  'time-wait': ['me', 'peer', 'both'],
  /** What does this state wait for? */
  'waits-for': ['own-close', 'peer-fin', 'old-segments'],
  /** Who has, for certain, what was sent? */
  data: ['nobody', 'peer-tcp', 'peer-application'],
  /** Nothing has come for long: is the peer's end still there? */
  'still-there': ['yes', 'no', 'unknown'],
  /** Who may close first? */
  'closes-first': ['me', 'peer', 'either'],
  /** What is proven of who the peer is? */
  identity: ['nothing', 'address', 'person'],
} as const);

export type Question = keyof typeof OPTIONS;
export type Option = (typeof OPTIONS)[Question][number];

/** Every option of every question, once. */
export const ALL_OPTIONS: readonly Option[] = [...new Set(Object.values(OPTIONS).flat())];

export const QUESTIONS = Object.freeze(Object.keys(OPTIONS)) as readonly Question[];

/** Any number of options may be right; of the others it is just one. */
export const takesSeveral = (question: Question): boolean =>
  question === 'known' || question === 'peer-state';

/** Mistakes of understanding that an answer can show. */
export const QUESTIONED = ['M01', ...SHOWN_BY_ANSWERS] as const;
export type Questioned = (typeof QUESTIONED)[number];

/** So many a seat in a match, at most. */
export const MOST_QUESTIONS = 3;

export interface OpenQuestion {
  /** Counted with the seat's prompts. */
  readonly id: number;
  readonly question: Question;
  /** Match time. */
  readonly shownAt: Millis;
  /** Match time; null when untimed. */
  readonly deadline: Millis | null;
  /** The player's own window, ms; null when untimed. */
  readonly window: Millis | null;
}

/** It was answered, skipped or too late; the match goes on as it would have without it. */
export interface SettledQuestion {
  readonly id: number;
  readonly lane: number;
  readonly question: Question;
  /** In the order of `OPTIONS`; null if nothing was answered. */
  readonly given: readonly Option[] | null;
  readonly right: readonly Option[];
  readonly mistake: Questioned | null;
}

export const isRight = ({ given, right }: Pick<SettledQuestion, 'given' | 'right'>): boolean =>
  given !== null && given.length === right.length && right.every((option) => given.includes(option));
