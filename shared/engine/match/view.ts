/**
 * What one seat may know: the only thing of a running match that leaves the referee. Nothing here tells what the
 * network did, what the peer holds, the seed, lane time, or which answer is right.
 */
import type { Millis } from '../base/millis.ts';
import type { Seq32 } from '../base/seq32.ts';
import type { Note } from '../tcp/note.ts';
import type { TcpState } from '../tcp/state.ts';
import type { TcpTimer } from '../tcp/event.ts';
import type { Segment } from '../wire/segment.ts';
import type { Difficulty, HelpStage } from './level.ts';
import type { Refusal } from './play.ts';
import type { Question, SettledQuestion } from './question.ts';
import type { Seat } from './seat.ts';

/** Something that happened to this seat's endpoint. */
export type EventView =
  | { readonly kind: 'open'; readonly mode: 'active' | 'passive' }
  | { readonly kind: 'send'; readonly text: string }
  | { readonly kind: 'close' }
  | { readonly kind: 'abort' }
  | { readonly kind: 'segment'; readonly segment: Segment }
  /** A segment came whose checksum fails; nothing in it can be believed. */
  | { readonly kind: 'checksum-failure' }
  | { readonly kind: 'timeout'; readonly timer: TcpTimer }
  /** Text or FIN that waited may go now. */
  | { readonly kind: 'transmit' }
  | { readonly kind: 'crash' }
  /** So long nothing has happened, minutes. */
  | { readonly kind: 'pass'; readonly minutes: number };

/** Who gave the answer: the player, a bot in the player's place, or the endpoint (unasked; as help; late and lost). */
export type AnsweredBy = 'player' | 'stand-in' | 'endpoint' | 'assist' | 'late';

/** One event and what this endpoint did about it. */
export interface TrailEntry {
  /** Counts from 0 in this lane at this seat. */
  readonly index: number;
  readonly event: EventView;
  readonly by: AnsweredBy;
  /** The prompt it settled; null if nobody was asked. */
  readonly prompt: number | null;
  /** What was sent. */
  readonly answer: Segment | null;
  /** This event's answer went out in one segment with the next entry's. */
  readonly joined: boolean;
  readonly before: TcpState;
  readonly after: TcpState;
  /** Octets handed to the application. */
  readonly delivered: number;
  readonly notes: readonly Note[];
  /** The wrong plays that came first. */
  readonly refusals: readonly Refusal[];
}

/** The TCB as it stood before the open prompt. */
export interface TcbView {
  readonly state: TcpState;
  readonly opened: 'none' | 'active' | 'passive';
  readonly iss: Seq32;
  readonly irs: Seq32;
  /** `nxt` is null at help stages `type` and `states`: the list of segments stands in for it. */
  readonly snd: { readonly una: Seq32; readonly nxt: Seq32 | null; readonly wnd: number };
  readonly rcv: { readonly nxt: Seq32 | null; readonly wnd: number };
  /** Sent and not yet acknowledged. */
  readonly unacknowledged: readonly { readonly seq: Seq32; readonly flags: number; readonly len: number }[];
  /** Octets accepted from the application and not sent. */
  readonly unsent: number;
  /** Octets that came ahead of a hole. */
  readonly held: number;
}

export interface PromptView {
  /** Counts from 1 over both lanes of this seat. */
  readonly id: number;
  readonly event: EventView;
  /** More events of this instant; one segment may answer a run of them. */
  readonly queued: readonly EventView[];
  /** Match time allowed in all, and what of it is left; null when untimed. */
  readonly window: Millis | null;
  readonly remaining: Millis | null;
  /** The prompt's time stands: its player is away. */
  readonly standing: boolean;
  readonly refusals: readonly Refusal[];
  readonly hinted: boolean;
  /** Numbers to choose from, in rising order; null unless help is `choose`. */
  readonly choices: { readonly seq: readonly Seq32[]; readonly ack: readonly Seq32[] } | null;
  /** Lengths that a text card can have: what the application has given and what may be sent again. */
  readonly lengths: readonly number[];
}

/** What the player is asked about the connection (question.ts). */
export interface QuestionView {
  /** Counted with the seat's prompts. */
  readonly id: number;
  readonly question: Question;
  /** Match time allowed in all, and what of it is left; null when untimed. */
  readonly window: Millis | null;
  readonly remaining: Millis | null;
  /** Its time stands: its player is away. */
  readonly standing: boolean;
}

export interface LaneView {
  /** How this seat opens in this lane; null until its application says. */
  readonly role: 'active' | 'passive' | null;
  /** The initial sequence number to take at the next opening. */
  readonly nextIss: Seq32;
  readonly tcb: TcbView;
  readonly trail: readonly TrailEntry[];
  readonly prompt: PromptView | null;
  /** Never beside a prompt in the same lane. */
  readonly question: QuestionView | null;
  /** Quarters of 2MSL that have passed, 0 to 3; null outside TIME-WAIT. */
  readonly timeWait: number | null;
  /** What the application has received. */
  readonly received: string;
  readonly over: LaneEnd | null;
}

/** How a lane ended. */
export type LaneEnd = 'goal' | 'finished' | 'reset' | 'stuck' | 'cut-off';

/** How a match ended: every lane over, nobody left, or no end in sight. */
export type MatchEnd = 'lanes-over' | 'abandoned' | 'time-over' | 'runaway';

export interface SeatView {
  readonly seat: Seat;
  readonly level: {
    readonly id: string;
    readonly difficulty: Difficulty;
    readonly help: HelpStage;
    readonly timed: boolean;
    readonly speed: boolean;
    readonly rcvWnd: number;
    /** Connections one after another, so many in all; null where all there are run at once. */
    readonly rounds: number | null;
  };
  /** Those that have begun. */
  readonly lanes: readonly LaneView[];
  /** The seat's own that are settled, in their order. */
  readonly questions: readonly SettledQuestion[];
  readonly paused: boolean;
  /** Whether somebody sits at each seat, or a bot stands in for one who left. */
  readonly presence: { readonly [seat in Seat]: 'present' | 'away' | 'stand-in' };
  readonly ended: MatchEnd | null;
}
