/**
 * SEGMENT ARRIVES in SYN-RECEIVED and every synchronized state (RFC 9293 §3.10.7.4): the eight checks, in the RFC's
 * order. Third (security) and sixth (URG) do not occur.
 */
import { assertNever } from '../base/invariant.ts';
import { seqLeq, seqLt } from '../base/seq32.ts';
import type { Segment } from '../wire/segment.ts';
import { ACK, FIN, RST, SYN, has, segmentEnd } from '../wire/segment.ts';
import { isAcceptable, isAckPlausible, isInWindow, isResetInWindow } from './acceptability.ts';
import type { Draft } from './draft.ts';
import {
  acknowledge,
  acknowledges,
  deleteTcb,
  emit,
  emitAck,
  emitSynAck,
  enterTimeWait,
  listen,
  restartRetransmissionTimer,
  startTimeWait,
  updateSendWindow,
} from './draft.ts';
import { isFinAcknowledged } from './endpoint.ts';
import { receiveText } from './receive-text.ts';
import { hasPeerClosed, mayReceive } from './state.ts';

export function segmentArrivesSynchronized(draft: Draft, segment: Segment): void {
  if (has(segment, RST)) {
    resetArrives(draft, segment);
    return;
  }
  if (!passesSequenceCheck(draft, segment)) return;
  if (!passesSynCheck(draft, segment)) return;
  if (!passesAckCheck(draft, segment)) return;
  textAndFin(draft, segment);
}

/** First and second for a RST (RFC 5961 §3): outside the window nothing, exact reset, elsewhere a challenge ACK. */
function resetArrives(draft: Draft, segment: Segment): void {
  const { endpoint } = draft;
  if (!isResetInWindow(endpoint.rcv, segment.seq)) {
    draft.notes.push('reset/outside-window');
    return;
  }
  if (segment.seq !== endpoint.rcv.nxt) {
    emitAck(draft);
    draft.notes.push('reset/challenged');
    return;
  }
  switch (endpoint.state) {
    case 'SYN-RECEIVED':
      if (endpoint.opened === 'passive') {
        listen(draft);
        draft.notes.push('reset/back-to-listen');
        return;
      }
      draft.signal = 'connection refused';
      break;
    case 'ESTABLISHED':
    case 'FIN-WAIT-1':
    case 'FIN-WAIT-2':
    case 'CLOSE-WAIT':
      draft.signal = 'connection reset';
      break;
    case 'CLOSING':
    case 'LAST-ACK':
    case 'TIME-WAIT':
    // Unreachable here: these have rules of their own in §3.10.7.1 to .3.
    case 'CLOSED':
    case 'LISTEN':
    case 'SYN-SENT':
      break;
    default:
      assertNever(endpoint.state);
  }
  deleteTcb(draft);
  draft.notes.push('reset/exact');
}

/** First: Table 6. What is not acceptable is answered with an ACK and dropped. */
function passesSequenceCheck(draft: Draft, segment: Segment): boolean {
  const { endpoint, context } = draft;
  if (endpoint.state === 'SYN-RECEIVED' && has(segment, SYN) && segment.seq === endpoint.irs) {
    if (!has(segment, ACK)) {
      duplicateSyn(draft);
      return false;
    }
    // After a simultaneous open the peer's SYN,ACK repeats a number that has been received: figure 7 takes it as the
    // acknowledgment that it is, the letter of the first check refuses it.
    const crossed = context.policy.crossedSynAck;
    if (endpoint.opened === 'active' && crossed !== 'ack' && acknowledges(draft, segment.ack)) {
      draft.notes.push('segment/crossed-syn-ack');
      if (crossed === 'establish-and-ack') emitAck(draft);
      return true;
    }
  }
  if (isAcceptable(endpoint.rcv, segment)) return true;
  emitAck(draft);
  draft.notes.push('segment/unacceptable');
  // The peer's FIN again: our ACK of it was lost, so the wait begins anew (§3.10.7.4 fifth, TIME-WAIT). A FIN with any
  // other number is not the peer's, and must not keep us waiting.
  if (endpoint.state === 'TIME-WAIT' && has(segment, FIN) && segmentEnd(segment) === endpoint.rcv.nxt) {
    startTimeWait(draft);
    draft.notes.push('time-wait/restarted');
  }
  return false;
}

/** The peer has not heard our SYN,ACK, or not yet. */
function duplicateSyn(draft: Draft): void {
  if (draft.context.policy.duplicateSyn === 'syn-ack') {
    emitSynAck(draft);
    restartRetransmissionTimer(draft);
  } else {
    emitAck(draft);
  }
  draft.notes.push('segment/duplicate-syn');
}

