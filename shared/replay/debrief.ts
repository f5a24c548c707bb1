/** What a finished match shows: everything that was hidden. Times are lane time unless said otherwise. */
import type { Millis } from '../engine/base/millis.ts';
import type { Seq32 } from '../engine/base/seq32.ts';
import type { Misconception, Reason, Refusal } from '../engine/match/play.ts';
import type { SettledQuestion } from '../engine/match/question.ts';
import type { Seat } from '../engine/match/seat.ts';
import type { AnsweredBy, EventView, LaneEnd, MatchEnd, TrailEntry } from '../engine/match/view.ts';
import type { FinalScore } from '../engine/scoring/score.ts';
import type { Note } from '../engine/tcp/note.ts';
import type { TcpState } from '../engine/tcp/state.ts';
import type { Segment } from '../engine/wire/segment.ts';

/** What the network did to one segment. */
export type Fate =
  | 'delivered'
  | 'dropped'
  | 'corrupted'
  | 'delayed'
  | 'reordered'
  | 'duplicated'
  | 'held'
  /** Built too late by its player, so it was lost whatever the network would have done. */
  | 'late'
  /** Of unknown origin. */
  | 'injected';

export interface LadderSegment {
  readonly id: number;
  readonly from: Seat;
  readonly segment: Segment;
  readonly sentAt: Millis;
  /** One for each copy that arrived; empty if none did. */
  readonly arrivals: readonly Millis[];
  /** Rows of the ladder in which it left and in which the copies arrived. */
  readonly row: number;
  readonly arrivalRows: readonly number[];
  readonly fate: Fate;
  readonly by: AnsweredBy | null;
}

/** What an endpoint holds (RFC 9293 §3.3.1). Null: the connection has not given it a value. */
export interface Tcb {
  readonly state: TcpState;
  readonly iss: Seq32 | null;
  readonly irs: Seq32 | null;
  readonly snd: { readonly una: Seq32; readonly nxt: Seq32; readonly wnd: number | null } | null;
  readonly rcv: { readonly nxt: Seq32; readonly wnd: number } | null;
  /** Sent and not yet wholly acknowledged; `len` counts SYN and FIN. */
  readonly unacknowledged: readonly { readonly seq: Seq32; readonly len: number }[];
  /** Octets accepted from the application and not sent. */
  readonly unsent: number;
  /** CLOSE has been called and the FIN waits behind the text. */
  readonly finQueued: boolean;
  /** Octets that came ahead of a hole. */
  readonly held: number;
  /** When the front of the queue is sent again, and the timeout in force; null while nothing is unacknowledged. */
  readonly retransmission: { readonly at: Millis; readonly rto: Millis; readonly retries: number } | null;
  readonly timeWaitEndsAt: Millis | null;
}

/** An endpoint has dealt with an event. */
export interface Moment {
  readonly seat: Seat;
  readonly at: Millis;
  readonly row: number;
  /** Without the wrong plays that came first: those are told by themselves. */
  readonly entry: Omit<TrailEntry, 'refusals'>;
  /** What it changed in the TCB: all moments of a seat up to one, laid over each other, give the TCB then. */
  readonly change: Partial<Tcb>;
}

/** One piece of a number line. */
export interface LineBlock {
  readonly seq: Seq32;
  /** Numbers that it uses. */
  readonly len: number;
  readonly flags: number;
  readonly isAcknowledged: boolean;
}

/** The numbers of one direction as they stood when a wrong number was played. */
export interface NumberLine {
  /** Who sends in this direction. */
  readonly from: Seat;
  readonly blocks: readonly LineBlock[];
  /** Null where the number itself was right, or none was given. */
  readonly wrong: Seq32 | null;
  readonly right: Seq32;
}

export interface WrongPlay {
  readonly seat: Seat;
  readonly lane: number;
  readonly at: Millis;
  /** The row of the ladder before which it was played: an answer that is right shows there. */
  readonly row: number;
  readonly state: TcpState;
  readonly event: EventView;
  readonly refusal: Refusal;
  /** What a correct endpoint sends; null for silence. */
  readonly right: Segment | null;
  /** The state to which the right answer leads, and the rules behind it. */
  readonly after: TcpState;
  readonly notes: readonly Note[];
  /** Null where no number decides. */
  readonly line: NumberLine | null;
}

/** What is worth praise, in the order of worth. */
export const PRAISES = [
  /** Said the last ACK again out of TIME-WAIT. */
  'time-wait',
  /** Saw through a segment that was old, forged or of another connection. */
  'suspicion',
  /** Dealt with what the network had done. */
  'fault',
  'flawless',
  /** Answered several events with one segment. */
  'merged',
  'silence',
  'streak',
  /** Put right at once what had been wrong. */
  'second-try',
] as const;

export type PraiseKind = (typeof PRAISES)[number];

export interface Praise {
  readonly kind: PraiseKind;
  /** How often, or how many in a row. */
  readonly n: number;
  /** Where it shows first. */
  readonly lane: number;
  readonly row: number;
}

/** A prompt or a question that was put to a player, and how it went; withdrawn ones are left out. */
export interface PromptRecord {
  readonly seat: Seat;
  readonly lane: number;
  /** What sort of event it was. */
  readonly kind: string;
  readonly by: AnsweredBy;
  readonly hinted: boolean;
  /** Why each wrong play before was wrong. */
  readonly reasons: readonly (Reason | Misconception | 'slip-answer')[];
}

export interface Ladder {
  /** What each end held before the first row, as a change of an end without a connection. */
  readonly start: { readonly [seat in Seat]: Partial<Tcb> };
  /** Lane time of each row. What one host does at one instant is in rows of its own, in its order. */
  readonly rows: readonly Millis[];
  readonly segments: readonly LadderSegment[];
  /** In the order in which they happened. */
  readonly moments: readonly Moment[];
  readonly endedAt: Millis;
  readonly end: LaneEnd;
}

export interface Debrief {
  readonly levelId: string;
  /** Played against the clock: only then can scores be compared. */
  readonly timed: boolean;
  readonly ended: MatchEnd;
  /** Of the connections, which came one after another; otherwise they ran at once. */
  readonly rounds: boolean;
  readonly ladders: readonly Ladder[];
  readonly wrongPlays: readonly WrongPlay[];
  /** Three at most for each seat. */
  readonly praises: { readonly [seat in Seat]: readonly Praise[] };
  /** No person sat there. */
  readonly bots: { readonly [seat in Seat]: boolean };
  readonly prompts: readonly PromptRecord[];
  /** What each seat was asked about the connection, and what it answered. */
  readonly questions: { readonly [seat in Seat]: readonly SettledQuestion[] };
  readonly scores: { readonly [seat in Seat]: FinalScore };
  /** The server's secret: its SHA-256 is the hash that was published before the nonces came. */
  readonly secret: string;
  readonly nonces: { readonly [seat in Seat]: string };
}
