/** STATUS (RFC 9293 §3.10.6): what may be told of a connection. */
import type { Result } from '../base/result.ts';
import { ok, refuse } from '../base/result.ts';
import type { Endpoint } from './endpoint.ts';
import type { TcpState } from './state.ts';

export interface ConnectionStatus {
  readonly state: TcpState;
  readonly sendWindow: number;
  readonly receiveWindow: number;
  /** Octets sent or queued that are not acknowledged yet. */
  readonly awaitingAck: number;
  /** Octets that have arrived ahead of a hole. */
  readonly pendingReceipt: number;
}

const octets = (pieces: readonly { readonly text: string }[]): number =>
  pieces.reduce((sum, { text }) => sum + text.length, 0);

export function status(endpoint: Endpoint): Result<ConnectionStatus, 'tcp/connection-does-not-exist'> {
  if (endpoint.state === 'CLOSED')
    return refuse('tcp/connection-does-not-exist', 'connection does not exist');
  return ok({
    state: endpoint.state,
    sendWindow: endpoint.snd.wnd,
    receiveWindow: endpoint.rcv.wnd,
    awaitingAck:
      octets(endpoint.retransmissionQueue) + endpoint.unsent.reduce((sum, text) => sum + text.length, 0),
    pendingReceipt: octets(endpoint.reassemblyQueue),
  });
}
