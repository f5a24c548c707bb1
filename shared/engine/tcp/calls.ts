/** User calls: OPEN, SEND, CLOSE, ABORT (RFC 9293 §3.10.1, .2, .4, .5). */
import { ACK, RST, SYN } from '../wire/segment.ts';
import { assertNever } from '../base/invariant.ts';
import type { Draft } from './draft.ts';
import { deleteTcb, emit, listen, takeIss } from './draft.ts';
import type { CallResult, TcpCall } from './event.ts';
import { isSynchronized } from './state.ts';

export function call(draft: Draft, event: TcpCall): void {
  draft.result = dispatch(draft, event);
  if (draft.result !== 'ok') draft.notes.push('call/refused');
}

function dispatch(draft: Draft, event: TcpCall): CallResult {
  switch (event.kind) {
    case 'open':
      return open(draft, event.mode);
    case 'send':
      return send(draft, event.text);
    case 'close':
      return close(draft);
    case 'abort':
      return abort(draft);
    default:
      return assertNever(event);
  }
}

/** §3.10.1. A passive OPEN may be turned active: LISTEN, then SYN-SENT. */
function open(draft: Draft, mode: 'active' | 'passive'): CallResult {
  const { state } = draft.endpoint;
  if (state !== 'CLOSED' && !(state === 'LISTEN' && mode === 'active')) return 'connection already exists';
  draft.notes.push('call/opened');
  if (mode === 'passive') listen(draft);
  else openActively(draft);
  return 'ok';
}

function openActively(draft: Draft): void {
  const { endpoint } = draft;
  endpoint.state = 'SYN-SENT';
  endpoint.opened = 'active';
  endpoint.rcv.wnd = draft.context.parameters.rcvWnd;
  takeIss(draft);
  emit(draft, SYN, endpoint.iss, 0, '');
}

/** §3.10.2. What cannot go yet waits in `unsent`; `step` sends what may go. */
function send(draft: Draft, text: string): CallResult {
  const { endpoint } = draft;
  switch (endpoint.state) {
    case 'CLOSED':
      return 'connection does not exist';
    case 'LISTEN':
      // The peer is known, so "change the connection from passive to active"; the text waits for ESTABLISHED.
      openActively(draft);
      break;
    case 'SYN-SENT':
    case 'SYN-RECEIVED':
    case 'ESTABLISHED':
    case 'CLOSE-WAIT':
      if (endpoint.finQueued) return 'connection closing';
      break;
    case 'FIN-WAIT-1':
    case 'FIN-WAIT-2':
    case 'CLOSING':
    case 'LAST-ACK':
    case 'TIME-WAIT':
      return 'connection closing';
    default:
      return assertNever(endpoint.state);
  }
  if (text !== '') endpoint.unsent = [...endpoint.unsent, text];
  draft.notes.push('call/queued');
  return 'ok';
}

/** §3.10.4. The FIN itself is sent by `transmit` once everything before it has gone. */
function close(draft: Draft): CallResult {
  const { endpoint } = draft;
  switch (endpoint.state) {
    case 'CLOSED':
      return 'connection does not exist';
    case 'LISTEN':
    case 'SYN-SENT':
      deleteTcb(draft);
      break;
    case 'SYN-RECEIVED':
      if (endpoint.finQueued) return 'connection closing';
      endpoint.finQueued = true;
      // With text queued the FIN waits for ESTABLISHED; with none it goes at once.
      if (endpoint.unsent.length === 0) endpoint.state = 'FIN-WAIT-1';
      break;
    case 'ESTABLISHED':
      endpoint.finQueued = true;
      endpoint.state = 'FIN-WAIT-1';
      break;
    case 'CLOSE-WAIT':
      if (endpoint.finQueued) return 'connection closing';
      endpoint.finQueued = true;
      break;
    case 'FIN-WAIT-1':
    case 'FIN-WAIT-2':
    case 'CLOSING':
    case 'LAST-ACK':
    case 'TIME-WAIT':
      return 'connection closing';
    default:
      return assertNever(endpoint.state);
  }
  draft.notes.push('call/closing');
  return 'ok';
}

/** §3.10.5. A reset goes out where the peer may still believe in the connection. */
function abort(draft: Draft): CallResult {
  const { endpoint, context } = draft;
  const { state } = endpoint;
  if (state === 'CLOSED') return 'connection does not exist';
  const resets =
    state === 'SYN-RECEIVED' ||
    (isSynchronized(state) && state !== 'CLOSING' && state !== 'LAST-ACK' && state !== 'TIME-WAIT');
  if (resets) {
    if (context.policy.abortReset === 'rst') emit(draft, RST, endpoint.snd.nxt, 0, '');
    else emit(draft, RST | ACK, endpoint.snd.nxt, endpoint.rcv.nxt, '');
  }
  deleteTcb(draft);
  draft.notes.push('call/aborted');
  return 'ok';
}
