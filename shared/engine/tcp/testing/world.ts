/**
 * Two endpoints, what flies between them, and what their users did and got: a plain value, so that a test can try one
 * thing and then another from the same place. What happens is the test's choice; `calm` then lets all of it end well.
 */
import type { Segment } from '../../wire/segment.ts';
import type { Alternative } from '../alternatives.ts';
import type { Endpoint } from '../endpoint.ts';
import { closedEndpoint } from '../endpoint.ts';
import type { Outcome, TcpCall, TcpContext, TcpEvent } from '../event.ts';
import type { Policy } from '../policy.ts';
import { RFC9293 } from '../policy.ts';
import { step } from '../step.ts';

export type Side = 'A' | 'B';
export const other = (side: Side): Side => (side === 'A' ? 'B' : 'A');

export interface Flight {
  readonly to: Side;
  readonly segment: Segment;
}

interface End {
  readonly endpoint: Endpoint;
  /** Calls that the user has still to make. */
  readonly calls: readonly TcpCall[];
  /** Text of every SEND that was accepted. */
  readonly sent: string;
  readonly delivered: string;
}

export interface World {
  readonly A: End;
  readonly B: End;
  readonly flights: readonly Flight[];
  readonly now: number;
  /** A user was told that the connection was reset, refused or given up: nothing more is promised. */
  readonly broken: boolean;
  readonly policy: Policy;
}

const ISS = { A: 4_294_967_000, B: 2_147_483_000 } as const;
const PARAMETERS = {
  rcvWnd: 3000,
  mss: 500,
  rto: 1000,
  maxRto: 8000,
  retransmissions: 200,
  msl: 30_000,
} as const;

/** Each incarnation has an initial sequence number of its own, far from the last. */
export const contextOf = (world: World, side: Side): TcpContext => ({
  now: world.now,
  iss: (ISS[side] + world[side].endpoint.issTaken * 0x0100_0000) >>> 0,
  parameters: PARAMETERS,
  policy: world.policy,
});

export const createWorld = (
  calls: Readonly<Record<Side, readonly TcpCall[]>>,
  policy: Policy = RFC9293,
): World => ({
  A: { endpoint: closedEndpoint(), calls: calls.A, sent: '', delivered: '' },
  B: { endpoint: closedEndpoint(), calls: calls.B, sent: '', delivered: '' },
  flights: [],
  now: 0,
  broken: false,
  policy,
});

/** One outcome of one event takes effect: on the endpoint, the link and the user. */
function apply(world: World, side: Side, event: TcpEvent, outcome: Outcome, sends: Segment | null): World {
  const end = world[side];
  const accepted = event.kind === 'send' && outcome.result === 'ok' ? event.text : '';
  const aborted = outcome.signal !== null && outcome.signal !== 'connection closing';
  return {
    ...world,
    [side]: {
      ...end,
      endpoint: outcome.endpoint,
      sent: end.sent + accepted,
      delivered: end.delivered + outcome.delivered,
    },
    flights: sends === null ? world.flights : [...world.flights, { to: other(side), segment: sends }],
    now: world.now + 1,
    broken: world.broken || aborted,
  };
}

/** An event and everything that it lets go. */
export function feed(world: World, side: Side, event: TcpEvent): World {
  let now = world;
  let next = event;
  for (;;) {
    const outcome = step(now[side].endpoint, next, contextOf(now, side));
    now = apply(now, side, next, outcome, outcome.segment);
    if (!outcome.more) return now;
    next = { kind: 'transmit' };
  }
}

/** One of the alternative answers to a queue of events takes effect instead. */
export function take(world: World, side: Side, queue: readonly TcpEvent[], chosen: Alternative): World {
  let now = world;
  const events = queue.slice(0, chosen.settles);
  // Transmissions of what an event let go have no event of their own in the queue.
  const calls = events.filter(({ kind }) => kind === 'send');
  for (const outcome of chosen.outcomes) {
    const event = outcome.notes.includes('call/queued') ? calls.shift() : undefined;
    now = apply(now, side, event ?? { kind: 'transmit' }, outcome, null);
  }
  const last = chosen.outcomes.at(-1)!;
  now = apply(
    now,
    side,
    { kind: 'transmit' },
    { ...last, endpoint: chosen.endpoint, delivered: '' },
    chosen.segment,
  );
  return chosen.more ? feed(now, side, { kind: 'transmit' }) : now;
}

export const deliver = (world: World, index: number): World => {
  const flight = world.flights[index]!;
  return feed(lose(world, index), flight.to, { kind: 'segment', segment: flight.segment });
};

export const lose = (world: World, index: number): World => ({
  ...world,
  flights: world.flights.filter((_, i) => i !== index),
});

export const duplicate = (world: World, index: number): World => ({
  ...world,
  flights: [...world.flights, world.flights[index]!],
});

/** A user who waits for the connection before closing it: CLOSE in LISTEN or SYN-SENT would only undo the OPEN. */
const mayCall = ({ endpoint, calls }: End): boolean =>
  calls.length > 0 &&
  !(calls[0]?.kind === 'close' && (endpoint.state === 'LISTEN' || endpoint.state === 'SYN-SENT'));

export function callNext(world: World, side: Side): World {
  const [call, ...calls] = world[side].calls;
  if (call === undefined || !mayCall(world[side])) return world;
  return feed({ ...world, [side]: { ...world[side], calls } }, side, call);
}

/** When the endpoint's timer fires, if one runs: never both at once. */
const dueAt = ({ endpoint }: End): number => endpoint.retransmitAt ?? endpoint.timeWaitEndsAt ?? Infinity;

/** The timer of that side fires, if one runs, and it is then at least as late as it was set for. */
export function fire(world: World, side: Side): World {
  const at = dueAt(world[side]);
  if (at === Infinity) return world;
  const timer = world[side].endpoint.retransmitAt === null ? 'time-wait' : 'retransmission';
  return feed({ ...world, now: Math.max(world.now, at) }, side, { kind: 'timeout', timer });
}

/** From here on nothing is lost: all calls are made, everything is delivered in order, timers fire when nothing flies. */
export function calm(world: World): World {
  let now = world;
  for (let events = 0; events < 5000; events++) {
    if (mayCall(now.B)) now = callNext(now, 'B');
    else if (mayCall(now.A)) now = callNext(now, 'A');
    else if (now.flights.length > 0) now = deliver(now, 0);
    else if (dueAt(now.A) < Infinity || dueAt(now.B) < Infinity)
      now = fire(now, dueAt(now.A) <= dueAt(now.B) ? 'A' : 'B');
    else return now;
  }
  throw new Error('no end: segments answer segments for ever');
}
