/** The states of a connection (RFC 9293 §3.3.2). CLOSED is fictional: it stands for "there is no TCB". */
export const TCP_STATES = [
  'CLOSED',
  'LISTEN',
  'SYN-SENT',
  'SYN-RECEIVED',
  'ESTABLISHED',
  'FIN-WAIT-1',
  'FIN-WAIT-2',
  'CLOSE-WAIT',
  'CLOSING',
  'LAST-ACK',
  'TIME-WAIT',
] as const;

export type TcpState = (typeof TCP_STATES)[number];

/** Both SYNs have been exchanged and acknowledged, as far as this endpoint can know (RFC 9293 §3.5). */
export const isSynchronized = (state: TcpState): boolean =>
  state !== 'CLOSED' && state !== 'LISTEN' && state !== 'SYN-SENT' && state !== 'SYN-RECEIVED';

/** The peer's FIN has been reached. */
export const hasPeerClosed = (state: TcpState): boolean =>
  state === 'CLOSE-WAIT' || state === 'CLOSING' || state === 'LAST-ACK' || state === 'TIME-WAIT';

/** The states in which queued text and FIN may leave. */
export const maySend = (state: TcpState): boolean =>
  state === 'ESTABLISHED' || state === 'CLOSE-WAIT' || state === 'FIN-WAIT-1' || state === 'CLOSING';

/** The states in which arriving text is delivered (RFC 9293 §3.10.7.4, seventh). */
export const mayReceive = (state: TcpState): boolean =>
  state === 'ESTABLISHED' || state === 'FIN-WAIT-1' || state === 'FIN-WAIT-2';
