/** What a finished match shows: everything that was hidden. Times are lane time unless said otherwise. */
import type { Millis } from '../engine/base/millis.ts';
import type { Reason, Refusal } from '../engine/match/play.ts';
import type { Seat } from '../engine/match/seat.ts';
import type { AnsweredBy, EventView, LaneEnd, MatchEnd } from '../engine/match/view.ts';
import type { FinalScore } from '../engine/scoring/score.ts';
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
  readonly fate: Fate;
  readonly by: AnsweredBy | null;
}

export interface LadderState {
  readonly seat: Seat;
  readonly at: Millis;
  readonly state: TcpState;
}

/** A call or a timer, drawn beside the host's bar. */
export interface LadderEvent {
  readonly seat: Seat;
  readonly at: Millis;
  readonly event: EventView;
}

export interface WrongPlay {
  readonly seat: Seat;
  readonly lane: number;
  readonly at: Millis;
  readonly state: TcpState;
  readonly event: EventView;
  readonly refusal: Refusal;
  /** What a correct endpoint sends; null for silence. */
  readonly right: Segment | null;
}

/** A prompt that was put to a player, and how it went; withdrawn ones are left out. */
export interface PromptRecord {
  readonly seat: Seat;
  readonly lane: number;
  /** What sort of event it was. */
  readonly kind: string;
  readonly by: AnsweredBy;
  readonly hinted: boolean;
  /** Why each wrong play before was wrong. */
  readonly reasons: readonly Reason[];
}

export interface Ladder {
  readonly segments: readonly LadderSegment[];
  readonly states: readonly LadderState[];
  readonly events: readonly LadderEvent[];
  readonly endedAt: Millis;
  readonly end: LaneEnd;
}

export interface Debrief {
  readonly levelId: string;
  readonly ended: MatchEnd;
  readonly ladders: readonly Ladder[];
  readonly wrongPlays: readonly WrongPlay[];
  readonly prompts: readonly PromptRecord[];
  readonly scores: { readonly [seat in Seat]: FinalScore };
  /** The server's secret: its SHA-256 is the hash that was published before the nonces came. */
  readonly secret: string;
  readonly nonces: { readonly [seat in Seat]: string };
}
