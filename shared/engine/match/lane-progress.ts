/**
 * Everything that happens in a lane at one instant of its time: arrivals in wire order, then the endpoints' queues
 * until someone owes an answer, then calls, then timers; seat A before B.
 */
import { assertNever } from '../base/invariant.ts';
import type { Millis } from '../base/millis.ts';
import { seqAdd } from '../base/seq32.ts';
import { injectSegment, land, nextLanding, releaseHeld, sendSegment } from '../network/network.ts';
import type { Segment } from '../wire/segment.ts';
import { askingAbout, newPrompt } from './asking.ts';
import { handleUnasked } from './handle.ts';
import type { InjectedNumber, InjectedSegment } from './level.ts';
import { ask, withdrawQuestions } from './questioning.ts';
import { resetOf } from './reset.ts';
import type { Run } from './run.ts';
import { emit, hasRunAway, laneOf, laneSeatOf } from './run.ts';
import { SEATS, otherSeat } from './seat.ts';
import { networkContext } from './setup.ts';
import type { Lane, LaneSeat, MatchState } from './state.ts';
import { isAsking, isOwing, laneTimeAt } from './state.ts';
import { dueItems, isFree } from './trigger.ts';
import type { DueItem } from './trigger.ts';
import type { LaneEnd } from './view.ts';

/** Brings the lane to rest: until somebody owes, something must be waited for, or it is over. Its clock stands. */
export function progressLane(run: Run, lane: number): void {
  while (laneOf(run, lane).over === null && !hasRunAway(run)) {
    const moved =
      landAll(run, lane) ||
      drainQueues(run, lane) ||
      sendAll(run, lane) ||
      happenAll(run, lane) ||
      fireTimers(run, lane);
    const end = laneEnd(run.state, lane, !moved);
    if (end !== null) endLane(run, lane, end);
    if (!moved) return;
  }
}

function landAll(run: Run, lane: number): boolean {
  const at = laneOf(run, lane).clock.lane;
  let moved = false;
  for (;;) {
    const landing = land(laneOf(run, lane).network, at);
    if (landing === null) return moved;
    moved = true;
    const { arrival, flight, network } = landing;
    emit(run, { kind: 'landed', lane, at, id: flight.id, how: arrival.kind, network });
    if (arrival.kind === 'lost') continue;
    emit(run, { kind: 'queued', lane, seat: otherSeat(flight.from), item: arrival, at });
  }
}

function drainQueues(run: Run, lane: number): boolean {
  let moved = false;
  for (const seat of SEATS) {
    while (laneSeatOf(run, lane, seat).prompt === null && laneSeatOf(run, lane, seat).queue.length > 0) {
      if (hasRunAway(run)) return moved;
      moved = true;
      const asking = askingAbout(run.state, lane, seat);
      if (asking === null) {
        withdrawQuestions(run, seat, lane);
        handleUnasked(run, lane, seat);
      } else {
        withdrawQuestions(run, seat);
        emit(run, {
          kind: 'prompted',
          lane,
          seat,
          prompt: newPrompt(run.state, seat, asking),
          asks: asking.silence,
        });
      }
    }
  }
  return moved;
}

/**
 * When nobody owes any more, what was sent at this instant goes into the network, seat A's before B's: the same fates
 * whoever was the quicker.
 */
function sendAll(run: Run, lane: number): boolean {
  const { outgoing, clock } = laneOf(run, lane);
  if (outgoing.length === 0 || isOwing(laneOf(run, lane))) return false;
  const context = networkContext(run.state.setup, lane);
  for (const { from, segment, by } of SEATS.flatMap((seat) => outgoing.filter((one) => one.from === seat))) {
    const { network } = laneOf(run, lane);
    const sending = sendSegment(network, context, from, segment, clock.lane, by === 'late');
    emit(run, {
      kind: 'sent',
      lane,
      from,
      at: clock.lane,
      segment,
      by,
      id: sending.id,
      fate: sending.fate,
      struck: sending.struck,
      network: sending.network,
    });
  }
  return true;
}

function happenAll(run: Run, lane: number): boolean {
  const due = dueItems(run.state, lane);
  let moved = false;
  for (const item of due) {
    // One of those before it may have begun something that it must wait for.
    if (!isFree(run.state, lane, item.seat, item.item)) continue;
    happen(run, lane, item);
    moved = true;
  }
  return moved;
}

const MINUTE: Millis = 60_000;

