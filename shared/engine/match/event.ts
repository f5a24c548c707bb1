/** What has happened in a match. Folding events (apply.ts) gives the state; scoring, ladder and debrief read them too. */
import type { Millis } from '../base/millis.ts';
import type { NetworkFate, NetworkState } from '../network/network.ts';
import type { Endpoint } from '../tcp/endpoint.ts';
import type { Note } from '../tcp/note.ts';
import type { Segment } from '../wire/segment.ts';
import type { Refusal } from './play.ts';
import type { OpenQuestion, SettledQuestion } from './question.ts';
import type { Seat } from './seat.ts';
import type { LaneClock, Presence, Prompt, Queued } from './state.ts';
import type { AnsweredBy, EventView, LaneEnd, MatchEnd } from './view.ts';

/** One queued event, dealt with. */
export interface Handled {
  readonly event: EventView;
  readonly endpoint: Endpoint;
  readonly segment: Segment | null;
  readonly delivered: string;
  /** Text that SEND was given and accepted. */
  readonly accepted: string;
  readonly notes: readonly Note[];
  readonly finReached: boolean;
  /** The connection ended by a reset. */
  readonly broken: boolean;
}

/** How a prompt was settled; all that scoring needs to know of it. */
export interface Settlement {
  readonly prompt: number;
  readonly by: AnsweredBy;
  /** The answer was "no reply". */
  readonly silent: boolean;
  /** Wrong plays before. */
  readonly tries: number;
  readonly hinted: boolean;
  /** From the later of shown and one's last play, ms. */
  readonly elapsed: Millis;
  /** The player's own window, ms; null when untimed. */
  readonly window: Millis | null;
  /** More prompts of the instant that the same segment answered. */
  readonly merged: number;
  /** The state was named and is right. */
  readonly stateNamed: boolean;
  /** A fault of the plan was dealt with. */
  readonly fault: boolean;
  /** Plain data in order. */
  readonly plainData: boolean;
}

export type MatchEvent =
  /** Match time has come to this. */
  | { readonly kind: 'time'; readonly now: Millis }
  | { readonly kind: 'stopped'; readonly by: Millis }
  | { readonly kind: 'paused'; readonly at: Millis | null }
  | { readonly kind: 'clock'; readonly lane: number; readonly clock: LaneClock }
  | {
      readonly kind: 'queued';
      readonly lane: number;
      readonly seat: Seat;
      readonly item: Queued;
      readonly at: Millis;
    }
  | {
      readonly kind: 'handled';
      readonly lane: number;
      readonly seat: Seat;
      /** Lane time. */
      readonly at: Millis;
      readonly by: AnsweredBy;
      readonly prompt: number | null;
      readonly items: readonly Handled[];
      /** The segment that answers them all, if they were joined. */
      readonly joined: boolean;
      /** What the endpoint still has to send goes to the head of the queue. */
      readonly more: boolean;
      /** Events taken from the queue. */
      readonly count: number;
    }
  | {
      readonly kind: 'sent';
      readonly lane: number;
      readonly from: Seat;
      readonly at: Millis;
      readonly segment: Segment;
      readonly by: AnsweredBy | null;
      readonly id: number;
      readonly fate: NetworkFate | 'injected';
      readonly struck: boolean;
      readonly network: NetworkState;
    }
  | {
      readonly kind: 'landed';
      readonly lane: number;
      readonly at: Millis;
      readonly id: number;
      readonly how: 'segment' | 'checksum-failure' | 'lost';
      readonly network: NetworkState;
    }
  | { readonly kind: 'released'; readonly lane: number; readonly at: Millis; readonly network: NetworkState }
  | { readonly kind: 'script'; readonly lane: number; readonly item: string }
  | {
      readonly kind: 'prompted';
      readonly lane: number;
      readonly seat: Seat;
      readonly prompt: Prompt;
      /** Why silence is asked about; null where a segment is due. */
      readonly asks: string | null;
    }
  | {
      readonly kind: 'refused';
      readonly lane: number;
      readonly seat: Seat;
      readonly prompt: number;
      readonly at: Millis;
      readonly refusal: Refusal;
      readonly deadline: Millis | null;
    }
  | { readonly kind: 'hinted'; readonly lane: number; readonly seat: Seat; readonly prompt: number }
  | { readonly kind: 'settled'; readonly lane: number; readonly seat: Seat; readonly settlement: Settlement }
  | { readonly kind: 'withdrawn'; readonly lane: number; readonly seat: Seat; readonly prompt: number }
  | {
      readonly kind: 'questioned';
      readonly lane: number;
      readonly seat: Seat;
      readonly question: OpenQuestion;
    }
  | { readonly kind: 'question-settled'; readonly seat: Seat; readonly settled: SettledQuestion }
  | {
      readonly kind: 'question-withdrawn';
      readonly lane: number;
      readonly seat: Seat;
      readonly question: number;
    }
  | { readonly kind: 'quarter'; readonly lane: number; readonly seat: Seat; readonly quarter: number | null }
  | { readonly kind: 'lane-over'; readonly lane: number; readonly at: Millis; readonly end: LaneEnd }
  | {
      readonly kind: 'presence';
      readonly seat: Seat;
      readonly presence: Presence;
      readonly pool: Millis;
      /** Added to the deadlines of the seat's open prompts, which stood meanwhile, ms. */
      readonly stood: Millis;
    }
  | { readonly kind: 'match-over'; readonly end: MatchEnd };
