/**
 * What this device knows of its player's progress: best results, and which kinds of prompts and which mistakes are
 * mastered. Pure; progress-store.ts keeps it.
 */
import type { Misconception } from '../../shared/engine/match/play.ts';
import { MISCONCEPTIONS } from '../../shared/engine/match/play.ts';
import type { Seat } from '../../shared/engine/match/seat.ts';
import { isOwnLevel } from '../../shared/levels/own-level-id.ts';
import type { Debrief, PromptRecord } from '../../shared/replay/debrief.ts';

/** Raised when an older build would misunderstand what is kept. */
export const PROGRESS_VERSION = 1;

export interface LevelProgress {
  /** The best of all finished runs, each for itself. */
  readonly stars: number;
  readonly score: number;
  /** Runs that came to their end. */
  readonly finished: number;
}

export interface Mastery {
  /** Prompts right at the first try, without a hint. */
  readonly first: number;
  /** Prompts that were not. */
  readonly wrong: number;
  /** The newest of them, oldest first: true is right at the first try. */
  readonly recent: readonly boolean[];
}

/** Of a mistake: `wrong` counts the prompts that showed it, `first` those that might have again and did not. */
export interface MisconceptionMastery extends Mastery {
  /** Kinds of prompts at which it was made. */
  readonly kinds: readonly string[];
}

/** A result of a match in this page. */
export interface PracticeResult {
  readonly match: string;
  /** Unix ms. */
  readonly at: number;
  readonly level: string;
  readonly seat: Seat;
  readonly score: number;
  readonly stars: number;
  readonly asked: number;
  readonly first: number;
}

export interface Progress {
  readonly version: typeof PROGRESS_VERSION;
  readonly levels: Readonly<Record<string, LevelProgress>>;
  /** Of runs without a clock: their scores are worth something else. */
  readonly untimed: Readonly<Record<string, LevelProgress>>;
  /** By the kind of prompt. */
  readonly concepts: Readonly<Record<string, Mastery>>;
  readonly misconceptions: Readonly<Partial<Record<Misconception, MisconceptionMastery>>>;
  /** The newest matches that have been counted: their debriefs may be shown again. */
  readonly counted: readonly string[];
  /**
   * For the server, as practice. It has no identities yet to which they could belong, so they only wait here: nothing
   * sends them.
   */
  readonly pendingPractice: readonly PracticeResult[];
}

export interface MatchResult {
  readonly match: string;
  /** Unix ms. */
  readonly at: number;
  readonly seat: Seat;
  readonly practice: boolean;
  readonly debrief: Debrief;
}

const RECENT = 12;
const COUNTED = 50;
const PENDING = 200;

export const NO_PROGRESS: Progress = Object.freeze({
  version: PROGRESS_VERSION,
  levels: {},
  untimed: {},
  concepts: {},
  misconceptions: {},
  counted: [],
  pendingPractice: [],
});

const NEW_LEVEL: LevelProgress = { stars: 0, score: 0, finished: 0 };
const NEW_MASTERY: Mastery = { first: 0, wrong: 0, recent: [] };

/** The same progress if the match has been counted. */
export function recordResult(progress: Progress, result: MatchResult): Progress {
  if (progress.counted.includes(result.match)) return progress;
  const { debrief, seat, match, practice } = result;
  const own = debrief.prompts.filter((prompt) => prompt.seat === seat && isOwnAnswer(prompt));
  // What is learned in a level from a file is learned; its result is nobody's record.
  const isRanked = !isOwnLevel(debrief.levelId);
  return {
    version: PROGRESS_VERSION,
    levels: isRanked && debrief.timed ? withRun(progress.levels, result) : progress.levels,
    untimed: isRanked && !debrief.timed ? withRun(progress.untimed, result) : progress.untimed,
    concepts: own.reduce(withPrompt, progress.concepts),
    misconceptions: own.reduce(withMistakes, progress.misconceptions),
    counted: [...progress.counted, match].slice(-COUNTED),
    pendingPractice:
      practice && isRanked
        ? [...progress.pendingPractice, practiceOf(result)].slice(-PENDING)
        : progress.pendingPractice,
  };
}

/** What the player did or let pass; not what a bot did in their place. */
const isOwnAnswer = ({ by }: PromptRecord): boolean => by === 'player' || by === 'assist' || by === 'late';

const isFirstTry = ({ by, hinted, reasons }: PromptRecord): boolean =>
  by === 'player' && !hinted && reasons.length === 0;

function withRun(levels: Progress['levels'], { debrief, seat }: MatchResult): Progress['levels'] {
  if (debrief.ended !== 'lanes-over') return levels;
  const before = levels[debrief.levelId] ?? NEW_LEVEL;
  const { score, stars } = debrief.scores[seat];
  return {
    ...levels,
    [debrief.levelId]: {
      stars: Math.max(before.stars, stars),
      score: Math.max(before.score, score),
      finished: before.finished + 1,
    },
  };
}

const counting = ({ first, wrong, recent }: Mastery, right: boolean): Mastery => ({
  first: first + (right ? 1 : 0),
  wrong: wrong + (right ? 0 : 1),
  recent: [...recent, right].slice(-RECENT),
});

const withPrompt = (concepts: Progress['concepts'], prompt: PromptRecord): Progress['concepts'] => ({
  ...concepts,
  [prompt.kind]: counting(concepts[prompt.kind] ?? NEW_MASTERY, isFirstTry(prompt)),
});

function withMistakes(
  misconceptions: Progress['misconceptions'],
  prompt: PromptRecord,
): Progress['misconceptions'] {
  const next = { ...misconceptions };
  for (const code of MISCONCEPTIONS) {
    const { kinds, ...before } = next[code] ?? { ...NEW_MASTERY, kinds: [] };
    if (prompt.reasons.includes(code)) {
      const made = kinds.includes(prompt.kind) ? kinds : [...kinds, prompt.kind];
      next[code] = { ...counting(before, false), kinds: made };
    } else if (kinds.includes(prompt.kind) && isFirstTry(prompt)) {
      next[code] = { ...counting(before, true), kinds };
    }
  }
  return next;
}

function practiceOf({ match, at, seat, debrief }: MatchResult): PracticeResult {
  const { score, stars, prompts } = debrief.scores[seat];
  const { asked, first } = prompts;
  return { match, at, level: debrief.levelId, seat, score, stars, asked, first };
}
