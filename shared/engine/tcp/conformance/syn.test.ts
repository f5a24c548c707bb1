/** SEGMENT ARRIVES, the SYN bit: RFC 9293 §3.10.7, §3.5, RFC 5961 §4. */
import { expect, it } from 'vitest';
import { ACK, SYN } from '../../wire/segment.ts';
import { RFC9293 } from '../policy.ts';
import { answered, beyondTheTable, column, refused } from '../testing/cells.ts';
import {
  CONTEXT,
  ISS,
  PEER_ISS,
  arrives,
  crossedSyns,
  endpointIn,
  react,
  trace,
} from '../testing/endpoint-in.ts';

column('SYN in the window', ({ rcv }) => arrives(SYN, rcv.nxt + 100, 0), {
  CLOSED: refused('RST,ACK 0 101'),
  LISTEN: { state: 'SYN-RECEIVED', sends: ['SYN,ACK 1000 101'] },
  'SYN-SENT': { state: 'SYN-RECEIVED', sends: ['SYN,ACK 1000 101'] },
  'SYN-RECEIVED': { state: 'LISTEN' },
  ESTABLISHED: answered,
  'FIN-WAIT-1': answered,
  'FIN-WAIT-2': answered,
  'CLOSE-WAIT': answered,
  CLOSING: answered,
  'LAST-ACK': answered,
  'TIME-WAIT': answered,
});

column('SYN outside the window', ({ rcv }) => arrives(SYN, (rcv.nxt + 70_000) >>> 0, 0), {
  CLOSED: refused('RST,ACK 0 70001'),
  LISTEN: { state: 'SYN-RECEIVED', sends: ['SYN,ACK 1000 70001'] },
  'SYN-SENT': { state: 'SYN-RECEIVED', sends: ['SYN,ACK 1000 70001'] },
  'SYN-RECEIVED': answered,
  ESTABLISHED: answered,
  'FIN-WAIT-1': answered,
  'FIN-WAIT-2': answered,
  'CLOSE-WAIT': answered,
  CLOSING: answered,
  'LAST-ACK': answered,
  'TIME-WAIT': answered,
});

column('SYN again', () => arrives(SYN, PEER_ISS, 0), {
  CLOSED: refused('RST,ACK 0 501'),
  LISTEN: { state: 'SYN-RECEIVED', sends: ['SYN,ACK 1000 501'] },
  'SYN-SENT': { state: 'SYN-RECEIVED', sends: ['SYN,ACK 1000 501'] },
  'SYN-RECEIVED': { state: 'SYN-RECEIVED', sends: ['SYN,ACK 1000 501'] },
  ESTABLISHED: answered,
  'FIN-WAIT-1': answered,
  'FIN-WAIT-2': answered,
  'CLOSE-WAIT': answered,
  CLOSING: answered,
  'LAST-ACK': answered,
  'TIME-WAIT': answered,
});

column('SYN,ACK again', () => arrives(SYN | ACK, PEER_ISS, ISS + 1), {
  CLOSED: refused('RST 1001'),
  LISTEN: refused('RST 1001'),
  'SYN-SENT': { state: 'ESTABLISHED', sends: ['ACK 1001 501'] },
  'SYN-RECEIVED': answered,
  ESTABLISHED: answered,
  'FIN-WAIT-1': answered,
  'FIN-WAIT-2': answered,
  'CLOSE-WAIT': answered,
  CLOSING: answered,
  'LAST-ACK': answered,
  'TIME-WAIT': answered,
});

beyondTheTable('SYN', () => {
  it('sets the receive variables and takes an ISS in LISTEN', () => {
    const { endpoint } = react(endpointIn('LISTEN'), arrives(SYN, 4_294_967_295, 0));
    expect(endpoint).toMatchObject({ irs: 4_294_967_295, iss: ISS, issTaken: 1, opened: 'passive' });
    expect([endpoint.rcv.nxt, endpoint.snd.una, endpoint.snd.nxt]).toEqual([0, ISS, ISS + 1]);
    expect(endpoint.retransmitAt).toBe(CONTEXT.now + CONTEXT.parameters.rto);
  });

  it('keeps its text until ESTABLISHED, and the SYN,ACK does not cover it', () => {
    const received = react(endpointIn('LISTEN'), arrives(SYN, 500, 0, 'early'));
    expect([received.delivered, received.segment?.ack]).toEqual(['', 501]);
    const established = react(received.endpoint, arrives(ACK, 501, ISS + 1));
    expect([established.delivered, established.segment?.ack]).toEqual(['early', 506]);
  });

  it('in the window of SYN-RECEIVED is challenged after an active OPEN (MUST-11)', () => {
    const before = crossedSyns();
    const { endpoint, segment } = react(before, arrives(SYN, before.rcv.nxt + 5, 0));
    expect([endpoint, trace(segment!)]).toEqual([before, 'ACK 1001 501']);
  });

  it('in LISTEN turned active, then SYN-RECEIVED, is challenged too', () => {
    const sent = react(endpointIn('LISTEN'), { kind: 'open', mode: 'active' });
    const received = react(sent.endpoint, arrives(SYN, 500, 0));
    expect(received.endpoint).toMatchObject({ state: 'SYN-RECEIVED', opened: 'active' });
    expect(trace(react(received.endpoint, arrives(SYN, 600, 0)).segment!)).toBe('ACK 1001 501');
  });

  it('with an ACK that does not cover ours draws RST in SYN-SENT', () => {
    const before = endpointIn('SYN-SENT');
    for (const ack of [ISS - 1, ISS, ISS + 2]) {
      const { endpoint, segment } = react(before, arrives(SYN | ACK, 500, ack));
      expect([endpoint, trace(segment!)]).toEqual([before, `RST ${ack}`]);
    }
  });

  it.each([
    ['establish', 'ESTABLISHED', null],
    ['establish-and-ack', 'ESTABLISHED', 'ACK 1001 501'],
    ['ack', 'SYN-RECEIVED', 'ACK 1001 501'],
  ] as const)('with ACK after crossing SYNs, under the policy %s', (crossedSynAck, state, sent) => {
    const context = { ...CONTEXT, policy: { ...RFC9293, crossedSynAck } };
    const { endpoint, segment } = react(crossedSyns(), arrives(SYN | ACK, PEER_ISS, ISS + 1), context);
    expect([endpoint.state, segment && trace(segment)]).toEqual([state, sent]);
  });

  it('with an ACK of nothing after crossing SYNs is merely unacceptable', () => {
    const before = crossedSyns();
    const { endpoint, segment } = react(before, arrives(SYN | ACK, PEER_ISS, ISS));
    expect([endpoint, trace(segment!)]).toEqual([before, 'ACK 1001 501']);
  });

  it('left of the window with text that reaches into it is challenged whatever its number', () => {
    const before = endpointIn('ESTABLISHED');
    const { endpoint, segment } = react(before, arrives(SYN | ACK, 490, ISS + 1, 'x'.repeat(20)));
    expect([endpoint, trace(segment!)]).toEqual([before, 'ACK 1001 501']);
  });
});
