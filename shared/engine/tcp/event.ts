/** What can happen to an endpoint (RFC 9293 §3.10), and what comes of it. */
import type { Millis } from '../base/millis.ts';
import type { Seq32 } from '../base/seq32.ts';
import type { Segment } from '../wire/segment.ts';
import type { Endpoint } from './endpoint.ts';
import type { Note } from './note.ts';
import type { TcpParameters } from './parameters.ts';
import type { Policy } from './policy.ts';

/** User calls (§3.10.1 to §3.10.6). RECEIVE has its counterpart in `Outcome.delivered`: text is handed over at once. */
export type TcpCall =
  | { readonly kind: 'open'; readonly mode: 'active' | 'passive' }
  | { readonly kind: 'send'; readonly text: string }
  | { readonly kind: 'close' }
  | { readonly kind: 'abort' };

export type TcpTimer = 'retransmission' | 'time-wait' | 'user';

export type TcpEvent =
  | TcpCall
  | { readonly kind: 'segment'; readonly segment: Segment }
  | { readonly kind: 'timeout'; readonly timer: TcpTimer }
  /** Goes on with what an earlier event left to send: see `Outcome.more`. */
  | { readonly kind: 'transmit' };

/** What the endpoint cannot know by itself comes in with every step. */
export interface TcpContext {
  /** Lane time. */
  readonly now: Millis;
  /** The initial sequence number to take, if this step needs one (§3.4.1). */
  readonly iss: Seq32;
  readonly parameters: TcpParameters;
  readonly policy: Policy;
}

/** Asynchronous signals to the user, in the RFC's words (§3.9.1.8). */
export type TcpSignal =
  'connection reset' | 'connection refused' | 'connection closing' | 'connection aborted due to user timeout';

/** What a call returns, in the RFC's words. */
export type CallResult =
  'ok' | 'connection does not exist' | 'connection already exists' | 'connection closing';

export interface Outcome {
  readonly endpoint: Endpoint;
  /** Each step sends one segment at most, so that each can be a card. */
  readonly segment: Segment | null;
  /** Queued text or FIN may go at once: step again with `transmit`. */
  readonly more: boolean;
  /** Text handed to the user by this step. */
  readonly delivered: string;
  readonly signal: TcpSignal | null;
  /** Of a call; null for other events. */
  readonly result: CallResult | null;
  /** Which rules applied, in the order in which they did. */
  readonly notes: readonly Note[];
}
