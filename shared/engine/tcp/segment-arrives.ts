/** SEGMENT ARRIVES in CLOSED, LISTEN and SYN-SENT (RFC 9293 §3.10.7.1 to §3.10.7.3). */
import { seqAdd } from '../base/seq32.ts';
import type { Segment } from '../wire/segment.ts';
import { ACK, FIN, RST, SYN, has } from '../wire/segment.ts';
import type { Draft } from './draft.ts';
import {
  acknowledge,
  acknowledges,
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
  if (isUnansweredSynAck(draft, segment)) return;
  emitResetFor(draft, segment);
  draft.notes.push('closed/reset');
}

/** With the two-way handshake nobody answers a SYN,ACK, whoever it is for. */
const isUnansweredSynAck = ({ context }: Draft, segment: Segment): boolean =>
  context.policy.handshake === 'two-way' && segment.flags === (SYN | ACK);

/** With the two-way handshake the listener believes in the connection at once: its SYN,ACK waits for nothing. */
function openUnconfirmed(draft: Draft): void {
  acknowledge(draft, draft.endpoint.snd.nxt);
  draft.endpoint.state = 'ESTABLISHED';
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
    endpoint.rcv.nxt = seqAdd(segment.seq, draft.context.policy.controlLength);
    takeIss(draft);
    updateSendWindow(draft, segment);
    endpoint.state = 'SYN-RECEIVED';
    holdText(draft, segment);
    emitSynAck(draft);
    if (draft.context.policy.handshake === 'two-way') openUnconfirmed(draft);
    draft.notes.push('listen/syn');
    return;
  }
  // Fourth, other data or control: it cannot belong here.
  draft.notes.push('listen/dropped');
}

/** §3.10.7.3 */
function arrivesInSynSent(draft: Draft, segment: Segment): void {
  // First, the ACK bit: it must acknowledge our SYN and nothing beyond.
  const acked = has(segment, ACK);
  if (acked && !acknowledges(draft, segment.ack)) {
    const answered = !has(segment, RST) && !isUnansweredSynAck(draft, segment);
    if (answered) emit(draft, RST, segment.ack, 0, '');
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
  const { policy } = draft.context;
  endpoint.irs = segment.seq;
  endpoint.rcv.nxt = seqAdd(segment.seq, policy.controlLength);
  updateSendWindow(draft, segment);
  if (acked && acknowledges(draft, segment.ack)) {
    acknowledge(draft, segment.ack);
    endpoint.state = 'ESTABLISHED';
    draft.notes.push('syn-sent/syn-ack');
    // "If there are other controls or text in the segment, then continue processing": its ACK covers the SYN too.
    if (segment.text !== '' || has(segment, FIN)) receiveText(draft, segment);
    if (policy.handshake === 'three-way') emitAck(draft);
    return;
  }
  // Simultaneous open: our SYN goes again, now with an ACK.
  endpoint.state = 'SYN-RECEIVED';
  holdText(draft, segment);
  emitSynAck(draft);
  restartRetransmissionTimer(draft);
  draft.notes.push('syn-sent/crossed-syn');
}
