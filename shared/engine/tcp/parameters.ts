import type { Millis } from '../base/millis.ts';

/** The figures an endpoint runs under. They are the level's, not the connection's, and never change in its life. */
export interface TcpParameters {
  /** RCV.WND, octets. Text is delivered at once, so the window never shrinks. */
  readonly rcvWnd: number;
  /** Largest text of one segment, octets. */
  readonly mss: number;
  /** First retransmission timeout, ms (RFC 6298 without the estimate of the round trip). */
  readonly rto: Millis;
  /** The timeout doubles no further than this, ms (RFC 6298 §2.5). */
  readonly maxRto: Millis;
  /** After this many retransmissions of one segment the connection is given up (RFC 9293 §3.8.3, R2). */
  readonly retransmissions: number;
  /** Maximum segment lifetime, ms (RFC 9293 §3.4.2). */
  readonly msl: Millis;
}
