/** The tests of RFC 9293 §3.4 and RFC 5961: does a segment belong to this connection, now? */
import type { Seq32 } from '../base/seq32.ts';
import { seqAdd, seqDiff, seqLeq, seqLt } from '../base/seq32.ts';
import type { Segment } from '../wire/segment.ts';
import { segmentLength } from '../wire/segment.ts';
import type { ReceiveVariables, SendVariables } from './endpoint.ts';

/** RCV.NXT =< SEQ < RCV.NXT+RCV.WND */
export const isInWindow = (rcv: ReceiveVariables, seq: Seq32): boolean => {
  const offset = seqDiff(seq, rcv.nxt);
  return offset >= 0 && offset < rcv.wnd;
};

/** Table 6 of §3.10.7.4: four cases, by the length of the segment and of the window. */
export function isAcceptable(rcv: ReceiveVariables, segment: Segment): boolean {
  const length = segmentLength(segment);
  if (rcv.wnd === 0) return length === 0 && segment.seq === rcv.nxt;
  if (length === 0) return isInWindow(rcv, segment.seq);
  return isInWindow(rcv, segment.seq) || isInWindow(rcv, seqAdd(segment.seq, length - 1));
}

/** A RST is judged by its number alone, even when the window is closed (MUST-66). */
export const isResetInWindow = (rcv: ReceiveVariables, seq: Seq32): boolean =>
  seq === rcv.nxt || isInWindow(rcv, seq);

/** SND.UNA < SEG.ACK =< SND.NXT: acknowledges something new. */
export const acknowledgesNew = (snd: SendVariables, ack: Seq32): boolean =>
  seqLt(snd.una, ack) && seqLeq(ack, snd.nxt);

/** (SND.UNA - MAX.SND.WND) =< SEG.ACK =< SND.NXT (RFC 5961 §5) */
export const isAckPlausible = (snd: SendVariables, ack: Seq32): boolean =>
  seqLeq(seqAdd(snd.una, -snd.max), ack) && seqLeq(ack, snd.nxt);
