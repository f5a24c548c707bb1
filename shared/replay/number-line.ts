/** Where a wrong number lies on the number line of its direction, and where the right one does. */
import type { Seq32 } from '../engine/base/seq32.ts';
import { seqAdd, seqDiff, seqLeq } from '../engine/base/seq32.ts';
import type { Refusal } from '../engine/match/play.ts';
import type { Seat } from '../engine/match/seat.ts';
import { otherSeat } from '../engine/match/seat.ts';
import type { LaneSeat } from '../engine/match/state.ts';
import { isSynchronized } from '../engine/tcp/state.ts';
import type { Segment } from '../engine/wire/segment.ts';
import { ACK, SYN, has, segmentEnd, segmentLength } from '../engine/wire/segment.ts';
import type { LineBlock, NumberLine } from './debrief.ts';

/** Null where no number decides: silence was right, or there is nothing on the line but the right number. */
export function numberLineOf(
  seat: Seat,
  laneSeat: LaneSeat,
  refusal: Refusal,
  right: Segment | null,
): NumberLine | null {
  const line = right === null ? null : lineConcerned(seat, laneSeat, refusal, right);
  return line !== null && line.blocks.length === 0 && line.wrong === null ? null : line;
}

function lineConcerned(
  seat: Seat,
  laneSeat: LaneSeat,
  { field, play: { card } }: Refusal,
  right: Segment,
): NumberLine | null {
  const own = (wrong: Seq32 | null, shouldBe: Seq32): NumberLine => ({
    from: seat,
    blocks: sentBlocks(laneSeat),
    wrong: wrong === shouldBe ? null : wrong,
    right: shouldBe,
  });
  const peers = (wrong: Seq32 | null): NumberLine => ({
    from: otherSeat(seat),
    blocks: arrivedBlocks(laneSeat),
    wrong: wrong === right.ack ? null : wrong,
    right: right.ack,
  });
  if (field === 'seq') return own(card?.seq ?? null, right.seq);
  if (field === 'ack') return peers(card?.ack ?? null);
  if (field === 'len') {
    const end = card === null ? null : seqAdd(card.seq ?? right.seq, card.len);
    return own(end, segmentEnd(right));
  }
  if (segmentLength(right) > 0) return own(card?.seq ?? null, right.seq);
  return has(right, ACK) ? peers(card?.ack ?? null) : null;
}

/** What uses numbers, once each, in their order; a longer one stands for a shorter one with the same beginning. */
function blocksOf(segments: readonly Segment[], acknowledged: Seq32 | null): readonly LineBlock[] {
  const found: Segment[] = [];
  for (const segment of segments) {
    const known = found.findIndex(({ seq }) => seq === segment.seq);
    if (known < 0) found.push(segment);
    else if (segmentLength(segment) > segmentLength(found[known]!)) found[known] = segment;
  }
  return found
    .sort((a, b) => seqDiff(a.seq, b.seq))
    .map((segment) => ({
      seq: segment.seq,
      len: segmentLength(segment),
      flags: segment.flags,
      isAcknowledged: acknowledged !== null && seqLeq(segmentEnd(segment), acknowledged),
    }));
}

function sentBlocks({ endpoint, trail }: LaneSeat): readonly LineBlock[] {
  const { state, iss, snd } = endpoint;
  if (state === 'CLOSED' || state === 'LISTEN') return [];
  const sent = trail.flatMap(({ answer }) => answer ?? []);
  const ours = ({ seq }: Segment): boolean => seqDiff(seq, iss) >= 0 && seqDiff(seq, snd.nxt) < 0;
  return blocksOf(
    sent.filter((segment) => segmentLength(segment) > 0 && ours(segment)),
    snd.una,
  );
}

/** With what has just come and is not answered yet. */
function arrivedBlocks({ endpoint, trail, queue }: LaneSeat): readonly LineBlock[] {
  const { state, irs, rcv } = endpoint;
  const coming = queue.flatMap((item) => (item.kind === 'segment' ? item.segment : []));
  const hears = isSynchronized(state) || state === 'SYN-RECEIVED';
  const first = hears ? irs : (coming.find((segment) => has(segment, SYN))?.seq ?? null);
  if (first === null) return [];
  const came = trail.flatMap(({ event }) => (event.kind === 'segment' ? event.segment : []));
  const limit = hears ? seqAdd(rcv.nxt, rcv.wnd) : seqAdd(first, 1);
  const theirs = ({ seq }: Segment): boolean => seqDiff(seq, first) >= 0 && seqDiff(seq, limit) < 0;
  return blocksOf(
    [...came, ...coming].filter((segment) => segmentLength(segment) > 0 && theirs(segment)),
    hears ? rcv.nxt : null,
  );
}
