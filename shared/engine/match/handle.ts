/** Deals with queued events: by the endpoint itself, or by the answer that a player chose. */
import { closedEndpoint } from '../tcp/endpoint.ts';
import type { Alternative } from '../tcp/alternatives.ts';
import { alternatives } from '../tcp/alternatives.ts';
import type { Outcome, TcpContext, TcpEvent } from '../tcp/event.ts';
import { step } from '../tcp/step.ts';
import type { Handled } from './event.ts';
import type { Run } from './run.ts';
import { emit, laneOf, laneSeatOf } from './run.ts';
import type { Seat } from './seat.ts';
import { tcpContext } from './setup.ts';
import type { LaneSeat, MatchState, Queued } from './state.ts';
import type { AnsweredBy, EventView } from './view.ts';

export const isTcpEvent = (item: Queued): item is TcpEvent =>
  item.kind !== 'checksum-failure' && item.kind !== 'crash' && item.kind !== 'pass';

/** The context of a step of this seat's endpoint, at the lane's present instant. */
export function contextOf(state: MatchState, lane: number, seat: Seat): TcpContext {
  const { clock, seats } = state.lanes[lane]!;
  return tcpContext(state.setup, lane, seat, seats[seat].endpoint.issTaken, clock.lane);
}

/** The queue up to the first item that is not TCP's business. */
export function tcpQueue({ queue }: LaneSeat): readonly TcpEvent[] {
  const found: TcpEvent[] = [];
  for (const item of queue) {
    if (!isTcpEvent(item)) break;
    found.push(item);
  }
  return found;
}

/** Every answer that is right now; the endpoint's own first. */
export const rightAnswers = (state: MatchState, lane: number, seat: Seat): readonly Alternative[] =>
  alternatives(
    state.lanes[lane]!.seats[seat].endpoint,
    tcpQueue(state.lanes[lane]!.seats[seat]),
    contextOf(state, lane, seat),
  );

/** What the endpoint does about the head of its queue if nobody asks a player. */
export function canonicalOutcome(state: MatchState, lane: number, seat: Seat): Outcome | null {
  const laneSeat = state.lanes[lane]!.seats[seat];
  const head = laneSeat.queue[0];
  if (head === undefined || !isTcpEvent(head)) return null;
  return step(laneSeat.endpoint, head, contextOf(state, lane, seat));
}

const viewOfItem = (item: Queued): EventView => item;

function handledBy(item: Queued, outcome: Outcome): Handled {
  return {
    event: viewOfItem(item),
    endpoint: outcome.endpoint,
    segment: outcome.segment,
    delivered: outcome.delivered,
    accepted: item.kind === 'send' && outcome.result === 'ok' ? item.text : '',
    notes: outcome.notes,
    finReached: outcome.notes.includes('fin/reached'),
    broken: outcome.signal === 'connection reset' || outcome.signal === 'connection refused',
  };
}

/** Crash, checksum failure and idle time: the endpoint's rules do not come into it. */
function handledOutside(item: Queued, { endpoint }: LaneSeat): Handled {
  return {
    event: viewOfItem(item),
    endpoint: item.kind === 'crash' ? closedEndpoint(endpoint.issTaken) : endpoint,
    segment: null,
    delivered: '',
    accepted: '',
    notes: [],
    finReached: false,
    broken: false,
  };
}

/** The endpoint deals with the head of its queue by itself. */
export function handleUnasked(run: Run, lane: number, seat: Seat): void {
  const laneSeat = laneSeatOf(run, lane, seat);
  const head = laneSeat.queue[0];
  if (head === undefined) return;
  const outcome = canonicalOutcome(run.state, lane, seat);
  if (outcome === null) {
    emit(run, {
      kind: 'handled',
      lane,
      seat,
      at: laneOf(run, lane).clock.lane,
      by: 'endpoint',
      prompt: null,
      items: [handledOutside(head, laneSeat)],
      joined: false,
      more: false,
      count: 1,
    });
    return;
  }
  answer(run, lane, seat, 'endpoint', null, {
    settles: 1,
    segment: outcome.segment,
    outcomes: [outcome],
    endpoint: outcome.endpoint,
    more: outcome.more,
  });
}

/** Takes one right answer: the endpoint moves on; what it sends waits for the instant's end (lane-progress.ts). */
export function answer(
  run: Run,
  lane: number,
  seat: Seat,
  by: AnsweredBy,
  prompt: number | null,
  chosen: Alternative,
): void {
  const at = laneOf(run, lane).clock.lane;
  const items = itemsOf(laneSeatOf(run, lane, seat), chosen);
  emit(run, {
    kind: 'handled',
    lane,
    seat,
    at,
    by,
    prompt,
    items,
    joined: items.length > 1,
    more: chosen.more,
    count: chosen.settles,
  });
}

/** Pairs each outcome with its event: after one that left more to send comes `transmit`, not the next of the queue. */
function itemsOf({ queue }: LaneSeat, chosen: Alternative): readonly Handled[] {
  const items: Handled[] = [];
  let next = 0;
  let more = false;
  for (const outcome of chosen.outcomes) {
    const item: Queued = more ? { kind: 'transmit' } : queue[next++]!;
    items.push(handledBy(item, outcome));
    ({ more } = outcome);
  }
  const last = items.length - 1;
  items[last] = { ...items[last]!, endpoint: chosen.endpoint, segment: chosen.segment };
  return items;
}
