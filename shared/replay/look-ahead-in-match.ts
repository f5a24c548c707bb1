/**
 * What would have followed had a refused card gone out, told to its player while the match runs: on an imagined peer
 * that fits the seat's own view, over a network that does no harm, until both applications have closed.
 */
import type { Level, ScriptItem } from '../engine/match/level.ts';
import { timesOf } from '../engine/match/level.ts';
import type { MatchEvent } from '../engine/match/event.ts';
import { ownAnswers, ownEndpoint } from '../engine/match/own-endpoint.ts';
import type { Refusal } from '../engine/match/play.ts';
import { otherSeat } from '../engine/match/seat.ts';
import type { Seat } from '../engine/match/seat.ts';
import type { LaneSeat, MatchState, Prompt } from '../engine/match/state.ts';
import { newMatch } from '../engine/match/state.ts';
import type { EventView, LaneView, PromptView, SeatView, TrailEntry } from '../engine/match/view.ts';
import { NO_FAULTS } from '../engine/network/fault-plan.ts';
import type { Endpoint } from '../engine/tcp/endpoint.ts';
import { hasPeerClosed, isSynchronized } from '../engine/tcp/state.ts';
import { SYN, has } from '../engine/wire/segment.ts';
import { imaginedPeer } from './imagined-peer.ts';
import { playedOn } from './look-ahead.ts';
import type { LookAhead } from './look-ahead.ts';
import { tcbOf } from './tcb.ts';

/** The lane as it stood when the prompt that the entry settled was open. */
function laneBefore(lane: LaneView, settled: TrailEntry): LaneView & { readonly prompt: PromptView } {
  const from = lane.trail.findIndex(({ prompt }) => prompt === settled.prompt);
  const answered = lane.trail.slice(from, settled.index + 1);
  const [event, ...queued] = answered
    .map((entry) => entry.event)
    .filter(({ kind }, index) => index === 0 || kind !== 'transmit');
  return {
    ...lane,
    nextIss: settled.answer !== null && has(settled.answer, SYN) ? settled.answer.seq : lane.nextIss,
    trail: lane.trail.slice(0, from),
    prompt: { ...NO_PROMPT, id: settled.prompt!, event: event!, queued },
  };
}

const NO_PROMPT: Omit<PromptView, 'id' | 'event'> = {
  queued: [],
  window: null,
  remaining: null,
  standing: false,
  refusals: [],
  hinted: false,
  choices: null,
  lengths: [],
};

/** Whoever has not closed yet does, one after the other, once all is quiet. */
function closing(seat: Seat, ends: { readonly own: Endpoint; readonly peer: Endpoint }): ScriptItem[] {
  const items: ScriptItem[] = [];
  for (const [at, end] of [
    [seat, ends.own],
    [otherSeat(seat), ends.peer],
  ] as const) {
    if (end.finSent || end.finQueued) continue;
    const after = items.at(-1)?.id ?? '';
    items.push({ id: `close-${at}`, at, when: { on: 'lane-quiet' }, after, action: { do: 'close' } });
  }
  return items;
}

const levelOf = ({ level }: SeatView, script: readonly ScriptItem[]): Level => ({
  id: level.id,
  difficulty: level.difficulty,
  help: level.help,
  lanes: [{ script, faults: NO_FAULTS, rto: null }],
  rounds: false,
  rule: 'rfc9293',
  goal: 'closed',
  ask: [],
  times: timesOf(level.difficulty),
  atDeadline: 'assist',
  iss: 'small',
  rcvWnd: level.rcvWnd,
});

/** Its timers as if it had just sent what it waits for. */
const retimed = (endpoint: Endpoint, { times: { rto, msl, flight } }: Level): Endpoint => ({
  ...endpoint,
  rto,
  retries: 0,
  retransmitAt: endpoint.retransmissionQueue.length === 0 ? null : flight + rto,
  timeWaitEndsAt: endpoint.state === 'TIME-WAIT' ? flight + 2 * msl : null,
});

const SEED = '0'.repeat(64);

