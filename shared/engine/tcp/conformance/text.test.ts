/** SEGMENT ARRIVES, first and seventh, text: RFC 9293 §3.10.7.4, Table 6. */
import { expect, it } from 'vitest';
import { ACK } from '../../wire/segment.ts';
import { RFC9293 } from '../policy.ts';
import type { Endpoint } from '../endpoint.ts';
import { answered, beyondTheTable, column, ignored, refused } from '../testing/cells.ts';
import { CONTEXT, ISS, WINDOW, after, arrives, endpointIn, react, trace } from '../testing/endpoint-in.ts';

/** An ACK that is acceptable and, where the handshake is over, acknowledges nothing new. */
const ackFor = ({ state, snd }: Endpoint): number =>
  state === 'SYN-RECEIVED' || state === 'SYN-SENT' ? snd.nxt : snd.una;

column('text in order', (e) => arrives(ACK, e.rcv.nxt, ackFor(e), 'text'), {
  CLOSED: refused('RST 0'),
  LISTEN: refused('RST 0'),
  'SYN-SENT': ignored,
  'SYN-RECEIVED': { state: 'ESTABLISHED', sends: ['ACK 1001 505'], delivered: 'text' },
  ESTABLISHED: { state: 'ESTABLISHED', sends: ['ACK 1001 505'], delivered: 'text' },
  'FIN-WAIT-1': { state: 'FIN-WAIT-1', sends: ['ACK 1002 505'], delivered: 'text' },
  'FIN-WAIT-2': { state: 'FIN-WAIT-2', sends: ['ACK 1002 505'], delivered: 'text' },
  'CLOSE-WAIT': ({ state }) => ({ state }),
  CLOSING: ({ state }) => ({ state }),
  'LAST-ACK': ({ state }) => ({ state }),
  'TIME-WAIT': ({ state }) => ({ state }),
});

column('text that is old', (e) => arrives(ACK, e.rcv.nxt - 4, ackFor(e), 'text'), {
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
  'TIME-WAIT': answered,
});

column('text partly old', (e) => arrives(ACK, e.rcv.nxt - 4, ackFor(e), 'old.new'), {
  CLOSED: refused('RST 0'),
  LISTEN: refused('RST 0'),
  'SYN-SENT': ignored,
  'SYN-RECEIVED': { state: 'ESTABLISHED', sends: ['ACK 1001 504'], delivered: 'new' },
  ESTABLISHED: { state: 'ESTABLISHED', sends: ['ACK 1001 504'], delivered: 'new' },
  'FIN-WAIT-1': { state: 'FIN-WAIT-1', sends: ['ACK 1002 504'], delivered: 'new' },
  'FIN-WAIT-2': { state: 'FIN-WAIT-2', sends: ['ACK 1002 504'], delivered: 'new' },
  'CLOSE-WAIT': ({ state }) => ({ state }),
  CLOSING: ({ state }) => ({ state }),
  'LAST-ACK': ({ state }) => ({ state }),
  'TIME-WAIT': ({ state }) => ({ state }),
});

column('text ahead of a hole', (e) => arrives(ACK, e.rcv.nxt + 4, ackFor(e), 'text'), {
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
  'TIME-WAIT': ({ state }) => ({ state }),
});

const tooMuch = 'x'.repeat(WINDOW + 10);
const windowful = 'x'.repeat(WINDOW);

column('text over the right edge', (e) => arrives(ACK, e.rcv.nxt, ackFor(e), tooMuch), {
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
  'TIME-WAIT': ({ state }) => ({ state }),
});

column('text beyond the right edge', (e) => arrives(ACK, e.rcv.nxt + WINDOW, ackFor(e), 'text'), {
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
  'TIME-WAIT': answered,
});

column('text without ACK', (e) => arrives(0, e.rcv.nxt, 0, 'text'), {
  CLOSED: refused('RST,ACK 0 4'),
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

beyondTheTable('text', () => {
  const established = endpointIn('ESTABLISHED');
  const text = (seq: number, octets: string): ReturnType<typeof arrives> =>
    arrives(ACK, seq, ISS + 1, octets);

  it('held ahead of a hole is delivered when the hole is filled, overlap and repetition or not', () => {
    const held = after([text(506, 'fghij'), text(506, 'fghij'), text(504, 'defg')], established);
    const filled = react(held, text(501, 'abcde'));
    expect([filled.delivered, trace(filled.segment!)]).toEqual(['abcdefghij', 'ACK 1001 511']);
    expect(filled.endpoint.reassemblyQueue).toEqual([]);
  });

  it('repeated ahead of a hole takes no more room', () => {
    const once = after([text(506, 'fghij')], established);
    expect(after([text(506, 'fghij'), text(507, 'ghi')], once).reassemblyQueue).toEqual(once.reassemblyQueue);
  });

  it('ahead of a hole may be dropped', () => {
    const context = { ...CONTEXT, policy: { ...RFC9293, aheadOfHole: 'drop' as const } };
    const { endpoint, segment } = react(established, text(506, 'fghij'), context);
    expect([endpoint.reassemblyQueue, trace(segment!)]).toEqual([[], 'ACK 1001 501']);
  });

  it('that begins before the window and ends after it is not acceptable by Table 6', () => {
    const { endpoint, segment } = react(established, text(500, `x${tooMuch}`));
    expect([endpoint, trace(segment!)]).toEqual([established, 'ACK 1001 501']);
  });

  it('that ends with the last octet of the window is taken whole', () => {
    expect(react(established, text(501, windowful)).delivered).toBe(windowful);
  });

  it('meets a closed window: answered, not taken', () => {
    const shut = { ...established, rcv: { ...established.rcv, wnd: 0 } };
    const { endpoint, segment } = react(shut, text(501, 'x'));
    expect([endpoint, trace(segment!)]).toEqual([shut, 'ACK 1001 501']);
    expect(react(shut, arrives(ACK, 501, ISS + 1)).segment).toBeNull();
  });

  it("after the peer's FIN may be acknowledged", () => {
    const context = { ...CONTEXT, policy: { ...RFC9293, textAfterFin: 'ack' as const } };
    const { segment, delivered } = react(
      endpointIn('CLOSE-WAIT'),
      arrives(ACK, 502, ISS + 1, 'text'),
      context,
    );
    expect([trace(segment!), delivered]).toEqual(['ACK 1001 502', '']);
  });

  it('on the SYN,ACK is delivered on entering ESTABLISHED', () => {
    const { delivered, segment } = react(endpointIn('SYN-SENT'), arrives(ACK | 0x02, 500, ISS + 1, 'text'));
    expect([delivered, trace(segment!)]).toEqual(['text', 'ACK 1001 505']);
  });

  it('wraps through zero', () => {
    const near = after([
      { kind: 'open', mode: 'passive' },
      arrives(0x02, 4_294_967_293, 0),
      arrives(ACK, 4_294_967_294, ISS + 1),
    ]);
    const { delivered, endpoint } = react(near, text(4_294_967_292, '..four'));
    expect([delivered, endpoint.rcv.nxt]).toEqual(['four', 2]);
  });
});
