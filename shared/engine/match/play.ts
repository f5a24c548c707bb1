/** What a player answers, and what the judge says of it. */
import type { TcpState } from '../tcp/state.ts';

/** A segment as the player builds it. */
export interface Card {
  /** SYN, FIN, RST and ACK or-ed together. */
  readonly flags: number;
  /** Null at help stage `flags`: filled in when the flags are right. */
  readonly seq: number | null;
  /** Null at help stage `flags`, and always where ACK is not set. */
  readonly ack: number | null;
  /** Octets of text. */
  readonly len: number;
}

export interface Play {
  /** Null says "no reply". */
  readonly card: Card | null;
  /** The state moved to, named at help stage `states`; null at all others. */
  readonly state: TcpState | null;
}

/** The part of an answer that was judged wrong, in the order of judging. */
export type Field = 'reply' | 'flags' | 'seq' | 'ack' | 'len' | 'state';

/** Mistakes of understanding that a card or a named state can show; each has one code for ever. */
export const SHOWN_BY_PLAY = [
  'M01',
  'M02',
  'M03',
  'M06',
  'M07',
  'M08',
  'M09',
  'M12',
  'M13',
  'M14',
  'M16',
  'M19',
  'M21',
  'M22',
  'M23',
] as const;

/** … and those that only an answer to a question can show. */
export const SHOWN_BY_ANSWERS = ['M04', 'M05', 'M11', 'M17', 'M18', 'M20'] as const;

/** All that can be committed. */
export const MISCONCEPTIONS = [...SHOWN_BY_PLAY, ...SHOWN_BY_ANSWERS] as const;

/** Errors of the hand. */
export const SLIPS = [
  'slip-reply',
  'slip-silence',
  'slip-flags',
  'slip-seq',
  'slip-ack',
  'slip-length',
  'slip-state',
] as const;

export const REASONS = [...SHOWN_BY_PLAY, ...SLIPS] as const;

export type ShownByPlay = (typeof SHOWN_BY_PLAY)[number];
export type Misconception = (typeof MISCONCEPTIONS)[number];
export type Reason = (typeof REASONS)[number];

/** The rule that the wrong field broke; it is put into words with the inputs, never with the result. */
export const RULES = [
  'reply/due',
  'reply/none',
  'flags/of-event',
  'seq/next',
  'seq/iss',
  'seq/retransmission',
  'seq/reset',
  'ack/next-expected',
  'len/of-text',
  'state/diagram',
] as const;

export type Rule = (typeof RULES)[number];

/** A wrong play: refused, nothing has changed. */
export interface Refusal {
  readonly play: Play;
  readonly field: Field;
  readonly reason: Reason;
  readonly rule: Rule;
  /** The last segment of the direction concerned, from which the right number follows; null if there is none. */
  readonly input: { readonly flags: number; readonly seq: number; readonly len: number } | null;
}
