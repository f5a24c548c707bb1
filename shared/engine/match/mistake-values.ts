/**
 * The numbers that known mistakes would give. A wrong number is named a misconception only if exactly one mistake
 * gives it; these numbers are also the wrong choices at help stage `choose`.
 */
import type { Seq32 } from '../base/seq32.ts';
import { seqAdd } from '../base/seq32.ts';
import type { Segment } from '../wire/segment.ts';
import { ACK, FIN, SYN, has, segmentEnd, segmentLength } from '../wire/segment.ts';
import type { ShownByPlay } from './play.ts';
import type { LaneSeat, Queued } from './state.ts';

export interface MistakeValue {
  readonly mistake: ShownByPlay;
  readonly value: Seq32;
}

/** The last segment that this seat sent; null before the first. */
export const lastSent = ({ trail }: LaneSeat): Segment | null =>
  trail.findLast(({ answer }) => answer !== null)?.answer ?? null;

/** The last segment that occupied numbers of this seat's own line. */
export const lastOccupying = ({ trail }: LaneSeat): Segment | null =>
  trail.findLast(({ answer }) => answer !== null && segmentLength(answer) > 0)?.answer ?? null;

/** The last segment that came, the queue's included: whoever acknowledges now acknowledges it. */
export function lastArrived({ trail, queue }: LaneSeat, upTo: number): Segment | null {
  const coming = queue.slice(0, upTo).findLast((item) => item.kind === 'segment');
  if (coming?.kind === 'segment') return coming.segment;
  const entry = trail.findLast(({ event }) => event.kind === 'segment');
  return entry?.event.kind === 'segment' ? entry.event.segment : null;
}

/** Wrong ways to number one's next segment, where `right` is what is right. */
export function wrongSeqs(seat: LaneSeat, head: Queued, right: Seq32): readonly MistakeValue[] {
  const found: MistakeValue[] = [];
  const sent = lastSent(seat);
  const occupying = lastOccupying(seat);
  if (head.kind === 'timeout') {
    // A retransmission with a fresh number, as if it were a new segment.
    found.push({ mistake: 'M09', value: seat.endpoint.snd.nxt });
    if (sent !== null) found.push({ mistake: 'M09', value: seqAdd(sent.seq, 1) });
    return unlike(found, right);
  }
  if (occupying !== null && has(occupying, SYN | FIN)) {
    // The SYN or FIN is believed to use no number.
    found.push({ mistake: 'M08', value: seqAdd(segmentEnd(occupying), -1) });
  }
  if (sent !== null && segmentLength(sent) === 0 && has(sent, ACK)) {
    // A pure ACK is believed to use one.
    found.push({ mistake: 'M08', value: seqAdd(seat.endpoint.snd.nxt, 1) });
  }
  if (occupying !== null && occupying.text !== '') {
    // Numbers are believed to count segments, not octets.
    found.push({ mistake: 'M09', value: seqAdd(occupying.seq, 1) });
  }
  return unlike(found, right);
}

/** Wrong ways to acknowledge the segment that came last. */
export function wrongAcks(arrived: Segment | null, right: Seq32): readonly MistakeValue[] {
  if (arrived === null) return [];
  const found: MistakeValue[] = [];
  if (arrived.text !== '') {
    found.push({ mistake: 'M07', value: arrived.seq });
    found.push({ mistake: 'M07', value: seqAdd(arrived.seq, arrived.text.length - 1) });
  }
  if (has(arrived, SYN | FIN)) found.push({ mistake: 'M08', value: seqAdd(segmentEnd(arrived), -1) });
  if (segmentLength(arrived) === 0) found.push({ mistake: 'M08', value: seqAdd(arrived.seq, 1) });
  return unlike(found, right);
}

const unlike = (found: readonly MistakeValue[], right: Seq32): readonly MistakeValue[] =>
  found.filter(({ value }) => value !== right);

/** The one mistake that gives this value; null if none or more than one does. */
export function mistakeFor(values: readonly MistakeValue[], value: Seq32): ShownByPlay | null {
  const mistakes = new Set(values.filter((one) => one.value === value).map(({ mistake }) => mistake));
  const [mistake] = mistakes;
  return mistakes.size === 1 && mistake !== undefined ? mistake : null;
}
