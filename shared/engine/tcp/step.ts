/**
 * One endpoint of RFC 9293 §3.10 as a pure function: an event and a time go in; the next endpoint, at most one
 * segment, text for the user, a signal and notes come out. To be read beside the RFC:
 *
 *   calls                §3.10.1 OPEN, .2 SEND, .4 CLOSE, .5 ABORT        calls.ts
 *   segment arrives      §3.10.7.1 CLOSED, .2 LISTEN, .3 SYN-SENT         segment-arrives.ts
 *                        §3.10.7.4 all other states                      segment-arrives-synchronized.ts
 *                        seventh and eighth, text and FIN                receive-text.ts
 *   timeouts             §3.10.8                                         transmit.ts and below
 *
 * Two rules hold in every file: a step changes only its own draft, and whatever is refused leaves a note.
 */
import { assertNever } from '../base/invariant.ts';
import type { Segment } from '../wire/segment.ts';
import { call } from './calls.ts';
import type { Draft } from './draft.ts';
import { beginStep, deleteTcb, endStep } from './draft.ts';
import type { Endpoint } from './endpoint.ts';
import type { Outcome, TcpContext, TcpEvent, TcpTimer } from './event.ts';
import { segmentArrives } from './segment-arrives.ts';
import { canTransmit, retransmit, transmit } from './transmit.ts';

export function step(endpoint: Endpoint, event: TcpEvent, context: TcpContext): Outcome {
  const draft = beginStep(endpoint, context);
  switch (event.kind) {
    case 'segment':
      segmentArrives(draft, event.segment);
      break;
    case 'open':
    case 'send':
    case 'close':
    case 'abort':
      call(draft, event);
      break;
    case 'timeout':
      timeout(draft, event.timer);
      break;
    case 'transmit':
      break;
    default:
      assertNever(event);
  }
  if (draft.segment === null) transmit(draft);
  if (isOverByWrongRule(draft)) deleteTcb(draft);
  return endStep(draft, canTransmit(draft));
}

/** A switched rule ends the connection where RFC 9293 waits, or goes on in the other direction. */
function isOverByWrongRule({ endpoint, context: { policy } }: Draft): boolean {
  const { state } = endpoint;
  return (
    (policy.timeWait === 'none' && state === 'TIME-WAIT') ||
    (policy.finEnds === 'both-directions' && (state === 'CLOSE-WAIT' || state === 'FIN-WAIT-2'))
  );
}

/** §3.10.8 */
function timeout(draft: Draft, timer: TcpTimer): void {
  switch (timer) {
    case 'retransmission':
      retransmit(draft);
      break;
    case 'time-wait':
      if (draft.endpoint.state !== 'TIME-WAIT') break;
      deleteTcb(draft);
      draft.notes.push('time-wait/over');
      break;
    case 'user':
      if (draft.endpoint.state === 'CLOSED') break;
      deleteTcb(draft);
      draft.signal = 'connection aborted due to user timeout';
      draft.notes.push('timer/user-timeout');
      break;
    default:
      assertNever(timer);
  }
}

/** An event and everything that it lets go, for a caller that has no cards to wait for. */
export interface Settled {
  readonly outcomes: readonly Outcome[];
  readonly endpoint: Endpoint;
  readonly segments: readonly Segment[];
}

export function settle(endpoint: Endpoint, event: TcpEvent, context: TcpContext): Settled {
  let outcome = step(endpoint, event, context);
  const outcomes = [outcome];
  while (outcome.more) {
    outcome = step(outcome.endpoint, { kind: 'transmit' }, context);
    outcomes.push(outcome);
  }
  return {
    outcomes,
    endpoint: outcome.endpoint,
    segments: outcomes.flatMap(({ segment }) => segment ?? []),
  };
}
