/** A match's whole state: plain values only, so that it can be stored, compared and replayed. */
import type { Millis } from '../base/millis.ts';
import type { NetworkState } from '../network/network.ts';
import { quietNetwork } from '../network/network.ts';
import type { Endpoint } from '../tcp/endpoint.ts';
import { closedEndpoint } from '../tcp/endpoint.ts';
import type { TcpEvent } from '../tcp/event.ts';
import type { Segment } from '../wire/segment.ts';
import type { Refusal } from './play.ts';
import type { OpenQuestion, SettledQuestion } from './question.ts';
import type { Seat } from './seat.ts';
import type { MatchSetup } from './setup.ts';
import type { AnsweredBy, LaneEnd, MatchEnd, TrailEntry } from './view.ts';

/** Lane time is read off a clock that stands (0), runs (1), or runs fast because nothing happens (4). */
export interface LaneClock {
  /** Lane time at the last reading … */
  readonly lane: Millis;
  /** … which was taken at this match time. */
  readonly match: Millis;
  readonly rate: 0 | 1 | 4;
}

/** An event that waits for its turn at an endpoint. */
export type Queued =
  | TcpEvent
  | { readonly kind: 'checksum-failure' }
  | { readonly kind: 'crash' }
  | { readonly kind: 'pass'; readonly minutes: number };

/** An event put to a player, who must say what the endpoint answers. */
export interface Prompt {
  readonly id: number;
  /** What sort of event it is, for "first of a kind". */
  readonly kind: string;
  /** Match time. */
  readonly shownAt: Millis;
  /** Match time; null when untimed. */
  readonly deadline: Millis | null;
  /** The player's own window, without extensions, ms; null when untimed. */
  readonly window: Millis | null;
  readonly refusals: readonly Refusal[];
  readonly hinted: boolean;
}

export interface LaneSeat {
  readonly endpoint: Endpoint;
  readonly queue: readonly Queued[];
  /** About the head of the queue. */
  readonly prompt: Prompt | null;
  /** What the player is asked about the connection; never beside a prompt. */
  readonly question: OpenQuestion | null;
  readonly trail: readonly TrailEntry[];
  /** What the application has received. */
  readonly received: string;
  /** What the application has successfully sent. */
  readonly accepted: string;
  readonly established: boolean;
  readonly finArrived: boolean;
  /** The connection ended by a reset that the level did not script. */
  readonly broken: boolean;
  /** Quarters of 2MSL that have passed; null outside TIME-WAIT. */
  readonly timeWaitQuarter: number | null;
}

/** Sent at this instant, and not yet given to the network. */
export interface Outgoing {
  readonly from: Seat;
  readonly segment: Segment;
  readonly by: AnsweredBy;
}

export interface Lane {
  readonly clock: LaneClock;
  readonly seats: { readonly A: LaneSeat; readonly B: LaneSeat };
  /** In the order in which the cards were played. */
  readonly outgoing: readonly Outgoing[];
  readonly network: NetworkState;
  /** Ids of script items that have happened. */
  readonly happened: readonly string[];
  /** Faults that struck and that nobody has dealt with at the first try yet. */
  readonly openFaults: number;
  readonly over: LaneEnd | null;
}

export type Presence =
  | { readonly kind: 'present' }
  /** Away since that match time. */
  | { readonly kind: 'away'; readonly since: Millis }
  /** A bot plays since then, until the player is back. */
  | { readonly kind: 'stand-in'; readonly since: Millis }
  /** Left for good. */
  | { readonly kind: 'gone'; readonly since: Millis };

export interface SeatState {
  readonly presence: Presence;
  /** Time of absence left before a bot stands in, ms. */
  readonly pool: Millis;
  readonly nextPrompt: number;
  readonly kindsSeen: readonly string[];
  /** First-try answers to plain data in order: after two the endpoint acknowledges by itself. */
  readonly dataAnswered: number;
  /** Prompts put to the seat, and how many of them were asked for their silence, by kind of silence. */
  readonly prompted: number;
  readonly asked: { readonly [kind: string]: number };
  /** Questions put to the seat, and those of them that were not withdrawn. */
  readonly questioned: number;
  readonly questions: readonly SettledQuestion[];
  /** Match time of the last play; 0 before the first. */
  readonly lastPlayAt: Millis;
}

export interface MatchState {
  readonly setup: MatchSetup;
  /** Match time: real time since the start, less what was stopped. */
  readonly now: Millis;
  /** Real time that did not count: pauses and outages, ms. */
  readonly stopped: Millis;
  /** Real time at which the match was paused; null while it runs. */
  readonly pausedAt: Millis | null;
  readonly lanes: readonly Lane[];
  readonly seats: { readonly A: SeatState; readonly B: SeatState };
  readonly ended: MatchEnd | null;
}

/** How long a player may be away, in all, before a bot stands in, ms. */
export const ABSENCE_POOL: Millis = 60_000;

const emptyLaneSeat = (): LaneSeat => ({
  endpoint: closedEndpoint(),
  queue: [],
  prompt: null,
  question: null,
  trail: [],
  received: '',
  accepted: '',
  established: false,
  finArrived: false,
  broken: false,
  timeWaitQuarter: null,
});

const newSeat = (): SeatState => ({
  presence: { kind: 'present' },
  pool: ABSENCE_POOL,
  nextPrompt: 1,
  kindsSeen: [],
  dataAnswered: 0,
  prompted: 0,
  asked: {},
  questioned: 0,
  questions: [],
  lastPlayAt: 0,
});

/** Before anything has happened; `begin` (step.ts) sets it going. */
export const newMatch = (setup: MatchSetup): MatchState => ({
  setup,
  now: 0,
  stopped: 0,
  pausedAt: null,
  lanes: setup.level.lanes.map(({ faults }) => ({
    clock: { lane: 0, match: 0, rate: 0 },
    seats: { A: emptyLaneSeat(), B: emptyLaneSeat() },
    outgoing: [],
    network: quietNetwork(faults),
    happened: [],
    openFaults: 0,
    over: null,
  })),
  seats: { A: newSeat(), B: newSeat() },
  ended: null,
});

export const laneTimeAt = ({ clock }: Lane, matchNow: Millis): Millis =>
  clock.lane + clock.rate * (matchNow - clock.match);

/** With rounds a lane begins when the one before it is over. */
export const hasBegun = ({ setup, lanes }: MatchState, lane: number): boolean =>
  !setup.level.rounds || lane === 0 || lanes[lane - 1]!.over !== null;

export const isAsking = ({ seats: { A, B } }: Lane): boolean => A.question !== null || B.question !== null;

/** The lane's clock stands. */
export const isOwing = (lane: Lane): boolean =>
  lane.seats.A.prompt !== null || lane.seats.B.prompt !== null || isAsking(lane);

/** The one whose seat it is plays, or may come back before anybody stands in. */
export const isOwnPlayer = ({ kind }: Presence): boolean => kind === 'present' || kind === 'away';

/** A person sits there or may come back. */
export const isPersonLeft = (state: MatchState, seat: Seat): boolean =>
  !state.setup.seats[seat].bot && isOwnPlayer(state.seats[seat].presence);
