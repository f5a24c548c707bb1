/** An endpoint in each of the eleven states, brought there by real steps only. */
import type { Segment } from '../../wire/segment.ts';
import { ACK, FIN, SYN } from '../../wire/segment.ts';
import type { Endpoint } from '../endpoint.ts';
import { closedEndpoint } from '../endpoint.ts';
import type { Outcome, TcpContext, TcpEvent } from '../event.ts';
import { RFC9293 } from '../policy.ts';
import type { TcpState } from '../state.ts';
import { settle, step } from '../step.ts';

/** The endpoint's own initial sequence number, and its peer's. */
export const ISS = 1000;
export const PEER_ISS = 500;
/** RCV.WND, and the window that the peer offers. */
export const WINDOW = 1000;

export const CONTEXT: TcpContext = {
  now: 100,
  iss: ISS,
  parameters: { rcvWnd: WINDOW, mss: 1460, rto: 1000, maxRto: 60_000, retransmissions: 5, msl: 30_000 },
  policy: RFC9293,
};

export const arrives = (
  flags: number,
  seq: number,
  ack: number,
  text = '',
  wnd = WINDOW,
): Extract<TcpEvent, { kind: 'segment' }> => ({ kind: 'segment', segment: { flags, seq, ack, text, wnd } });

const OPEN_PASSIVELY: TcpEvent = { kind: 'open', mode: 'passive' };
const OPEN_ACTIVELY: TcpEvent = { kind: 'open', mode: 'active' };
const CLOSE: TcpEvent = { kind: 'close' };

const AFTER_SYN = PEER_ISS + 1;
const PEER_SYN = arrives(SYN, PEER_ISS, 0);
const PEER_ACK = arrives(ACK, AFTER_SYN, ISS + 1);
const PEER_ACK_OF_FIN = arrives(ACK, AFTER_SYN, ISS + 2);
const PEER_FIN = arrives(FIN | ACK, AFTER_SYN, ISS + 1);
const PEER_FIN_LAST = arrives(FIN | ACK, AFTER_SYN, ISS + 2);

const ESTABLISHED = [OPEN_PASSIVELY, PEER_SYN, PEER_ACK];

const WAYS: Readonly<Record<TcpState, readonly TcpEvent[]>> = {
  CLOSED: [],
  LISTEN: [OPEN_PASSIVELY],
  'SYN-SENT': [OPEN_ACTIVELY],
  'SYN-RECEIVED': [OPEN_PASSIVELY, PEER_SYN],
  ESTABLISHED,
  'FIN-WAIT-1': [...ESTABLISHED, CLOSE],
  'FIN-WAIT-2': [...ESTABLISHED, CLOSE, PEER_ACK_OF_FIN],
  'CLOSE-WAIT': [...ESTABLISHED, PEER_FIN],
  CLOSING: [...ESTABLISHED, CLOSE, PEER_FIN],
  'LAST-ACK': [...ESTABLISHED, PEER_FIN, CLOSE],
  'TIME-WAIT': [...ESTABLISHED, CLOSE, PEER_ACK_OF_FIN, PEER_FIN_LAST],
};

export const after = (events: readonly TcpEvent[], endpoint = closedEndpoint()): Endpoint =>
  events.reduce((now, event) => settle(now, event, { ...CONTEXT, now: 0 }).endpoint, endpoint);

export const endpointIn = (state: TcpState): Endpoint => after(WAYS[state]);

/** SYN-RECEIVED by SYNs that crossed: the open was active. */
export const crossedSyns = (): Endpoint => after([OPEN_ACTIVELY, PEER_SYN]);

export const react = (endpoint: Endpoint, event: TcpEvent, context = CONTEXT): Outcome =>
  step(endpoint, event, context);

/** A segment in one line: flags, SEQ, ACK if there is one, octets of text if there are any. */
export function trace({ flags, seq, ack, text }: Segment): string {
  const names = [
    [SYN, 'SYN'],
    [FIN, 'FIN'],
    [0x04, 'RST'],
    [ACK, 'ACK'],
  ] as const;
  const set = names.filter(([bit]) => (flags & bit) !== 0).map(([, name]) => name);
  const acknowledges = (flags & ACK) === 0 ? '' : ` ${ack}`;
  return `${set.join(',')} ${seq}${acknowledges}${text === '' ? '' : ` +${text.length}`}`;
}
