/** Segment text and FIN: trimming to the window, reassembly, delivery, the peer's close (RFC 9293 §3.10.7.4, 7 and 8). */
import type { Seq32 } from '../base/seq32.ts';
import { seqAdd, seqDiff, seqLeq, seqLt } from '../base/seq32.ts';
import type { Segment } from '../wire/segment.ts';
import { FIN, SYN, has } from '../wire/segment.ts';
import type { Draft } from './draft.ts';
import { enterTimeWait } from './draft.ts';
import type { Held } from './endpoint.ts';
import { isFinAcknowledged } from './endpoint.ts';

/** The part of a segment's text and FIN that lies in the window; null if none does. */
function trim(draft: Draft, segment: Segment): Held | null {
  const { rcv } = draft.endpoint;
  const { controlLength } = draft.context.policy;
  const start = has(segment, SYN) ? seqAdd(segment.seq, controlLength) : segment.seq;
  const offset = seqDiff(start, rcv.nxt);
  const skip = offset < 0 ? -offset : 0;
  const room = rcv.wnd - (offset < 0 ? 0 : offset);
  const fin = has(segment, FIN);
  if (skip > segment.text.length || room <= 0) return null;
  const whole = skip === 0 ? segment.text : segment.text.slice(skip);
  // Beyond the right edge text is cut off, and the FIN behind it.
  const text = whole.length > room ? whole.slice(0, room) : whole;
  const finFits = fin && whole.length < room;
  if (text === '' && !finFits) return null;
  if (text.length < segment.text.length) draft.notes.push('text/trimmed');
  return { seq: seqAdd(start, skip), text, fin: finFits };
}

/** Text that came with a SYN waits until the connection is there (§3.10.7.2, §3.10.7.3). */
export function holdText(draft: Draft, segment: Segment): void {
  if (draft.context.policy.aheadOfHole === 'drop') return;
  const piece = trim(draft, segment);
  if (piece !== null) hold(draft, piece);
}

function hold(draft: Draft, piece: Held): void {
  const { endpoint } = draft;
  const queue = endpoint.reassemblyQueue;
  draft.notes.push('text/held');
  // What came before must not lengthen the queue again: the peer repeats itself as often as it likes.
  if (queue.some((held) => covers(held, piece))) return;
  const at = queue.findIndex((held) => seqLt(piece.seq, held.seq));
  endpoint.reassemblyQueue = at < 0 ? [...queue, piece] : [...queue.slice(0, at), piece, ...queue.slice(at)];
}

const covers = (held: Held, piece: Held): boolean =>
  seqLeq(held.seq, piece.seq) && seqLeq(heldEnd(piece), heldEnd(held));

const heldEnd = ({ seq, text, fin }: Held): Seq32 => seqAdd(seq, text.length + (fin ? 1 : 0));

/**
 * Takes what is new, delivers what is in order, and closes if the FIN is reached.
 * Returns whether the segment must be acknowledged: it occupies numbers, or it let held text through.
 */
export function receiveText(draft: Draft, segment: Segment): boolean {
  const { endpoint } = draft;
  const piece = trim(draft, segment);
  let finReached = false;
  if (piece !== null) {
    if (piece.seq === endpoint.rcv.nxt) finReached = take(draft, piece);
    else if (draft.context.policy.aheadOfHole === 'hold') hold(draft, piece);
    else draft.notes.push('text/dropped');
  }
  const before = endpoint.rcv.nxt;
  while (!finReached && endpoint.reassemblyQueue.length > 0) {
    const [next, ...rest] = endpoint.reassemblyQueue;
    if (!seqLeq(next!.seq, endpoint.rcv.nxt)) break;
    endpoint.reassemblyQueue = rest;
    const skip = seqDiff(endpoint.rcv.nxt, next!.seq);
    if (skip <= next!.text.length) finReached = take(draft, { ...next!, text: next!.text.slice(skip) });
  }
  if (finReached) peerClosed(draft);
  return segment.text !== '' || has(segment, FIN) || endpoint.rcv.nxt !== before;
}

/** In order: delivered at once. Returns whether the FIN comes next. */
function take(draft: Draft, piece: Held): boolean {
  const { endpoint } = draft;
  if (piece.text !== '') {
    endpoint.rcv.nxt = seqAdd(endpoint.rcv.nxt, piece.text.length);
    draft.delivered += piece.text;
    draft.notes.push('text/delivered');
  }
  return piece.fin;
}

/** Eighth: "advance RCV.NXT over the FIN", tell the user, change state. */
function peerClosed(draft: Draft): void {
  const { endpoint } = draft;
  endpoint.rcv.nxt = seqAdd(endpoint.rcv.nxt, draft.context.policy.controlLength);
  endpoint.reassemblyQueue = [];
  draft.signal = 'connection closing';
  draft.notes.push('fin/reached');
  if (endpoint.state === 'ESTABLISHED') endpoint.state = 'CLOSE-WAIT';
  else if (endpoint.state === 'FIN-WAIT-2' || isFinAcknowledged(endpoint)) enterTimeWait(draft);
  else endpoint.state = 'CLOSING';
}
