/**
 * What an endpoint does where RFC 9293 leaves a choice, and what it does where a rule has been switched wrong to show
 * the harm. Every choice is one field, so that the set of answers that a
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
  /** Two-way: a SYN,ACK opens both ends and is never answered, neither acknowledged nor reset. */
  readonly handshake: 'three-way' | 'two-way';
  /** Sequence numbers that a SYN or a FIN uses up (§3.4). */
  readonly controlLength: 1 | 0;
  /** What follows the last FIN's acknowledgment (§3.6.1). */
  readonly timeWait: '2msl' | 'none';
  /** A FIN ends the direction of its sender (§3.6), or the whole connection. */
  readonly finEnds: 'one-direction' | 'both-directions';
}

/** The defaults: RFC 9293 with the mitigations of RFC 5961. */
export const RFC9293: Policy = Object.freeze({
  duplicateSyn: 'syn-ack',
  crossedSynAck: 'establish',
  ackAboveNextInSynReceived: 'reset',
  aheadOfHole: 'hold',
  textAfterFin: 'silent',
  abortReset: 'rst',
  handshake: 'three-way',
  controlLength: 1,
  timeWait: '2msl',
  finEnds: 'one-direction',
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

/** RFC 9293, or one rule switched wrong; with `iss-zero` the endpoint is right and its initial numbers are not. */
export const RULE_SWITCHES = [
  'rfc9293',
  'two-way-handshake',
  'iss-zero',
  'uncounted-syn-fin',
  'no-time-wait',
  'no-half-close',
] as const;

export type RuleSwitch = (typeof RULE_SWITCHES)[number];

export const POLICIES: { readonly [rule in RuleSwitch]: Policy } = Object.freeze({
  rfc9293: RFC9293,
  'two-way-handshake': vary({ handshake: 'two-way' }),
  'iss-zero': RFC9293,
  'uncounted-syn-fin': vary({ controlLength: 0 }),
  'no-time-wait': vary({ timeWait: 'none' }),
  'no-half-close': vary({ finEnds: 'both-directions' }),
});
