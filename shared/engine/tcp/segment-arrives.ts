/** SEGMENT ARRIVES in CLOSED, LISTEN and SYN-SENT (RFC 9293 §3.10.7.1 to §3.10.7.3). */
import { seqAdd, seqLeq, seqLt } from '../base/seq32.ts';
import type { Segment } from '../wire/segment.ts';
import { ACK, FIN, RST, SYN, has } from '../wire/segment.ts';
import { acknowledgesNew } from './acceptability.ts';
import type { Draft } from './draft.ts';
import {
  acknowledge,
  deleteTcb,
  emit,
  emitAck,
  emitResetFor,
  emitSynAck,
  restartRetransmissionTimer,
  takeIss,
  updateSendWindow,
} from './draft.ts';
import { holdText, receiveText } from './receive-text.ts';
import { segmentArrivesSynchronized } from './segment-arrives-synchronized.ts';

export function segmentArrives(draft: Draft, segment: Segment): void {
  const { state } = draft.endpoint;
  if (state === 'CLOSED') arrivesInClosed(draft, segment);
  else if (state === 'LISTEN') arrivesInListen(draft, segment);
  else if (state === 'SYN-SENT') arrivesInSynSent(draft, segment);
  else segmentArrivesSynchronized(draft, segment);
}

/** §3.10.7.1: everything but a reset is answered with one. */
function arrivesInClosed(draft: Draft, segment: Segment): void {
  if (has(segment, RST)) {
    draft.notes.push('closed/ignored-reset');
    return;
  }
  emitResetFor(draft, segment);
  draft.notes.push('closed/reset');
}

/** §3.10.7.2 */
function arrivesInListen(draft: Draft, segment: Segment): void {
  // First, a reset: nothing has been sent that it could mean.
  if (has(segment, RST)) {
    draft.notes.push('listen/ignored-reset');
    return;
  }
  // Second, an ACK: it can only acknowledge what another incarnation sent.
  if (has(segment, ACK)) {
    emit(draft, RST, segment.ack, 0, '');
    draft.notes.push('listen/reset-ack');
    return;
  }
  // Third, a SYN.
  if (has(segment, SYN)) {
    const { endpoint } = draft;
    endpoint.irs = segment.seq;
    endpoint.rcv.nxt = seqAdd(segment.seq, 1);
    takeIss(draft);
    updateSendWindow(draft, segment);
    endpoint.state = 'SYN-RECEIVED';
    holdText(draft, segment);
    emitSynAck(draft);
    draft.notes.push('listen/syn');
    return;
  }
  // Fourth, other data or control: it cannot belong here.
  draft.notes.push('listen/dropped');
}

/** §3.10.7.3 */
function arrivesInSynSent(draft: Draft, segment: Segment): void {
  const { endpoint } = draft;
  // First, the ACK bit: it must acknowledge our SYN and nothing beyond.
  const acked = has(segment, ACK);
  if (acked && (seqLeq(segment.ack, endpoint.iss) || seqLt(endpoint.snd.nxt, segment.ack))) {
    if (!has(segment, RST)) emit(draft, RST, segment.ack, 0, '');
    draft.notes.push('syn-sent/unacceptable-ack');
    return;
  }
  // Second, the RST bit: believed only if it acknowledges our SYN.
  if (has(segment, RST)) {
    if (acked) {
      deleteTcb(draft);
      draft.signal = 'connection reset';
    }
    draft.notes.push(acked ? 'syn-sent/reset' : 'syn-sent/ignored-reset');
    return;
  }
  // Fourth, the SYN bit (third, security, does not occur).
  if (has(segment, SYN)) {
    synInSynSent(draft, segment, acked);
    return;
  }
  // Fifth, neither SYN nor RST.
  draft.notes.push('syn-sent/dropped');
}

function synInSynSent(draft: Draft, segment: Segment, acked: boolean): void {
  const { endpoint } = draft;
  endpoint.irs = segment.seq;
  endpoint.rcv.nxt = seqAdd(segment.seq, 1);
  updateSendWindow(draft, segment);
  if (acked && acknowledgesNew(endpoint.snd, segment.ack)) {
    acknowledge(draft, segment.ack);
    endpoint.state = 'ESTABLISHED';
    draft.notes.push('syn-sent/syn-ack');
    // "If there are other controls or text in the segment, then continue processing": its ACK covers the SYN too.
    if (segment.text !== '' || has(segment, FIN)) receiveText(draft, segment);
    emitAck(draft);
    return;
  }
  // Simultaneous open: our SYN goes again, now with an ACK.
  endpoint.state = 'SYN-RECEIVED';
  holdText(draft, segment);
  emitSynAck(draft);
  restartRetransmissionTimer(draft);
  draft.notes.push('syn-sent/crossed-syn');
}