function happen(run: Run, lane: number, { item, seat }: DueItem): void {
  const { action } = item;
  const at = laneOf(run, lane).clock.lane;
  const context = networkContext(run.state.setup, lane);
  emit(run, { kind: 'script', lane, item: item.id });
  switch (action.do) {
    case 'open':
      return emit(run, { kind: 'queued', lane, seat, item: { kind: 'open', mode: action.mode }, at });
    case 'send':
      return emit(run, { kind: 'queued', lane, seat, item: { kind: 'send', text: action.text }, at });
    case 'close':
    case 'abort':
      return emit(run, { kind: 'queued', lane, seat, item: { kind: action.do }, at });
    case 'crash': {
      // What the host was about to answer it has forgotten.
      const { prompt } = laneSeatOf(run, lane, seat);
      if (prompt !== null) emit(run, { kind: 'withdrawn', lane, seat, prompt: prompt.id });
      return emit(run, { kind: 'queued', lane, seat, item: { kind: 'crash' }, at });
    }
    case 'pass': {
      const { clock } = laneOf(run, lane);
      const later = { ...clock, lane: at + action.minutes * MINUTE };
      emit(run, { kind: 'clock', lane, clock: later });
      for (const each of SEATS)
        emit(run, {
          kind: 'queued',
          lane,
          seat: each,
          item: { kind: 'pass', minutes: action.minutes },
          at: later.lane,
        });
      return undefined;
    }
    case 'inject': {
      const segment = forge(action.segment, laneSeatOf(run, lane, seat), run.state);
      const from = otherSeat(seat);
      const { id, network } = injectSegment(laneOf(run, lane).network, context, from, segment, at);
      return emit(run, {
        kind: 'sent',
        lane,
        from,
        at,
        segment,
        by: null,
        id,
        fate: 'injected',
        struck: true,
        network,
      });
    }
    case 'ask':
      return ask(run, lane, seat, action.question);
    case 'release': {
      const network = releaseHeld(laneOf(run, lane).network, context, action.label, at);
      return emit(run, { kind: 'released', lane, at, network });
    }
    default:
      return assertNever(action);
  }
}

/** Gives a forged segment the numbers that the level means. */
function forge(segment: InjectedSegment, { endpoint }: LaneSeat, { setup }: MatchState): Segment {
  const number = ({ from, plus }: InjectedNumber): number => {
    const base = from === 'zero' ? 0 : from === 'rcv.nxt' ? endpoint.rcv.nxt : endpoint.snd.nxt;
    return seqAdd(base, plus);
  };
  return {
    seq: number(segment.seq),
    ack: number(segment.ack),
    flags: segment.flags,
    wnd: setup.level.rcvWnd,
    text: segment.text,
  };
}

/** A timer is a condition: it counts only if it is still due when everything before it has been answered. */
function fireTimers(run: Run, lane: number): boolean {
  const { clock, seats } = laneOf(run, lane);
  if (seats.A.queue.length > 0 || seats.B.queue.length > 0) return false;
  let moved = false;
  for (const seat of SEATS) {
    const { endpoint, timeWaitQuarter } = laneSeatOf(run, lane, seat);
    if (endpoint.retransmitAt !== null && endpoint.retransmitAt <= clock.lane) {
      emit(run, {
        kind: 'queued',
        lane,
        seat,
        item: { kind: 'timeout', timer: 'retransmission' },
        at: clock.lane,
      });
      moved = true;
    } else if (endpoint.timeWaitEndsAt !== null && endpoint.timeWaitEndsAt <= clock.lane) {
      emit(run, {
        kind: 'queued',
        lane,
        seat,
        item: { kind: 'timeout', timer: 'time-wait' },
        at: clock.lane,
      });
      moved = true;
    } else {
      const quarter = quarterOf(run.state, laneSeatOf(run, lane, seat), clock.lane);
      if (quarter !== timeWaitQuarter) emit(run, { kind: 'quarter', lane, seat, quarter });
    }
  }
  return moved;
}

const quarterLength = ({ setup }: MatchState): Millis => Math.trunc(setup.level.times.msl / 2);

function quarterOf(state: MatchState, { endpoint }: LaneSeat, now: Millis): number | null {
  if (endpoint.timeWaitEndsAt === null) return null;
  const passed = now - (endpoint.timeWaitEndsAt - 2 * state.setup.level.times.msl);
  return Math.min(3, Math.trunc(passed / quarterLength(state)));
}

function nextQuarter(state: MatchState, { endpoint, timeWaitQuarter }: LaneSeat): Millis | null {
  if (endpoint.timeWaitEndsAt === null || timeWaitQuarter === null || timeWaitQuarter >= 3) return null;
  const started = endpoint.timeWaitEndsAt - 2 * state.setup.level.times.msl;
  return started + (timeWaitQuarter + 1) * quarterLength(state);
}

