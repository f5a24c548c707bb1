/**
 * The private copy that one step works on. It is made once a step by literals that name every field (no spread: that
 * costs ten times as much) and is handed out as the next endpoint.
 */
import type { Seq32 } from '../base/seq32.ts';
import { seqAdd, seqLeq } from '../base/seq32.ts';
import type { Segment } from '../wire/segment.ts';
import { ACK, FIN, RST, SYN } from '../wire/segment.ts';
import { has, segmentEnd } from '../wire/segment.ts';
import { acknowledgesNew } from './acceptability.ts';
import type { Endpoint, ReceiveVariables, SendVariables, Unacknowledged } from './endpoint.ts';
import { closedEndpoint } from './endpoint.ts';
import type { CallResult, Outcome, TcpContext, TcpSignal } from './event.ts';
import type { Note } from './note.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

export interface DraftEndpoint extends Omit<Writable<Endpoint>, 'snd' | 'rcv'> {
  snd: Writable<SendVariables>;
  rcv: Writable<ReceiveVariables>;
}

export interface Draft {
  endpoint: DraftEndpoint;
  readonly context: TcpContext;
  segment: Segment | null;
  delivered: string;
  signal: TcpSignal | null;
  result: CallResult | null;
  readonly notes: Note[];
}

const copyEndpoint = (e: Endpoint): DraftEndpoint => ({
  state: e.state,
  opened: e.opened,
  iss: e.iss,
  irs: e.irs,
  snd: { una: e.snd.una, nxt: e.snd.nxt, wnd: e.snd.wnd, wl1: e.snd.wl1, wl2: e.snd.wl2, max: e.snd.max },
  rcv: { nxt: e.rcv.nxt, wnd: e.rcv.wnd },
  unsent: e.unsent,
  finQueued: e.finQueued,
  finSent: e.finSent,
  retransmissionQueue: e.retransmissionQueue,
  reassemblyQueue: e.reassemblyQueue,
  retransmitAt: e.retransmitAt,
  rto: e.rto,
  retries: e.retries,
  timeWaitEndsAt: e.timeWaitEndsAt,
  issTaken: e.issTaken,
});

export const beginStep = (endpoint: Endpoint, context: TcpContext): Draft => ({
  endpoint: copyEndpoint(endpoint),
  context,
  segment: null,
  delivered: '',
  signal: null,
  result: null,
  notes: [],
});

export const endStep = (draft: Draft, more: boolean): Outcome => ({
  endpoint: draft.endpoint,
  segment: draft.segment,
  more,
  delivered: draft.delivered,
  signal: draft.signal,
  result: draft.result,
  notes: draft.notes,
});

/** "Enter the CLOSED state, delete the TCB, and return." */
export function deleteTcb(draft: Draft): void {
  draft.endpoint = copyEndpoint(closedEndpoint(draft.endpoint.issTaken));
}

/** Back to LISTEN, or into it: a TCB that waits for any SYN. */
export function listen(draft: Draft): void {
  deleteTcb(draft);
  draft.endpoint.state = 'LISTEN';
  draft.endpoint.opened = 'passive';
  draft.endpoint.rcv.wnd = draft.context.parameters.rcvWnd;
}

/** Takes the initial send sequence number that the context offers and puts the SYN on the retransmission queue. */
export function takeIss(draft: Draft): void {
  const { endpoint, context } = draft;
  endpoint.issTaken += 1;
  endpoint.iss = context.iss;
  endpoint.snd.una = context.iss;
  endpoint.snd.nxt = seqAdd(context.iss, context.policy.controlLength);
  endpoint.retransmissionQueue = [{ seq: context.iss, control: SYN, text: '' }];
  endpoint.rto = context.parameters.rto;
  endpoint.retries = 0;
  restartRetransmissionTimer(draft);
}

export function restartRetransmissionTimer(draft: Draft): void {
  draft.endpoint.retransmitAt = draft.context.now + draft.endpoint.rto;
}

