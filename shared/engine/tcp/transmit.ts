/** What leaves of its own accord: text accepted by SEND, the FIN of CLOSE, and the front of the retransmission queue. */
import { seqAdd, seqDiff } from '../base/seq32.ts';
import { FIN } from '../wire/segment.ts';
import type { Draft, DraftEndpoint } from './draft.ts';
import { deleteTcb, emitUnacknowledged, restartRetransmissionTimer } from './draft.ts';
import type { Unacknowledged } from './endpoint.ts';
import { maySend } from './state.ts';
import type { TcpParameters } from './parameters.ts';

/**
 * How much of the first unsent text may go now, octets. Text beyond SND.UNA+SND.WND waits; a part goes only if it is
 * half the largest window seen (the sender's silly window avoidance, §3.8.6.2.1).
 */
function sendable(endpoint: DraftEndpoint, { mss }: TcpParameters): number {
  const chunk = endpoint.unsent[0];
  if (chunk === undefined || !maySend(endpoint.state)) return 0;
  const usable = endpoint.snd.wnd - seqDiff(endpoint.snd.nxt, endpoint.snd.una);
  const wanted = chunk.length < mss ? chunk.length : mss;
  if (wanted <= usable) return wanted;
  return usable > 0 && usable * 2 >= endpoint.snd.max ? usable : 0;
}

/** The FIN follows the last text that CLOSE found queued (§3.10.4). */
const isFinDue = (endpoint: DraftEndpoint): boolean =>
  endpoint.finQueued && endpoint.unsent.length === 0 && maySend(endpoint.state);

export const canTransmit = (draft: Draft): boolean =>
  sendable(draft.endpoint, draft.context.parameters) > 0 || isFinDue(draft.endpoint);

function enqueue(draft: Draft, entry: Unacknowledged, length: number): void {
  const { endpoint } = draft;
  endpoint.snd.nxt = seqAdd(endpoint.snd.nxt, length);
  endpoint.retransmissionQueue =
    endpoint.retransmissionQueue.length === 0 ? [entry] : [...endpoint.retransmissionQueue, entry];
  if (endpoint.retransmitAt === null) restartRetransmissionTimer(draft);
  emitUnacknowledged(draft, entry);
}

/** Sends one segment, if one may go. */
export function transmit(draft: Draft): void {
  const { endpoint, context } = draft;
  const size = sendable(endpoint, draft.context.parameters);
  if (size > 0) {
    const [chunk = '', ...rest] = endpoint.unsent;
    endpoint.unsent = size < chunk.length ? [chunk.slice(size), ...rest] : rest;
    enqueue(draft, { seq: endpoint.snd.nxt, control: 0, text: chunk.slice(0, size) }, size);
    draft.notes.push('send/text');
  } else if (isFinDue(endpoint)) {
    endpoint.finQueued = false;
    endpoint.finSent = true;
    // In ESTABLISHED the state changed with the call; in CLOSE-WAIT it changes with the FIN (§3.10.4).
    if (endpoint.state === 'CLOSE-WAIT') endpoint.state = 'LAST-ACK';
    enqueue(draft, { seq: endpoint.snd.nxt, control: FIN, text: '' }, context.policy.controlLength);
    draft.notes.push('send/fin');
  }
}

/** "Send the segment at the front of the retransmission queue again, reinitialize the timer" (§3.10.8). */
export function retransmit(draft: Draft): void {
  const { endpoint, context } = draft;
  const front = endpoint.retransmissionQueue[0];
  if (front === undefined) return;
  if (endpoint.retries >= context.parameters.retransmissions) {
    deleteTcb(draft);
    draft.signal = 'connection aborted due to user timeout';
    draft.notes.push('timer/gave-up');
    return;
  }
  endpoint.retries += 1;
  endpoint.rto = Math.min(endpoint.rto * 2, context.parameters.maxRto);
  restartRetransmissionTimer(draft);
  emitUnacknowledged(draft, front);
  draft.notes.push('timer/retransmitted');
}