/** `settled` is an entry of the lane's trail before which that card was refused. */
export function lookAheadInMatch(
  view: SeatView,
  lane: number,
  settled: TrailEntry,
  refusal: Refusal,
): LookAhead {
  const before = laneBefore(view.lanes[lane]!, settled);
  const { rcvWnd } = view.level;
  const events = [before.prompt.event, ...before.prompt.queued];
  const own = ownEndpoint(before, rcvWnd);
  const peer = imaginedPeer(before.trail, events, { rcvWnd, nextIss: before.nextIss });
  const level = levelOf(view, closing(view.seat, { own, peer: peer.endpoint }));
  const setup = {
    level,
    seed: SEED,
    timed: false,
    speed: false,
    seats: { A: { bot: false, timeFactor: 100 }, B: { bot: false, timeFactor: 100 } },
  };
  const ends = { own: retimed(own, level), peer: retimed(peer.endpoint, level) };
  const state = imaginedState(newMatch(setup), view.seat, ends, peer.underWay, before.prompt);
  const begin = { own: tcbOf(ends.own), peer: tcbOf(ends.peer) };
  const start = view.seat === 'A' ? { A: begin.own, B: begin.peer } : { A: begin.peer, B: begin.own };
  return playedOn(state, {
    before: arrivals(view.seat, events, state),
    lane: 0,
    seat: view.seat,
    play: refusal.play,
    answers: ownAnswers(before, rcvWnd).map((answer) => ({
      ...answer,
      endpoint: retimed(answer.endpoint, level),
    })),
    start,
  });
}

function imaginedState(
  empty: MatchState,
  seat: Seat,
  ends: { readonly own: Endpoint; readonly peer: Endpoint },
  underWay: readonly LaneSegment[],
  prompt: PromptView,
): MatchState {
  const [lane] = empty.lanes;
  const open: Prompt = {
    id: prompt.id,
    kind: prompt.event.kind,
    shownAt: 0,
    deadline: null,
    window: null,
    refusals: [],
    hinted: false,
  };
  const { own, peer } = ends;
  const mine: LaneSeat = {
    ...laneSeatOf(lane!.seats[seat], own, waiting(own, peer)),
    queue: [prompt.event, ...prompt.queued],
    prompt: open,
  };
  const theirs = laneSeatOf(lane!.seats[otherSeat(seat)], peer, waiting(peer, own));
  return {
    ...empty,
    lanes: [
      {
        ...lane!,
        clock: { lane: empty.setup.level.times.flight, match: 0, rate: 0 },
        seats: seat === 'A' ? { A: mine, B: theirs } : { A: theirs, B: mine },
        outgoing: underWay.map((segment) => ({ from: otherSeat(seat), segment, by: 'endpoint' })),
      },
    ],
  };
}

type LaneSegment = ReturnType<typeof imaginedPeer>['underWay'][number];

const laneSeatOf = (empty: LaneSeat, endpoint: Endpoint, accepted: string): LaneSeat => ({
  ...empty,
  endpoint,
  accepted,
  established: isSynchronized(endpoint.state),
  finArrived: hasPeerClosed(endpoint.state),
});

/** What the application has given and the other end has not delivered yet. */
const waiting = ({ retransmissionQueue, unsent }: Endpoint, other: Endpoint): string =>
  [
    ...retransmissionQueue.flatMap(({ seq, text }) => (((seq - other.rcv.nxt) | 0) >= 0 ? text : [])),
    ...unsent,
  ].join('');

/** The segments that are being answered, as the ladder draws them: each left a flight before it came. */
function arrivals(seat: Seat, events: readonly EventView[], { lanes }: MatchState): readonly MatchEvent[] {
  const { network, clock } = lanes[0]!;
  const came = events.flatMap((event) => (event.kind === 'segment' ? event.segment : []));
  const sent = came.map((segment, index): MatchEvent => ({
    kind: 'sent',
    lane: 0,
    from: otherSeat(seat),
    at: 0,
    segment,
    by: 'endpoint',
    id: -1 - index,
    fate: 'delivered',
    struck: false,
    network,
  }));
  const landed = came.map((_, index): MatchEvent => ({
    kind: 'landed',
    lane: 0,
    at: clock.lane,
    id: -1 - index,
    how: 'segment',
    network,
  }));
  return [...sent, ...landed];
}
