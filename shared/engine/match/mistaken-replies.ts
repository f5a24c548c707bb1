/** Which mistake a wrong kind of answer shows: silence for a segment, a segment for silence, the wrong flags, the wrong state. */
import { seqLt } from '../base/seq32.ts';
import type { Alternative } from '../tcp/alternatives.ts';
import { isInWindow } from '../tcp/acceptability.ts';
import { hasPeerClosed, isSynchronized } from '../tcp/state.ts';
import type { TcpState } from '../tcp/state.ts';
import type { Segment } from '../wire/segment.ts';
import { ACK, FIN, RST, SYN, has, segmentLength } from '../wire/segment.ts';
import type { Card, Reason } from './play.ts';
import type { LaneSeat, Queued } from './state.ts';

/** It carries nothing new: all its numbers lie before what is expected. A SYN again says that ours was not heard. */
const isDuplicate = (segment: Segment, { endpoint }: LaneSeat): boolean =>
  (isSynchronized(endpoint.state) || endpoint.state === 'SYN-RECEIVED') &&
  segmentLength(segment) > 0 &&
  seqLt(segment.seq, endpoint.rcv.nxt);

/** An odd one: old, or from another connection. */
const isStray = (segment: Segment, seat: LaneSeat): boolean => {
  const { state, rcv } = seat.endpoint;
  if (state === 'LISTEN') return has(segment, SYN);
  if (state === 'SYN-RECEIVED') return has(segment, SYN);
  return (
    isSynchronized(state) &&
    (has(segment, SYN | RST) || isDuplicate(segment, seat) || !isInWindow(rcv, segment.seq))
  );
};

const ownFinSent = ({ endpoint }: LaneSeat): boolean => endpoint.finSent || endpoint.finQueued;

/** "No reply" where a segment is due. */
export function reasonForSilence(head: Queued, seat: LaneSeat): Reason {
  const { state, finSent, snd } = seat.endpoint;
  if (head.kind === 'segment') {
    const { segment } = head;
    // The peer's FIN came with the ACK of ours: two of the four waves in one segment.
    if (state === 'FIN-WAIT-1' && finSent && has(segment, FIN) && segment.ack === snd.nxt) return 'M02';
    if (isDuplicate(segment, seat)) return 'M16';
    // Our FIN ended one direction only; the other still talks and wants its acknowledgment.
    if (ownFinSent(seat) && segment.text !== '') return 'M03';
  }
  // The peer's FIN ended its direction only; our application still has something to say.
  if (head.kind === 'send' && hasPeerClosed(state)) return 'M03';
  return 'slip-silence';
}

/** A segment where silence is right. */
export function reasonForReply(card: Card, head: Queued, { endpoint }: LaneSeat): Reason {
  if (head.kind !== 'segment') return 'slip-reply';
  const { segment } = head;
  if (has(segment, RST)) {
    if ((card.flags & RST) !== 0) return 'M14';
    return (card.flags & (ACK | SYN)) !== 0 ? 'M13' : 'slip-reply';
  }
  if (segmentLength(segment) === 0 && card.flags === ACK && card.len === 0) return 'M21';
  return (card.flags & FIN) !== 0 && !endpoint.finQueued && !endpoint.finSent ? 'M23' : 'slip-reply';
}

/** The wrong flags, where some segment is due. */
export function reasonForFlags(card: Card, right: Alternative, head: Queued, seat: LaneSeat): Reason {
  const due = right.segment!.flags;
  const { state } = seat.endpoint;
  // CLOSE played where the application said ABORT.
  if (head.kind === 'abort' && (card.flags & FIN) !== 0) return 'M12';
  if ((due & FIN) !== 0 && card.flags === (due & ~ACK)) return 'M19';
  if ((card.flags & RST) !== 0 && (due & RST) === 0) return resetPlayed(head, seat);
  if ((card.flags & FIN) !== 0 && (due & FIN) === 0 && !ownFinSent(seat) && !closeIsQueued(seat))
    return 'M23';
  const waiting = state === 'SYN-SENT' || state === 'SYN-RECEIVED';
  if (waiting && card.len > 0 && (card.flags & SYN) === 0 && (due & SYN) !== 0) return 'M22';
  return 'slip-flags';
}

function resetPlayed(head: Queued, seat: LaneSeat): Reason {
  const { state } = seat.endpoint;
  if (head.kind === 'segment') {
    if (isStray(head.segment, seat)) return 'M14';
    if (ownFinSent(seat) && head.segment.text !== '') return 'M03';
  }
  return head.kind === 'send' && hasPeerClosed(state) ? 'M03' : 'slip-flags';
}

const closeIsQueued = ({ queue }: LaneSeat): boolean => queue.some(({ kind }) => kind === 'close');

/** The wrong state named. */
export function reasonForState(named: TcpState | null, right: Alternative, seat: LaneSeat): Reason {
  const { state } = right.endpoint;
  // Two segments are believed to be enough.
  if (state === 'SYN-RECEIVED' && named === 'ESTABLISHED' && seat.endpoint.state === 'LISTEN') return 'M01';
  // Nothing is believed to be left to do once the last FIN has been acknowledged.
  return state === 'TIME-WAIT' && named === 'CLOSED' ? 'M06' : 'slip-state';
}
