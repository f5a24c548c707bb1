/**
 * What an endpoint does where RFC 9293 leaves a choice. Every choice is one field, so that the set of answers that a
 * correct endpoint may give is found by running the one `step` under each of them (alternatives.ts). A policy is a
 * frozen record of plain values, all keys, one order: that keeps `step` fast and a match's log small.
 */
export interface Policy {
  /** The same SYN again in SYN-RECEIVED (§3.10.7.4 first, §3.8.1): say SYN,ACK again, or acknowledge. */
  readonly duplicateSyn: 'syn-ack' | 'ack';
  /** SYN,ACK in SYN-RECEIVED after a simultaneous open (§3.5 figure 7 against the letter of §3.10.7.4 first). */
  readonly crossedSynAck: 'establish' | 'establish-and-ack' | 'ack';
  /** An ACK above SND.NXT in SYN-RECEIVED (§3.10.7.4 fifth: reset; RFC 5961 §5: challenge). */
  readonly ackAboveNextInSynReceived: 'reset' | 'challenge';
  /** Text in order or ahead of a hole: hold it (SHLD-31) or drop it. */
  readonly aheadOfHole: 'hold' | 'drop';
  /** Text in the window after the peer's FIN, which should not occur (§3.10.7.4 seventh). */
  readonly textAfterFin: 'silent' | 'ack';
  /** The reset of ABORT (§3.10.5), without or with an acknowledgment. */
  readonly abortReset: 'rst' | 'rst-ack';
}

/** The defaults: RFC 9293 with the mitigations of RFC 5961. */
export const RFC9293: Policy = Object.freeze({
  duplicateSyn: 'syn-ack',
  crossedSynAck: 'establish',
  ackAboveNextInSynReceived: 'reset',
  aheadOfHole: 'hold',
  textAfterFin: 'silent',
  abortReset: 'rst',
});

const vary = (change: Partial<Policy>): Policy => Object.freeze({ ...RFC9293, ...change });

/** Each freedom that shows on the wire, taken the other way. */
export const OTHER_CHOICES: readonly Policy[] = Object.freeze([
  vary({ duplicateSyn: 'ack' }),
  vary({ crossedSynAck: 'establish-and-ack' }),
  vary({ crossedSynAck: 'ack' }),
  vary({ ackAboveNextInSynReceived: 'challenge' }),
  vary({ textAfterFin: 'ack' }),
  vary({ abortReset: 'rst-ack' }),
]);
