/** SEGMENT ARRIVES, eighth, the FIN bit: RFC 9293 §3.10.7.4, §3.6. */
import { expect, it } from 'vitest';
import { ACK, FIN, SYN } from '../../wire/segment.ts';
import type { Endpoint } from '../endpoint.ts';
import { answered, beyondTheTable, column, ignored, refused } from '../testing/cells.ts';
import { CONTEXT, ISS, WINDOW, after, arrives, endpointIn, react, trace } from '../testing/endpoint-in.ts';

const ackFor = ({ state, snd }: Endpoint): number =>
  state === 'SYN-RECEIVED' || state === 'SYN-SENT' ? snd.nxt : snd.una;
const signal = 'connection closing';

column('FIN in order', (e) => arrives(FIN | ACK, e.rcv.nxt, ackFor(e), 'end'), {
  CLOSED: refused('RST 0'),
  LISTEN: refused('RST 0'),
  'SYN-SENT': ignored,
  'SYN-RECEIVED': { state: 'CLOSE-WAIT', sends: ['ACK 1001 505'], delivered: 'end', signal },
  ESTABLISHED: { state: 'CLOSE-WAIT', sends: ['ACK 1001 505'], delivered: 'end', signal },
  'FIN-WAIT-1': { state: 'CLOSING', sends: ['ACK 1002 505'], delivered: 'end', signal },
  'FIN-WAIT-2': { state: 'TIME-WAIT', sends: ['ACK 1002 505'], delivered: 'end', signal },
  // A second, new FIN cannot be: these only must not move or deliver.
  'CLOSE-WAIT': ({ state }) => ({ state }),
  CLOSING: ({ state }) => ({ state }),
  'LAST-ACK': ({ state }) => ({ state }),
  'TIME-WAIT': ({ state }) => ({ state, sends: ['ACK 1002 502'] }),
});

column('FIN ahead of a hole', (e) => arrives(FIN | ACK, e.rcv.nxt + 4, ackFor(e)), {
  CLOSED: refused('RST 0'),
  LISTEN: refused('RST 0'),
  'SYN-SENT': ignored,
  'SYN-RECEIVED': { state: 'ESTABLISHED', sends: ['ACK 1001 501'] },
  ESTABLISHED: { state: 'ESTABLISHED', sends: ['ACK 1001 501'] },
  'FIN-WAIT-1': { state: 'FIN-WAIT-1', sends: ['ACK 1002 501'] },
  'FIN-WAIT-2': { state: 'FIN-WAIT-2', sends: ['ACK 1002 501'] },
  'CLOSE-WAIT': ({ state }) => ({ state }),
  CLOSING: ({ state }) => ({ state }),
  'LAST-ACK': ({ state }) => ({ state }),
  'TIME-WAIT': ({ state }) => ({ state, sends: ['ACK 1002 502'] }),
});

column('FIN again', (e) => arrives(FIN | ACK, e.rcv.nxt - 1, e.snd.nxt), {
  CLOSED: refused('RST 0'),
  LISTEN: refused('RST 0'),
  'SYN-SENT': ignored,
  'SYN-RECEIVED': answered,
  ESTABLISHED: answered,
  'FIN-WAIT-1': answered,
  'FIN-WAIT-2': answered,
  'CLOSE-WAIT': answered,
  CLOSING: answered,
  'LAST-ACK': answered,
  'TIME-WAIT': { state: 'TIME-WAIT', sends: ['ACK 1002 502'] },
});

const windowful = 'x'.repeat(WINDOW);

