/** Timeouts: RFC 9293 §3.10.8, §3.8.1, §3.8.3. */
import { expect, it } from 'vitest';
import { ACK } from '../../wire/segment.ts';
import type { Reaction } from '../testing/cells.ts';
import { beyondTheTable, column, ignored } from '../testing/cells.ts';
import {
  CONTEXT,
  ISS,
  after,
  arrives,
  crossedSyns,
  endpointIn,
  react,
  trace,
} from '../testing/endpoint-in.ts';

column('retransmission timeout', () => ({ kind: 'timeout', timer: 'retransmission' }), {
  CLOSED: ignored,
  LISTEN: ignored,
  'SYN-SENT': { state: 'SYN-SENT', sends: ['SYN 1000'] },
  'SYN-RECEIVED': { state: 'SYN-RECEIVED', sends: ['SYN,ACK 1000 501'] },
  ESTABLISHED: ignored,
  'FIN-WAIT-1': { state: 'FIN-WAIT-1', sends: ['FIN,ACK 1001 501'] },
  'FIN-WAIT-2': ignored,
  'CLOSE-WAIT': ignored,
  CLOSING: { state: 'CLOSING', sends: ['FIN,ACK 1001 502'] },
  'LAST-ACK': { state: 'LAST-ACK', sends: ['FIN,ACK 1001 502'] },
  'TIME-WAIT': ignored,
});

column('time-wait timeout', () => ({ kind: 'timeout', timer: 'time-wait' }), {
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
  'TIME-WAIT': { state: 'CLOSED' },
});

const gaveUp: Reaction = { state: 'CLOSED', signal: 'connection aborted due to user timeout' };

column('user timeout', () => ({ kind: 'timeout', timer: 'user' }), {
  CLOSED: ignored,
  LISTEN: gaveUp,
  'SYN-SENT': gaveUp,
  'SYN-RECEIVED': gaveUp,
  ESTABLISHED: gaveUp,
  'FIN-WAIT-1': gaveUp,
  'FIN-WAIT-2': gaveUp,
  'CLOSE-WAIT': gaveUp,
  CLOSING: gaveUp,
  'LAST-ACK': gaveUp,
  'TIME-WAIT': gaveUp,
});

beyondTheTable('timers', () => {
  const expire = { kind: 'timeout', timer: 'retransmission' } as const;
  const twoSent = (): ReturnType<typeof endpointIn> =>
    after(
      [
        { kind: 'send', text: 'one' },
        { kind: 'send', text: 'three' },
      ],
      endpointIn('ESTABLISHED'),
    );

  it('the front of the queue alone goes again, with the ACK of today', () => {
    const before = after([arrives(ACK, 501, ISS + 1, 'text')], twoSent());
    const { segment, endpoint } = react(before, expire);
    expect([trace(segment!), segment!.text]).toEqual(['ACK 1001 505 +3', 'one']);
    expect([endpoint.snd, endpoint.retransmissionQueue]).toEqual([before.snd, before.retransmissionQueue]);
  });

  it('what is partly acknowledged goes again whole, numbered as before', () => {
    const { segment } = react(after([arrives(ACK, 501, ISS + 2)], twoSent()), expire);
    expect(trace(segment!)).toBe('ACK 1001 501 +3');
  });

  it('the timeout doubles up to its limit, and the connection is given up at last', () => {
    const parameters = { ...CONTEXT.parameters, rto: 1000, maxRto: 3000, retransmissions: 3 };
    let outcome = react(endpointIn('SYN-SENT'), expire, { ...CONTEXT, parameters });
    const timeouts = [outcome.endpoint.rto];
    while (outcome.endpoint.state !== 'CLOSED') {
      outcome = react(outcome.endpoint, expire, { ...CONTEXT, parameters });
      timeouts.push(outcome.endpoint.rto);
    }
    expect(timeouts).toEqual([2000, 3000, 3000, 0]);
    expect([outcome.signal, outcome.segment]).toEqual(['connection aborted due to user timeout', null]);
  });

  it('the SYN of crossed SYNs goes again with ACK', () => {
    expect(trace(react(crossedSyns(), expire).segment!)).toBe('SYN,ACK 1000 501');
  });

  it('FIN-WAIT-1 reached from SYN-RECEIVED still has the SYN in front', () => {
    const before = after([{ kind: 'close' }], endpointIn('SYN-RECEIVED'));
    expect(trace(react(before, expire).segment!)).toBe('SYN,ACK 1000 501');
  });

  it('the retransmission timer runs exactly while something is unacknowledged', () => {
    const states = ['LISTEN', 'ESTABLISHED', 'FIN-WAIT-2', 'CLOSE-WAIT', 'TIME-WAIT', 'CLOSED'] as const;
    for (const state of states) expect(endpointIn(state).retransmitAt).toBeNull();
    const running = ['SYN-SENT', 'SYN-RECEIVED', 'FIN-WAIT-1', 'CLOSING', 'LAST-ACK'] as const;
    for (const state of running) expect(endpointIn(state).retransmitAt).not.toBeNull();
  });
});
