/**
 * How much random loss a connection can bear. A round of a segment is spoiled if the segment or its ACK is lost; the
 * sender gives up after R retransmissions, so a random plan may spoil at most R - 1 rounds of one segment and two of
 * a FIN, whose peer waits in TIME-WAIT for 2MSL only. Scripted losses come whatever happens: chance leaves room for
 * those that the plan still has in store.
 */
import type { Seq32 } from '../base/seq32.ts';
import { seqLt } from '../base/seq32.ts';
import type { Segment } from '../wire/segment.ts';
import { ACK, FIN, has, segmentEnd, segmentLength } from '../wire/segment.ts';
import type { Side } from './network.ts';

export interface SpoilingOfSide {
  /** Rounds spoiled since the last acknowledgment of something new got through. */
  readonly rounds: number;
  /** Highest acknowledgment of this side's numbers that got through; null before the first. */
  readonly acknowledged: Seq32 | null;
  /** The number after this side's FIN; null before it is sent. */
  readonly finEnd: Seq32 | null;
}

export interface Spoiling {
  readonly A: SpoilingOfSide;
  readonly B: SpoilingOfSide;
}

const NOTHING: SpoilingOfSide = Object.freeze({ rounds: 0, acknowledged: null, finEnd: null });

export const NOTHING_SPOILED: Spoiling = Object.freeze({ A: NOTHING, B: NOTHING });

const ROUNDS_OF_A_FIN = 2;

/** Whether one more loss, and `inStore` scripted ones after it, leave the connection able to go on. */
export function mayLose(
  spoiling: Spoiling,
  from: Side,
  segment: Segment,
  retransmissions: number,
  inStore: number,
): boolean {
  const bears = (side: Side, hasFin: boolean): boolean =>
    spoiling[side].rounds + inStore < (hasFin ? ROUNDS_OF_A_FIN : retransmissions - 1);
  const own =
    segmentLength(segment) === 0 || bears(from, has(segment, FIN) || spoiling[from].finEnd !== null);
  const peer = from === 'A' ? 'B' : 'A';
  const peers = !has(segment, ACK) || bears(peer, spoiling[peer].finEnd !== null);
  return own && peers;
}

/** Counts a loss against whoever must send again because of it, or clears the count when news gets through. */
export function noteFate(spoiling: Spoiling, from: Side, segment: Segment, lost: boolean): Spoiling {
  const to = from === 'A' ? 'B' : 'A';
  let mine = spoiling[from];
  let peers = spoiling[to];
  if (has(segment, FIN)) mine = { ...mine, finEnd: segmentEnd(segment) };
  if (lost) {
    if (segmentLength(segment) > 0) mine = { ...mine, rounds: mine.rounds + 1 };
    if (has(segment, ACK)) peers = { ...peers, rounds: peers.rounds + 1 };
  } else if (has(segment, ACK) && (peers.acknowledged === null || seqLt(peers.acknowledged, segment.ack))) {
    peers = { ...peers, rounds: 0, acknowledged: segment.ack };
  }
  return from === 'A' ? { A: mine, B: peers } : { A: peers, B: mine };
}
