/**
 * A seat's endpoint, worked out from what its view shows: every event of its trail is run through the engine again,
 * and of the answers that were right the one that was given is taken. Nothing but the public view is needed.
 */
import { invariant } from '../base/invariant.ts';
import type { Level } from './level.ts';
import type { EventView, LaneView, TrailEntry } from './view.ts';
import { alternatives, isSameSegment } from '../tcp/alternatives.ts';
import type { Alternative } from '../tcp/alternatives.ts';
import type { Endpoint } from '../tcp/endpoint.ts';
import { closedEndpoint } from '../tcp/endpoint.ts';
import type { TcpContext, TcpEvent } from '../tcp/event.ts';
import type { TcpParameters } from '../tcp/parameters.ts';
import { RFC9293 } from '../tcp/policy.ts';
import type { Segment } from '../wire/segment.ts';

/** What a card depends on is known to every seat; times are not, and no card depends on them. */
const parametersFor = (rcvWnd: Level['rcvWnd']): TcpParameters => ({
  rcvWnd,
  mss: 1460,
  rto: 1000,
  maxRto: 60_000,
  retransmissions: 1_000_000,
  msl: 1_000_000,
});

const contextFor = (rcvWnd: number, iss: number): TcpContext => ({
  now: 0,
  iss,
  parameters: parametersFor(rcvWnd),
  policy: RFC9293,
});

const asTcpEvent = (event: EventView): TcpEvent | null =>
  event.kind === 'crash' || event.kind === 'checksum-failure' || event.kind === 'pass' ? null : event;

export function ownEndpoint(lane: LaneView, rcvWnd: number): Endpoint {
  let endpoint = closedEndpoint();
  let run: TrailEntry[] = [];
  for (const entry of lane.trail) {
    run.push(entry);
    // Joined entries were answered together with the next.
    if (entry.joined) continue;
    endpoint = after(endpoint, run, rcvWnd);
    run = [];
  }
  return endpoint;
}

function after(endpoint: Endpoint, run: readonly TrailEntry[], rcvWnd: number): Endpoint {
  const last = run.at(-1)!;
  // Within a run `transmit` goes with the event before it.
  const events = run.filter((entry, index) => index === 0 || entry.event.kind !== 'transmit');
  const queue = events.map(({ event }) => asTcpEvent(event)).filter((event) => event !== null);
  // A crash, or an endpoint that gave up: nothing is left but the count of its initial numbers.
  if (last.event.kind === 'crash' || (last.after === 'CLOSED' && last.notes.includes('timer/gave-up'))) {
    return closedEndpoint(endpoint.issTaken);
  }
  if (queue.length === 0) return endpoint;
  const found = alternatives(endpoint, queue, contextFor(rcvWnd, last.answer?.seq ?? 0)).find(
    (one) => one.settles === queue.length && isAnswer(one, last.answer) && one.endpoint.state === last.after,
  );
  invariant(found !== undefined, `the trail's entry ${last.index} follows from those before it`);
  return found.endpoint;
}

const isAnswer = ({ segment }: Alternative, answer: Segment | null): boolean =>
  isSameSegment(segment, answer);

/** Every right answer to the lane's open prompt, the endpoint's own first; empty if nothing is asked. */
export function ownAnswers(lane: LaneView, rcvWnd: number): readonly Alternative[] {
  if (lane.prompt === null) return [];
  const queue: TcpEvent[] = [];
  for (const event of [lane.prompt.event, ...lane.prompt.queued]) {
    const next = asTcpEvent(event);
    if (next === null) break;
    queue.push(next);
  }
  return alternatives(ownEndpoint(lane, rcvWnd), queue, contextFor(rcvWnd, lane.nextIss));
}
