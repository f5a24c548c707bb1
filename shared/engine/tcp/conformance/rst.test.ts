/** SEGMENT ARRIVES, the RST bit: RFC 9293 §3.10.7, §3.5.3, RFC 5961 §3. */
import { expect, it } from 'vitest';
import { ACK, RST, SYN } from '../../wire/segment.ts';
import { answered, beyondTheTable, column, ignored } from '../testing/cells.ts';
import { ISS, WINDOW, arrives, crossedSyns, endpointIn, react } from '../testing/endpoint-in.ts';

column('RST at RCV.NXT', ({ rcv }) => arrives(RST, rcv.nxt, 0), {
  CLOSED: ignored,
  LISTEN: ignored,
  'SYN-SENT': ignored,
  'SYN-RECEIVED': { state: 'LISTEN' },
  ESTABLISHED: { state: 'CLOSED', signal: 'connection reset' },
  'FIN-WAIT-1': { state: 'CLOSED', signal: 'connection reset' },
  'FIN-WAIT-2': { state: 'CLOSED', signal: 'connection reset' },
  'CLOSE-WAIT': { state: 'CLOSED', signal: 'connection reset' },
  CLOSING: { state: 'CLOSED' },
  'LAST-ACK': { state: 'CLOSED' },
  'TIME-WAIT': { state: 'CLOSED' },
});

column('RST elsewhere in the window', ({ rcv }) => arrives(RST, rcv.nxt + WINDOW - 1, 0), {
  CLOSED: ignored,
  LISTEN: ignored,
  'SYN-SENT': ignored,
  'SYN-RECEIVED': answered,
  ESTABLISHED: answered,
  'FIN-WAIT-1': answered,
  'FIN-WAIT-2': answered,
  'CLOSE-WAIT': answered,
  CLOSING: answered,
  'LAST-ACK': answered,
  'TIME-WAIT': answered,
});

column('RST outside the window', ({ rcv }) => arrives(RST, rcv.nxt + WINDOW, 0), {
  CLOSED: ignored,
  LISTEN: ignored,
  'SYN-SENT': ignored,
  'SYN-RECEIVED': ignored,
  ESTABLISHED: ignored,
  'FIN-WAIT-1': ignored,
  'FIN-WAIT-2': ignored,
  'CLOSE-WAIT': ignored,
  CLOSING: ignored,
  'LAST-ACK': ignored,
  'TIME-WAIT': ignored,
});

beyondTheTable('RST', () => {
  it('left of the window is dropped', () => {
    const before = endpointIn('ESTABLISHED');
    const { segment, endpoint } = react(before, arrives(RST, before.rcv.nxt - 1, 0));
    expect({ segment, endpoint }).toEqual({ segment: null, endpoint: before });
  });

  it('is judged by its number alone: neither text nor the ACK field counts', () => {
    const before = endpointIn('ESTABLISHED');
    expect(react(before, arrives(RST | ACK, before.rcv.nxt, 77, 'text')).signal).toBe('connection reset');
    expect(react(before, arrives(RST, before.rcv.nxt - 2, 0, 'text')).endpoint).toEqual(before);
  });

  it('means refused in SYN-RECEIVED after an active OPEN', () => {
    const before = crossedSyns();
    const { endpoint, signal } = react(before, arrives(RST, before.rcv.nxt, 0));
    expect([endpoint.state, signal]).toEqual(['CLOSED', 'connection refused']);
  });

  it('is believed in SYN-SENT only if it acknowledges our SYN', () => {
    const before = endpointIn('SYN-SENT');
    for (const ack of [ISS - 1, ISS, ISS + 2])
      expect(react(before, arrives(RST | ACK, 0, ack)).endpoint).toEqual(before);
    const { endpoint, signal, segment } = react(before, arrives(RST | ACK, 0, ISS + 1));
    expect([endpoint.state, signal, segment]).toEqual(['CLOSED', 'connection reset', null]);
  });

  it('on a SYN counts first, in every state that a SYN could move', () => {
    expect(react(endpointIn('LISTEN'), arrives(SYN | RST, 500, 0)).endpoint.state).toBe('LISTEN');
    expect(react(endpointIn('SYN-SENT'), arrives(SYN | RST, 500, 0)).endpoint.state).toBe('SYN-SENT');
  });

  it('at RCV.NXT is obeyed through a closed window (MUST-66)', () => {
    const before = endpointIn('ESTABLISHED');
    const shut = { ...before, rcv: { ...before.rcv, wnd: 0 } };
    expect(react(shut, arrives(RST, shut.rcv.nxt, 0)).endpoint.state).toBe('CLOSED');
    expect(react(shut, arrives(RST, shut.rcv.nxt + 1, 0)).segment).toBeNull();
  });
});
