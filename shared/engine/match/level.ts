/** A level is data: what each application asks for and when, what goes wrong, and how much help there is. */
import type { Millis } from '../base/millis.ts';
import type { FaultPlan } from '../network/fault-plan.ts';
import type { RuleSwitch } from '../tcp/policy.ts';
import type { Question } from './question.ts';
import type { Seat } from './seat.ts';

export const DIFFICULTIES = ['novice', 'standard', 'expert'] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

/** How much of a card the player fills in; each stage asks for more than the one before. */
export const HELP_STAGES = ['flags', 'choose', 'type', 'states'] as const;
export type HelpStage = (typeof HELP_STAGES)[number];

/** Who a script item happens to: a seat, or the first or second closer, whom the seed decides. */
export type Actor = Seat | 'first-closer' | 'second-closer';

/** Script items start on conditions, never on clock times, so that nobody's slowness changes the scene. */
export type Trigger =
  | { readonly on: 'start' }
  /** This actor's connection is open. */
  | { readonly on: 'established' }
  /** This actor's application has received so many octets. */
  | { readonly on: 'delivered'; readonly octets: number }
  /** The peer's FIN has reached this actor. */
  | { readonly on: 'fin-arrived' }
  /** This actor has sent its acknowledgment of the peer's SYN or FIN: what follows cannot merge with it. */
  | { readonly on: 'my-ack-settled'; readonly of: 'syn' | 'fin' }
  /** Nothing flies, nobody owes, nothing waits for an acknowledgment. */
  | { readonly on: 'lane-quiet' }
  /** Quiet, and this actor has no connection: it may be opened again. */
  | { readonly on: 'closed' };

export type Action =
  | { readonly do: 'open'; readonly mode: 'active' | 'passive' }
  | { readonly do: 'send'; readonly text: string }
  | { readonly do: 'close' }
  | { readonly do: 'abort' }
  /** So long nothing happens, at either end, minutes; only where no timer runs that would end it. */
  | { readonly do: 'pass'; readonly minutes: number }
  /** The host loses every record of the connection. */
  | { readonly do: 'crash' }
  /** A segment of unknown origin arrives at the actor; its numbers are relative to what the actor holds. */
  | { readonly do: 'inject'; readonly segment: InjectedSegment }
  /** A segment that a fault held back goes on its way. */
  | { readonly do: 'release'; readonly label: string }
  /** The player is asked what is known by now, if there is something to know. */
  | { readonly do: 'ask'; readonly question: Question };

/** Numbers of a forged or ghostly segment: absolute, or relative to a variable of the endpoint that it reaches. */
export interface InjectedSegment {
  readonly flags: number;
  readonly seq: InjectedNumber;
  readonly ack: InjectedNumber;
  readonly text: string;
}

export interface InjectedNumber {
  readonly from: 'zero' | 'rcv.nxt' | 'snd.nxt';
  readonly plus: number;
}

export interface ScriptItem {
  /** Unique in its lane. */
  readonly id: string;
  readonly at: Actor;
  readonly when: Trigger;
  /** Id of an item that must have happened before; empty for none. */
  readonly after: string;
  readonly action: Action;
}

/** Base RTO of each seat's endpoint, lane time. */
export interface SeatRto {
  readonly A: Millis;
  readonly B: Millis;
}

/** Connections that a level may have, at once or in rounds. */
export const MOST_LANES = 4;

export interface LaneSpec {
  readonly script: readonly ScriptItem[];
  readonly faults: FaultPlan;
  /** Instead of the level's own RTO; null leaves it to the level. */
  readonly rto: SeatRto | null;
}

/**
 * What both seats play for, in every lane: the connection is open; everything said has been heard; both directions are
 * closed in order; or the script has brought about a reset at its end.
 */
export const GOALS = ['established', 'delivered', 'closed', 'reset'] as const;
export type Goal = (typeof GOALS)[number];

/** Which initial sequence numbers are taken. */
export const ISS_KINDS = ['small', 'full', 'repeating'] as const;
export type IssKind = (typeof ISS_KINDS)[number];

/** Silent events that a level asks about, because silence is the lesson. */
export const ASKED_EVENTS = ['ack-of-syn-ack', 'reset', 'reset-outside-window'] as const;
export type AskedEvent = (typeof ASKED_EVENTS)[number];

/** Figures of DESIGN: lane time and windows, ms unless said otherwise. */
export interface LevelTimes {
  /** Lane time. */
  readonly flight: Millis;
  readonly jitter: Millis;
  readonly rto: Millis;
  /** Retransmissions of one segment before an endpoint gives up. */
  readonly retransmissions: number;
  readonly msl: Millis;
  /** What a delay fault adds to a flight. */
  readonly delay: Millis;
  /** Match time: how long an answer may take, by what must be filled in. */
  readonly windows: { readonly [stage in HelpStage]: Millis };
  readonly askedWindow: Millis;
  readonly firstOfKind: Millis;
}

export interface Level {
  readonly id: string;
  readonly difficulty: Difficulty;
  readonly help: HelpStage;
  /** Connections: at once, two from standard difficulty on, roles crossed; or in rounds, one when the last is over. */
  readonly lanes: readonly LaneSpec[];
  readonly rounds: boolean;
  /** RFC 9293 wherever people play; a rule switched wrong is played by the endpoints themselves. */
  readonly rule: RuleSwitch;
  readonly goal: Goal;
  readonly ask: readonly AskedEvent[];
  readonly times: LevelTimes;
  /** What happens when a prompt's time is over. */
  readonly atDeadline: 'assist' | 'drop';
  /** Small ones far apart; the full 32 bits with a wrap; or small, the next connection's the same as the last one's. */
  readonly iss: IssKind;
  /** RCV.WND of both endpoints, octets. */
  readonly rcvWnd: number;
}

const TIMES: { readonly [difficulty in Difficulty]: LevelTimes } = Object.freeze({
  novice: {
    flight: 1200,
    jitter: 0,
    rto: 4000,
    retransmissions: 4,
    msl: 7000,
    delay: 300,
    windows: { flags: 20_000, choose: 25_000, type: 30_000, states: 30_000 },
    askedWindow: 15_000,
    firstOfKind: 10_000,
  },
  standard: {
    flight: 900,
    jitter: 150,
    rto: 3200,
    retransmissions: 4,
    msl: 5600,
    delay: 300,
    windows: { flags: 15_000, choose: 15_000, type: 18_000, states: 20_000 },
    askedWindow: 10_000,
    firstOfKind: 5000,
  },
  expert: {
    flight: 600,
    jitter: 200,
    rto: 2400,
    retransmissions: 4,
    msl: 4200,
    delay: 300,
    windows: { flags: 8000, choose: 8000, type: 10_000, states: 12_000 },
    askedWindow: 6000,
    firstOfKind: 0,
  },
});

export const timesOf = (difficulty: Difficulty): LevelTimes => TIMES[difficulty];
