/**
 * The set of answers that a correct endpoint may give. Nothing here knows a rule of TCP: each member comes from
 * running `step`, under the policy itself, under each freedom taken the other way (policy.ts), or over a run of
 * queued events whose segments join into one.
 */
import type { Seq32 } from '../base/seq32.ts';
import { seqAdd } from '../base/seq32.ts';
import type { Segment } from '../wire/segment.ts';
import { ACK, FIN, RST, SYN, has, segmentEnd } from '../wire/segment.ts';
import { carriesFin } from './draft.ts';
import type { Endpoint, Unacknowledged } from './endpoint.ts';
import type { Outcome, TcpContext, TcpEvent } from './event.ts';
import { OTHER_CHOICES } from './policy.ts';
import { step } from './step.ts';

export interface Alternative {
  /** Events of the queue that this answer settles, from its head. */
  readonly settles: number;
  readonly segment: Segment | null;
  /** One for each event settled and each segment joined, in order. */
  readonly outcomes: readonly Outcome[];
  readonly endpoint: Endpoint;
  /** Queued text or FIN may go after it. */
  readonly more: boolean;
}

/** The RFC's own choice first; no two with the same segment for the same number of events. */
export function alternatives(
  endpoint: Endpoint,
  queue: readonly TcpEvent[],
  context: TcpContext,
): readonly Alternative[] {
  const head = queue[0];
  if (head === undefined) return [];
  const canonical = single(step(endpoint, head, context));
  const found = [canonical];
  for (const policy of OTHER_CHOICES) found.push(single(step(endpoint, head, { ...context, policy })));
  if (head.kind === 'timeout' && canonical.segment !== null)
    found.push(...longerRetransmissions(canonical, context));
  found.push(...mergedRuns(endpoint, queue, context));
  return found.filter((one, index) => found.findIndex((other) => isSameAnswer(one, other)) === index);
}

/** The answer that settles the most events with one segment. */
export const longest = (answers: readonly Alternative[]): Alternative =>
  answers.reduce((best, one) => (one.settles > best.settles && one.segment !== null ? one : best));

const single = (outcome: Outcome): Alternative => ({
  settles: 1,
  segment: outcome.segment,
  outcomes: [outcome],
  endpoint: outcome.endpoint,
  more: outcome.more,
});

/** `wnd` is not compared: nobody chooses it. */
export const isSameSegment = (a: Segment | null, b: Segment | null): boolean =>
  a === null || b === null
    ? a === b
    : a.flags === b.flags && a.seq === b.seq && a.ack === b.ack && a.text.length === b.text.length;

const isSameAnswer = (a: Alternative, b: Alternative): boolean =>
  a.settles === b.settles && isSameSegment(a.segment, b.segment);

/** The front of the queue together with what follows it (RFC 9293 §3.8.1 lets a sender repacketize). */
function longerRetransmissions(canonical: Alternative, { parameters }: TcpContext): Alternative[] {
  const found: Alternative[] = [];
  let segment = canonical.segment!;
  for (const entry of canonical.endpoint.retransmissionQueue.slice(1)) {
    const joined = join(segment, {
      ...segment,
      seq: entry.seq,
      flags: ACK | entry.control,
      text: entry.text,
    });
    if (joined === null || joined.text.length > parameters.mss) break;
    segment = joined;
    const [outcome] = canonical.outcomes;
    found.push({ ...canonical, segment, outcomes: [{ ...outcome!, segment }] });
  }
  return found;
}

/** One segment for several events of one instant: ACK and ACK, ACK and text, text and text, text and FIN, FIN and ACK. */
function mergedRuns(endpoint: Endpoint, queue: readonly TcpEvent[], context: TcpContext): Alternative[] {
  const found: Alternative[] = [];
  const outcomes: Outcome[] = [];
  let merged: Segment | null = null;
  let sent = 0;
  let now = endpoint;
  let settles = 0;
  while (settles < queue.length) {
    let event: TcpEvent = queue[settles]!;
    settles += 1;
    for (;;) {
      const outcome = step(now, event, context);
      outcomes.push(outcome);
      now = outcome.endpoint;
      if (outcome.segment !== null) {
        merged = merged === null ? outcome.segment : join(merged, outcome.segment);
        if (merged === null || merged.text.length > context.parameters.mss) return found;
        sent += 1;
        if (sent > 1) {
          const repacked = repack(now, merged);
          found.push({
            settles,
            segment: merged,
            outcomes: [...outcomes],
            endpoint: repacked,
            more: outcome.more,
          });
        }
      }
      if (!outcome.more) break;
      event = { kind: 'transmit' };
    }
  }
  return found;
}

/** Two segments as one, if the second begins where the first ends and both are plain ACK, text or FIN. */
function join(first: Segment, second: Segment): Segment | null {
  const plain = (segment: Segment): boolean => has(segment, ACK) && !has(segment, SYN) && !has(segment, RST);
  if (!plain(first) || !plain(second) || has(first, FIN)) return null;
  if (segmentEnd(first) !== second.seq) return null;
  return {
    seq: first.seq,
    ack: second.ack,
    flags: first.flags | second.flags,
    wnd: second.wnd,
    text: first.text + second.text,
  };
}

/** What went out as one segment is one entry of the retransmission queue: it will be sent again as it was. */
function repack(endpoint: Endpoint, segment: Segment): Endpoint {
  const kept = endpoint.retransmissionQueue.filter((entry) => !covers(segment, entry.seq));
  const joined = endpoint.retransmissionQueue.filter((entry) => covers(segment, entry.seq));
  if (joined.length < 2) return endpoint;
  const control = joined.some(carriesFin) ? FIN : 0;
  const entry: Unacknowledged = { seq: segment.seq, control, text: segment.text };
  return { ...endpoint, retransmissionQueue: [...kept, entry] };
}

const covers = (segment: Segment, seq: Seq32): boolean => {
  const offset = seqAdd(seq, -segment.seq);
  return offset < seqAdd(segmentEnd(segment), -segment.seq);
};
