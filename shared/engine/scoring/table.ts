/** Every figure of the score. Changing one changes what old logs are worth: raise RULES_VERSION (replay/log.ts). */
export const POINTS = Object.freeze({
  /** At the first, the second, any later try. */
  card: Object.freeze([100, 40, 10] as const),
  silence: Object.freeze([40, 16, 4] as const),
  state: 20,
  wrong: -15,
  /** Lost on one prompt at most. */
  wrongLimit: -30,
  /** A hint leaves so many hundredths of the base, and no speed. */
  hinted: 50,
  speedCard: 40,
  speedSilence: 15,
  speedStep: 5,
  /** In hundredths of the window: full points until here … */
  speedFull: 25,
  /** … none from here on. */
  speedNone: 90,
  streakStep: 5,
  streakLimit: 20,
  /** The streak pays from the third first-try answer in a row. */
  streakFrom: 3,
  fault: 30,
  merged: 25,
  mergedLimit: 100,
  /** A question about what is known, right at the one try there is. */
  knowledge: 20,
  goal: 100,
  pair: 100,
  /** A seat's own part of its prompts that the pair's points ask for, in hundredths. */
  ownPart: 70,
});

/** A perfect score, and how far merged cards may carry beyond it. */
export const SCORE_PERFECT = 1000;
export const SCORE_LIMIT = 1100;

/** Stars: the goal; then so many hundredths right without assist. */
export const STAR_PARTS = Object.freeze([70, 90] as const);