export function emit(draft: Draft, flags: number, seq: Seq32, ack: Seq32, text: string): void {
  draft.segment = { seq, ack, flags, wnd: draft.endpoint.rcv.wnd, text };
}

/** `<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>`: acknowledgment and challenge ACK alike. */
export const emitAck = (draft: Draft): void =>
  emit(draft, ACK, draft.endpoint.snd.nxt, draft.endpoint.rcv.nxt, '');

/** `<SEQ=ISS><ACK=RCV.NXT><CTL=SYN,ACK>` */
export const emitSynAck = (draft: Draft): void =>
  emit(draft, SYN | ACK, draft.endpoint.iss, draft.endpoint.rcv.nxt, '');

/** The reset that answers a segment (RFC 9293 §3.5.2, group 1; §3.10.7.1). */
export function emitResetFor(draft: Draft, arrived: Segment): void {
  if (has(arrived, ACK)) emit(draft, RST, arrived.ack, 0, '');
  else emit(draft, RST | ACK, 0, segmentEnd(arrived), '');
}

/** Sends a queued entry, for the first time or again, always acknowledging what has come by now. */
export function emitUnacknowledged(draft: Draft, entry: Unacknowledged): void {
  // Only the SYN of an active OPEN goes without ACK: nothing has come yet that could be acknowledged.
  const bare = draft.endpoint.state === 'SYN-SENT';
  emit(draft, entry.control | (bare ? 0 : ACK), entry.seq, bare ? 0 : draft.endpoint.rcv.nxt, entry.text);
}

const unacknowledgedEnd = (entry: Unacknowledged, { policy }: TcpContext): Seq32 =>
  seqAdd(entry.seq, entry.text.length + (entry.control === 0 ? 0 : policy.controlLength));

/** SND.UNA moves up: what is wholly acknowledged leaves the queue, the timer starts afresh or stops. */
export function acknowledge(draft: Draft, ack: Seq32): void {
  const { endpoint } = draft;
  endpoint.snd.una = ack;
  const queue = endpoint.retransmissionQueue;
  let done = 0;
  while (done < queue.length && seqLeq(unacknowledgedEnd(queue[done]!, draft.context), ack)) done++;
  if (done > 0) endpoint.retransmissionQueue = done === queue.length ? EMPTY : queue.slice(done);
  endpoint.rto = draft.context.parameters.rto;
  endpoint.retries = 0;
  if (endpoint.retransmissionQueue.length === 0) endpoint.retransmitAt = null;
  else restartRetransmissionTimer(draft);
}

const EMPTY: readonly Unacknowledged[] = Object.freeze([]);

/** Whether an ACK covers something unacknowledged. A SYN or FIN that uses no number is covered with whatever precedes it. */
export const acknowledges = ({ endpoint, context }: Draft, ack: Seq32): boolean =>
  acknowledgesNew(endpoint.snd, ack) ||
  (context.policy.controlLength === 0 && ack === endpoint.snd.nxt && endpoint.retransmissionQueue.length > 0);

/** SND.WND <- SEG.WND, SND.WL1 <- SEG.SEQ, SND.WL2 <- SEG.ACK */
export function updateSendWindow(draft: Draft, segment: Segment): void {
  const { snd } = draft.endpoint;
  snd.wnd = segment.wnd;
  snd.wl1 = segment.seq;
  snd.wl2 = segment.ack;
  if (segment.wnd > snd.max) snd.max = segment.wnd;
}

/** "Start the time-wait timer, turn off the other timers" (§3.10.7.4, eighth). */
export function enterTimeWait(draft: Draft): void {
  const { endpoint } = draft;
  endpoint.state = 'TIME-WAIT';
  endpoint.retransmitAt = null;
  startTimeWait(draft);
  draft.notes.push('time-wait/started');
}

export function startTimeWait(draft: Draft): void {
  draft.endpoint.timeWaitEndsAt = draft.context.now + 2 * draft.context.parameters.msl;
}

/** Whether the entry is a FIN or ends with one. */
export const carriesFin = (entry: Unacknowledged): boolean => (entry.control & FIN) !== 0;
