/** What goes wrong in a lane's network: scripted, segment by segment, or at random with rates. */
import type { Millis } from '../base/millis.ts';

/** Which segments a scripted fault means. All conditions that are not null must hold. */
export interface SegmentPredicate {
  /** The sender. */
  readonly from: 'A' | 'B' | null;
  /** Exactly these control bits. */
  readonly flags: number | null;
  /** With or without text. */
  readonly text: boolean | null;
  /** Whether it acknowledges the peer's FIN. */
  readonly acknowledgesFin: boolean | null;
}

/** Matches every segment; a fault names what it means more closely. */
export const ANY_SEGMENT: SegmentPredicate = Object.freeze({
  from: null,
  flags: null,
  text: null,
  acknowledgesFin: null,
});

export type FaultAction =
  | { readonly kind: 'drop' }
  | { readonly kind: 'delay'; readonly by: Millis }
  | { readonly kind: 'duplicate'; readonly copies: number }
  /** Overtaken by the next segment of its direction. */
  | { readonly kind: 'reorder' }
  /** One bit is flipped: the checksum fails at the receiver. */
  | { readonly kind: 'corrupt' }
  /** Kept aside until a script item releases the label. */
  | { readonly kind: 'hold'; readonly label: string };

export interface ScriptedFault {
  readonly match: SegmentPredicate;
  /** Strikes from the nth match on, counting from 1 … */
  readonly nth: number;
  /** … so many times. */
  readonly times: number;
  readonly action: FaultAction;
}

/** Of every 65536 segments, how many suffer it. At most one strikes a segment. */
export interface FaultRates {
  readonly drop: number;
  readonly corrupt: number;
  readonly duplicate: number;
  readonly reorder: number;
  readonly delay: number;
}

export interface FaultPlan {
  readonly scripted: readonly ScriptedFault[];
  readonly rates: FaultRates;
}

export const NO_RATES: FaultRates = Object.freeze({
  drop: 0,
  corrupt: 0,
  duplicate: 0,
  reorder: 0,
  delay: 0,
});

export const NO_FAULTS: FaultPlan = Object.freeze({ scripted: Object.freeze([]), rates: NO_RATES });