/** Fourth: a SYN where none can belong. */
function passesSynCheck(draft: Draft, segment: Segment): boolean {
  if (!has(segment, SYN)) return true;
  const { endpoint } = draft;
  if (endpoint.state === 'SYN-RECEIVED') {
    // A SYN left of the window has been trimmed off with the rest of what is not new.
    if (!isInWindow(endpoint.rcv, segment.seq)) return true;
    if (endpoint.opened === 'passive') {
      listen(draft);
      draft.notes.push('syn/back-to-listen');
      return false;
    }
  }
  // RFC 5961 §4: whatever its number, it draws a challenge ACK and is dropped.
  emitAck(draft);
  draft.notes.push('syn/challenged');
  return false;
}

/** Fifth: the ACK field. */
function passesAckCheck(draft: Draft, segment: Segment): boolean {
  const { endpoint } = draft;
  if (!has(segment, ACK)) {
    draft.notes.push('segment/no-ack');
    return false;
  }
  if (endpoint.state === 'SYN-RECEIVED' && !isFirstAck(draft, segment)) return false;
  if (!isAckPlausible(endpoint.snd, segment.ack)) {
    emitAck(draft);
    draft.notes.push('ack/unacceptable');
    return false;
  }
  if (acknowledges(draft, segment.ack)) {
    acknowledge(draft, segment.ack);
    draft.notes.push('ack/advanced');
  } else if (segment.text === '' && !has(segment, FIN)) {
    draft.notes.push('ack/duplicate');
  }
  updateWindowByAck(draft, segment);
  return afterAck(draft);
}

/** SYN-RECEIVED: the ACK must cover our SYN; then the connection is there and processing goes on. */
function isFirstAck(draft: Draft, segment: Segment): boolean {
  const { endpoint, context } = draft;
  if (acknowledges(draft, segment.ack)) {
    updateSendWindow(draft, segment);
    // A CLOSE that waited behind queued text takes effect now (§3.10.4).
    endpoint.state = endpoint.finQueued ? 'FIN-WAIT-1' : 'ESTABLISHED';
    draft.notes.push('ack/established');
    return true;
  }
  const above = seqLt(endpoint.snd.nxt, segment.ack);
  const challenged = above
    ? context.policy.ackAboveNextInSynReceived === 'challenge'
    : !isAckPlausible(endpoint.snd, segment.ack);
  if (challenged) emitAck(draft);
  else emit(draft, RST, segment.ack, 0, '');
  draft.notes.push(challenged ? 'ack/unacceptable' : 'ack/reset');
  return false;
}

/** SND.UNA =< SEG.ACK =< SND.NXT, and not an older segment than the one that set the window. */
function updateWindowByAck(draft: Draft, segment: Segment): void {
  const { snd } = draft.endpoint;
  if (seqLt(segment.ack, snd.una)) return;
  if (seqLt(snd.wl1, segment.seq) || (snd.wl1 === segment.seq && seqLeq(snd.wl2, segment.ack))) {
    if (snd.wnd !== segment.wnd) draft.notes.push('window/updated');
    updateSendWindow(draft, segment);
  }
}

/** Fifth, per state: what the acknowledgment of our FIN brings about. False: the segment needs nothing more. */
function afterAck(draft: Draft): boolean {
  const { endpoint } = draft;
  const { state } = endpoint;
  if (state !== 'FIN-WAIT-1' && state !== 'CLOSING' && state !== 'LAST-ACK') return true;
  // CLOSING: "otherwise, ignore the segment"; after the peer's FIN nothing more can come.
  if (!isFinAcknowledged(endpoint)) return state !== 'CLOSING';
  draft.notes.push('ack/fin-acknowledged');
  if (state === 'FIN-WAIT-1') endpoint.state = 'FIN-WAIT-2';
  else if (state === 'CLOSING') enterTimeWait(draft);
  else deleteTcb(draft);
  return state !== 'LAST-ACK';
}

/** Seventh, the segment text, and eighth, the FIN bit. */
function textAndFin(draft: Draft, segment: Segment): void {
  const { endpoint, context } = draft;
  if (mayReceive(endpoint.state)) {
    if (receiveText(draft, segment)) emitAck(draft);
    return;
  }
  if (!hasPeerClosed(endpoint.state)) return;
  if (endpoint.state === 'TIME-WAIT' && has(segment, FIN)) {
    startTimeWait(draft);
    emitAck(draft);
    draft.notes.push('time-wait/restarted');
    return;
  }
  // "This should not occur since a FIN has been received. Ignore the segment text."
  if (segment.text !== '') {
    if (context.policy.textAfterFin === 'ack') emitAck(draft);
    draft.notes.push('text/after-fin');
  }
}
