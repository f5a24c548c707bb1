/** What scoring makes of a match. Points are whole numbers. */

export type ScoreItem =
  | 'cards'
  | 'silences'
  | 'states'
  | 'wrong'
  | 'speed'
  | 'streak'
  | 'faults'
  | 'merged'
  | 'knowledge'
  | 'goal'
  | 'pair';

/** A seat's own running score, shown during the match. */
export interface ScoreView {
  readonly points: number;
  readonly streak: number;
  /** What the last settled prompt brought; null before the first. */
  readonly last: { readonly prompt: number; readonly points: number } | null;
}

export interface FinalScore {
  /** 0 to 1100: 1000 is perfect, instant, unmerged play of the same seed. */
  readonly score: number;
  /** 0 to 3, by correctness alone. */
  readonly stars: number;
  readonly raw: number;
  readonly par: number;
  readonly items: { readonly [item in ScoreItem]: number };
  /** Of the prompts that were put to the player: all, right at the first try, answered by the endpoint or too late. */
  readonly prompts: { readonly asked: number; readonly first: number; readonly unanswered: number };
}