column('FIN over the right edge', (e) => arrives(FIN | ACK, e.rcv.nxt, ackFor(e), windowful), {
  CLOSED: refused('RST 0'),
  LISTEN: refused('RST 0'),
  'SYN-SENT': ignored,
  'SYN-RECEIVED': { state: 'ESTABLISHED', sends: ['ACK 1001 1501'], delivered: windowful },
  ESTABLISHED: { state: 'ESTABLISHED', sends: ['ACK 1001 1501'], delivered: windowful },
  'FIN-WAIT-1': { state: 'FIN-WAIT-1', sends: ['ACK 1002 1501'], delivered: windowful },
  'FIN-WAIT-2': { state: 'FIN-WAIT-2', sends: ['ACK 1002 1501'], delivered: windowful },
  'CLOSE-WAIT': ({ state }) => ({ state }),
  CLOSING: ({ state }) => ({ state }),
  'LAST-ACK': ({ state }) => ({ state }),
  'TIME-WAIT': ({ state }) => ({ state, sends: ['ACK 1002 502'] }),
});

column('FIN without ACK', (e) => arrives(FIN, e.rcv.nxt, 0), {
  CLOSED: refused('RST,ACK 0 1'),
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

beyondTheTable('FIN', () => {
  const wait = 2 * CONTEXT.parameters.msl;

  it('held ahead of a hole closes when the hole is filled', () => {
    const held = after([arrives(FIN | ACK, 505, ISS + 1, 'more')], endpointIn('ESTABLISHED'));
    const { endpoint, delivered, signal } = react(held, arrives(ACK, 501, ISS + 1, 'some'));
    expect([endpoint.state, delivered, signal, endpoint.rcv.nxt]).toEqual([
      'CLOSE-WAIT',
      'somemore',
      'connection closing',
      510,
    ]);
  });

  it('behind text that is wholly old counts', () => {
    const before = after([arrives(ACK, 501, ISS + 1, 'text')], endpointIn('ESTABLISHED'));
    const { endpoint, delivered, segment } = react(before, arrives(FIN | ACK, 501, ISS + 1, 'text'));
    expect([endpoint.state, delivered, trace(segment!)]).toEqual(['CLOSE-WAIT', '', 'ACK 1001 506']);
  });

  it('on the SYN,ACK takes SYN-SENT to CLOSE-WAIT', () => {
    const { endpoint, segment } = react(endpointIn('SYN-SENT'), arrives(SYN | FIN | ACK, 500, ISS + 1));
    expect([endpoint.state, trace(segment!)]).toEqual(['CLOSE-WAIT', 'ACK 1001 502']);
  });

  it('starts the 2 MSL wait in FIN-WAIT-2, and again when it is repeated', () => {
    const started = react(endpointIn('FIN-WAIT-2'), arrives(FIN | ACK, 501, ISS + 2, 'end'), {
      ...CONTEXT,
      now: 1,
    });
    expect(started.endpoint.timeWaitEndsAt).toBe(1 + wait);
    const again = react(started.endpoint, arrives(FIN | ACK, 501, ISS + 2, 'end'), { ...CONTEXT, now: 2 });
    expect([again.endpoint.timeWaitEndsAt, trace(again.segment!)]).toEqual([2 + wait, 'ACK 1002 505']);
  });

  it("with a number that is not the peer's does not prolong TIME-WAIT", () => {
    const before = endpointIn('TIME-WAIT');
    for (const seq of [400, 502 + WINDOW, 500]) {
      const { endpoint, segment } = react(before, arrives(FIN | ACK, seq, ISS + 2));
      expect([endpoint, trace(segment!)]).toEqual([before, 'ACK 1002 502']);
    }
  });

  it('may come before our own queued text and FIN have gone', () => {
    const shut = after(
      [arrives(ACK, 501, ISS + 1, '', 0), { kind: 'send', text: 'text' }, { kind: 'close' }],
      endpointIn('ESTABLISHED'),
    );
    const closing = react(shut, arrives(FIN | ACK, 501, ISS + 1, '', 0));
    expect([closing.endpoint.state, trace(closing.segment!)]).toEqual(['CLOSING', 'ACK 1001 502']);
    const opened = react(closing.endpoint, arrives(ACK, 502, ISS + 1, '', 100));
    expect([trace(opened.segment!), opened.more]).toEqual(['ACK 1001 502 +4', true]);
    expect(trace(react(opened.endpoint, { kind: 'transmit' }).segment!)).toBe('FIN,ACK 1005 502');
  });
});