/** Lane time at which something happens by itself; null if nothing ever will. */
export function nextLaneInstant(state: MatchState, lane: Lane): Millis | null {
  const instants = [nextLanding(lane.network)];
  for (const seat of SEATS) {
    const { endpoint } = lane.seats[seat];
    instants.push(endpoint.retransmitAt, endpoint.timeWaitEndsAt, nextQuarter(state, lane.seats[seat]));
  }
  const known = instants.filter((instant) => instant !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** Match time at which a running lane comes to its next instant; null if it stands or never will. */
export function nextLaneDue(state: MatchState, lane: Lane): Millis | null {
  const instant = nextLaneInstant(state, lane);
  const { clock } = lane;
  if (lane.over !== null || clock.rate === 0 || instant === null) return null;
  // Rounded up to whole milliseconds: never before its time.
  return clock.match + Math.trunc((Math.max(0, instant - clock.lane) + clock.rate - 1) / clock.rate);
}

/** Stops the clock at the instant that is due. */
export function stopAtInstant(run: Run, lane: number): void {
  const before = laneOf(run, lane);
  const instant = nextLaneInstant(run.state, before);
  const now = laneTimeAt(before, run.state.now);
  const at = instant === null ? now : Math.min(instant, now);
  emit(run, { kind: 'clock', lane, clock: { lane: at, match: run.state.now, rate: 0 } });
}

/** Lets a standing clock go on: not while anybody owes an answer, and fast while nothing flies. */
export function startClock(run: Run, lane: number): void {
  const laneState = laneOf(run, lane);
  if (laneState.over !== null || isOwing(laneState)) return;
  const rate = laneState.network.inFlight.length > 0 ? 1 : 4;
  emit(run, { kind: 'clock', lane, clock: { lane: laneState.clock.lane, match: run.state.now, rate } });
}

const isAtRest = ({ endpoint }: LaneSeat): boolean =>
  endpoint.state === 'CLOSED' || endpoint.state === 'LISTEN';

/** Whether the lane is over, and how. `still`: nothing more happens at this instant. */
function laneEnd(state: MatchState, lane: number, still: boolean): LaneEnd | null {
  const laneState = state.lanes[lane]!;
  const { seats, network, happened } = laneState;
  const { goal, lanes } = state.setup.level;
  const { script } = lanes[lane]!;
  const isStill = still && !isOwing(laneState) && nextLaneInstant(state, laneState) === null;
  const played = happened.length === script.length && network.heldBack.length === 0;
  if (isAsking(laneState)) return null;
  if ((seats.A.broken || seats.B.broken) && !(goal === 'reset' && played)) return 'reset';
  const asked = script.every(({ id, action }) => action.do !== 'ask' || happened.includes(id));
  if (goal === 'established' && isEstablished(laneState) && (asked || isStill)) return 'goal';
  if (goal === 'closed' && played && isClosedInOrder(laneState)) return 'goal';
  if (!isStill) return null;
  if (!played) return 'stuck';
  if (goal === 'delivered' && isEstablished(laneState) && isHeard(laneState)) return 'goal';
  if (!isAtRest(seats.A) || !isAtRest(seats.B)) return 'stuck';
  return goal === 'reset' && (resetOf(seats.A) ?? resetOf(seats.B)) !== undefined ? 'goal' : 'finished';
}

/** Every octet that one side sent the other has. */
const isHeard = ({ seats: { A, B } }: Lane): boolean =>
  A.received === B.accepted && B.received === A.accepted;

const isEstablished = ({ seats: { A, B } }: Lane): boolean =>
  A.endpoint.state === 'ESTABLISHED' && B.endpoint.state === 'ESTABLISHED';

/** Both directions were closed by a FIN, and everything has been heard. */
function isClosedInOrder(lane: Lane): boolean {
  const { A, B } = lane.seats;
  return (
    A.endpoint.state === 'CLOSED' &&
    B.endpoint.state === 'CLOSED' &&
    A.finArrived &&
    B.finArrived &&
    isHeard(lane) &&
    lane.outgoing.length === 0 &&
    lane.network.inFlight.length === 0
  );
}

/** Ends a lane; what it still asked is withdrawn, free of cost. */
export function endLane(run: Run, lane: number, end: LaneEnd): void {
  const { clock } = laneOf(run, lane);
  for (const seat of SEATS) {
    const { prompt } = laneSeatOf(run, lane, seat);
    if (prompt !== null) emit(run, { kind: 'withdrawn', lane, seat, prompt: prompt.id });
    withdrawQuestions(run, seat, lane);
  }
  emit(run, { kind: 'lane-over', lane, at: clock.lane, end });
}
