/** When script items happen: conditions on what a seat's endpoint is, or will be once its queue has been dealt with. */
import { assertNever } from '../base/invariant.ts';
import type { Endpoint } from '../tcp/endpoint.ts';
import { isSynchronized } from '../tcp/state.ts';
import { settle } from '../tcp/step.ts';
import { contextOf, isTcpEvent } from './handle.ts';
import type { ScriptItem } from './level.ts';
import type { Seat } from './seat.ts';
import { SEATS } from './seat.ts';
import { seatOf } from './setup.ts';
import type { Lane, LaneSeat, MatchState } from './state.ts';

/** The seat once everything queued has been answered in the endpoint's own way: to TCP, thinking takes no time. */
interface Prospect {
  readonly endpoint: Endpoint;
  readonly established: boolean;
  readonly finArrived: boolean;
  readonly delivered: number;
}

function prospectOf(state: MatchState, lane: number, seat: Seat): Prospect {
  const laneSeat: LaneSeat = state.lanes[lane]!.seats[seat];
  let { endpoint, established, finArrived } = laneSeat;
  let delivered = laneSeat.received.length;
  const context = contextOf(state, lane, seat);
  for (const item of laneSeat.queue) {
    if (!isTcpEvent(item)) continue;
    if (item.kind === 'open') established = finArrived = false;
    const settled = settle(endpoint, item, context);
    ({ endpoint } = settled);
    for (const outcome of settled.outcomes) {
      delivered += outcome.delivered.length;
      finArrived ||= outcome.notes.includes('fin/reached');
      established ||= isSynchronized(outcome.endpoint.state);
    }
  }
  return { endpoint, established, finArrived, delivered };
}

export const isQuiet = ({ network, outgoing, seats }: Lane): boolean =>
  seats.A.question === null &&
  seats.B.question === null &&
  outgoing.length === 0 &&
  network.inFlight.length === 0 &&
  seats.A.queue.length === 0 &&
  seats.B.queue.length === 0 &&
  seats.A.endpoint.retransmitAt === null &&
  seats.B.endpoint.retransmitAt === null;

/** All that this instant brought has been answered and sent: who is quicker with a question changes nothing. */
const isAtRest = ({ clock, outgoing, seats }: Lane): boolean =>
  outgoing.length === 0 &&
  SEATS.every((seat) => {
    const { queue, endpoint } = seats[seat];
    const timers = [endpoint.retransmitAt, endpoint.timeWaitEndsAt];
    return queue.length === 0 && timers.every((at) => at === null || at > clock.lane);
  });

/** Nothing will happen by itself, however long one waits. */
const isIdle = (lane: Lane): boolean =>
  isQuiet(lane) &&
  lane.seats.A.endpoint.timeWaitEndsAt === null &&
  lane.seats.B.endpoint.timeWaitEndsAt === null;

function holds(state: MatchState, lane: number, seat: Seat, { when }: ScriptItem): boolean {
  const laneState = state.lanes[lane]!;
  const laneSeat = laneState.seats[seat];
  switch (when.on) {
    case 'start':
      return true;
    case 'established':
      return prospectOf(state, lane, seat).established;
    case 'delivered':
      return prospectOf(state, lane, seat).delivered >= when.octets;
    case 'fin-arrived':
      return prospectOf(state, lane, seat).finArrived;
    case 'my-ack-settled':
      return laneSeat.queue.length === 0 && (when.of === 'syn' ? laneSeat.established : laneSeat.finArrived);
    case 'lane-quiet':
      return isQuiet(laneState);
    case 'closed':
      return isQuiet(laneState) && laneSeat.endpoint.state === 'CLOSED';
    default:
      return assertNever(when);
  }
}

/** Nothing happens to a seat that thinks about a question; none is put while anybody owes; no timer is passed over. */
export function isFree({ lanes }: MatchState, lane: number, seat: Seat, { action }: ScriptItem): boolean {
  if (lanes[lane]!.seats[seat].question !== null) return false;
  if (action.do === 'pass') return isIdle(lanes[lane]!);
  return action.do !== 'ask' || isAtRest(lanes[lane]!);
}

export interface DueItem {
  readonly item: ScriptItem;
  readonly seat: Seat;
}

/** Script items whose condition holds at this instant, in the level's order; all of them happen together. */
export function dueItems(state: MatchState, lane: number): readonly DueItem[] {
  const { happened } = state.lanes[lane]!;
  return state.setup.level.lanes[lane]!.script.filter(
    ({ id, after }) => !happened.includes(id) && (after === '' || happened.includes(after)),
  )
    .map((item) => ({ item, seat: seatOf(item.at, state.setup, lane) }))
    .filter(({ item, seat }) => isFree(state, lane, seat, item) && holds(state, lane, seat, item));
}
