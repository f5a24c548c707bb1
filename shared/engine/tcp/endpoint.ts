/**
 * One end of one connection: the Transmission Control Block (RFC 9293 §3.3.1), its queues and its timers, as a plain
 * value. The fields carry the RFC's names.
 */
import type { Millis } from '../base/millis.ts';
import type { Seq32 } from '../base/seq32.ts';
import type { TcpState } from './state.ts';

/** Send sequence variables. */
export interface SendVariables {
  /** Oldest unacknowledged sequence number. */
  readonly una: Seq32;
  /** Next sequence number to send. */
  readonly nxt: Seq32;
  /** The peer's window, octets. */
  readonly wnd: number;
  /** Sequence number of the segment that last updated `wnd`. */
  readonly wl1: Seq32;
  /** Acknowledgment number of the segment that last updated `wnd`. */
  readonly wl2: Seq32;
  /** MAX.SND.WND, the largest window seen (RFC 5961 §5). */
  readonly max: number;
}

/** Receive sequence variables. */
export interface ReceiveVariables {
  /** Next sequence number expected. */
  readonly nxt: Seq32;
  /** Octets that may come from `nxt` on. */
  readonly wnd: number;
}

/** Sent and not yet wholly acknowledged: one SYN, one FIN, or some text. */
export interface Unacknowledged {
  readonly seq: Seq32;
  /** SYN or FIN, or 0 for text alone. A text may carry the FIN that ends it. */
  readonly control: number;
  readonly text: string;
}

/** Arrived ahead of its turn (SHLD-31). */
export interface Held {
  readonly seq: Seq32;
  readonly text: string;
  readonly fin: boolean;
}

export interface Endpoint {
  readonly state: TcpState;
  /** How the connection was opened: SYN-RECEIVED returns to LISTEN only after a passive OPEN (MUST-11). */
  readonly opened: 'none' | 'active' | 'passive';
  /** Initial send sequence number. */
  readonly iss: Seq32;
  /** Initial receive sequence number. */
  readonly irs: Seq32;
  readonly snd: SendVariables;
  readonly rcv: ReceiveVariables;
  /** Accepted by SEND and not yet segmentized, one entry for each call. */
  readonly unsent: readonly string[];
  /** CLOSE has been called and the FIN waits behind `unsent`. */
  readonly finQueued: boolean;
  /** The FIN has been sent: it is the last number before SND.NXT. */
  readonly finSent: boolean;
  /** In order of sequence number. */
  readonly retransmissionQueue: readonly Unacknowledged[];
  /** In order of sequence number. */
  readonly reassemblyQueue: readonly Held[];
  /** Lane time at which the front of the queue is sent again; null while nothing is unacknowledged. */
  readonly retransmitAt: Millis | null;
  /** The timeout in force, doubled at each expiry. */
  readonly rto: Millis;
  /** Retransmissions since SND.UNA last advanced. */
  readonly retries: number;
  /** Lane time at which TIME-WAIT is over; null in every other state. */
  readonly timeWaitEndsAt: Millis | null;
  /** Initial sequence numbers taken in the endpoint's life; survives every incarnation. */
  readonly issTaken: number;
}

/** No connection. `issTaken` goes on counting over incarnations. */
export const closedEndpoint = (issTaken = 0): Endpoint => ({
  state: 'CLOSED',
  opened: 'none',
  iss: 0,
  irs: 0,
  snd: { una: 0, nxt: 0, wnd: 0, wl1: 0, wl2: 0, max: 0 },
  rcv: { nxt: 0, wnd: 0 },
  unsent: [],
  finQueued: false,
  finSent: false,
  retransmissionQueue: [],
  reassemblyQueue: [],
  retransmitAt: null,
  rto: 0,
  retries: 0,
  timeWaitEndsAt: null,
  issTaken,
});

/** The FIN has been sent and acknowledged. */
export const isFinAcknowledged = (endpoint: Endpoint): boolean =>
  endpoint.finSent && endpoint.snd.una === endpoint.snd.nxt;
