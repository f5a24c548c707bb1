/** SEGMENT ARRIVES, fifth, the ACK field: RFC 9293 §3.10.7.4, RFC 5961 §5. */
import { expect, it } from 'vitest';
import { ACK, FIN } from '../../wire/segment.ts';
import { RFC9293 } from '../policy.ts';
import { answered, beyondTheTable, column, ignored, refused } from '../testing/cells.ts';
import { CONTEXT, ISS, WINDOW, after, arrives, endpointIn, react, trace } from '../testing/endpoint-in.ts';

column('ACK of all that was sent', ({ snd, rcv }) => arrives(ACK, rcv.nxt, snd.nxt), {
  CLOSED: refused('RST 0'),
  LISTEN: refused('RST 0'),
  'SYN-SENT': ignored,
  'SYN-RECEIVED': { state: 'ESTABLISHED' },
  ESTABLISHED: ignored,
  'FIN-WAIT-1': { state: 'FIN-WAIT-2' },
  'FIN-WAIT-2': ({ state }) => ({ state }),
  'CLOSE-WAIT': ({ state }) => ({ state }),
  CLOSING: { state: 'TIME-WAIT' },
  'LAST-ACK': { state: 'CLOSED' },
  'TIME-WAIT': ({ state }) => ({ state }),
});

column('ACK that is old', ({ snd, rcv }) => arrives(ACK, rcv.nxt, (snd.una - 1) >>> 0), {
  CLOSED: refused('RST 4294967295'),
  LISTEN: refused('RST 4294967295'),
  'SYN-SENT': refused('RST 999'),
  'SYN-RECEIVED': refused('RST 999'),
  ESTABLISHED: ignored,
  'FIN-WAIT-1': ignored,
  'FIN-WAIT-2': ignored,
  'CLOSE-WAIT': ignored,
  CLOSING: ignored,
  'LAST-ACK': ignored,
  'TIME-WAIT': ignored,
});

column('ACK of nothing ever sent', ({ snd, rcv }) => arrives(ACK, rcv.nxt, snd.nxt + 1), {
  CLOSED: refused('RST 1'),
  LISTEN: refused('RST 1'),
  'SYN-SENT': refused('RST 1002'),
  'SYN-RECEIVED': refused('RST 1002'),
  ESTABLISHED: answered,
  'FIN-WAIT-1': answered,
  'FIN-WAIT-2': answered,
  'CLOSE-WAIT': answered,
  CLOSING: answered,
  'LAST-ACK': answered,
  'TIME-WAIT': answered,
});

column('no flag at all', ({ rcv }) => arrives(0, rcv.nxt, 0), {
  CLOSED: refused('RST,ACK 0 0'),
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

beyondTheTable('ACK', () => {
  const sent = (text: string): ReturnType<typeof endpointIn> =>
    after([{ kind: 'send', text }], endpointIn('ESTABLISHED'));

  it('of a part moves SND.UNA and leaves the timer running', () => {
    const { endpoint } = react(sent('ten octets'), arrives(ACK, 501, ISS + 5));
    expect([endpoint.snd.una, endpoint.retransmissionQueue.length]).toEqual([ISS + 5, 1]);
    expect(endpoint.retransmitAt).toBe(CONTEXT.now + CONTEXT.parameters.rto);
  });

  it('of everything empties the retransmission queue and stops the timer', () => {
    const { endpoint } = react(sent('ten octets'), arrives(ACK, 501, ISS + 11));
    expect([endpoint.retransmissionQueue, endpoint.retransmitAt]).toEqual([[], null]);
  });

  it('of something new brings the retransmission timeout back to its base', () => {
    const again = react(sent('ten octets'), { kind: 'timeout', timer: 'retransmission' }).endpoint;
    expect([again.rto, again.retries]).toEqual([2000, 1]);
    expect(react(again, arrives(ACK, 501, ISS + 11)).endpoint).toMatchObject({ rto: 1000, retries: 0 });
  });

  it('of our text but not of our FIN leaves FIN-WAIT-1', () => {
    const before = after([{ kind: 'close' }], sent('text'));
    expect(react(before, arrives(ACK, 501, ISS + 5)).endpoint).toMatchObject({
      state: 'FIN-WAIT-1',
      snd: { una: ISS + 5 },
    });
    expect(react(before, arrives(ACK, 501, ISS + 6)).endpoint.state).toBe('FIN-WAIT-2');
  });

  it('exactly as old as the largest window is acceptable, older is not', () => {
    const before = endpointIn('ESTABLISHED');
    const oldest = before.snd.una - WINDOW;
    expect(react(before, arrives(ACK, 501, oldest, 'text')).delivered).toBe('text');
    const older = react(before, arrives(ACK, 501, oldest - 1, 'text'));
    expect([older.delivered, trace(older.segment!), older.endpoint]).toEqual(['', 'ACK 1001 501', before]);
  });

  it('left of the window is answered and dropped whole', () => {
    const before = sent('text');
    const { endpoint, segment } = react(before, arrives(ACK, 500, ISS + 5));
    expect([endpoint, trace(segment!)]).toEqual([before, 'ACK 1005 501']);
  });

  it('above SND.NXT in SYN-RECEIVED may be challenged instead of reset', () => {
    const context = { ...CONTEXT, policy: { ...RFC9293, ackAboveNextInSynReceived: 'challenge' as const } };
    const before = endpointIn('SYN-RECEIVED');
    const { endpoint, segment } = react(before, arrives(ACK, 501, ISS + 2), context);
    expect([endpoint, trace(segment!)]).toEqual([before, 'ACK 1001 501']);
  });

  it('far too old in SYN-RECEIVED is challenged', () => {
    const { segment } = react(endpointIn('SYN-RECEIVED'), arrives(ACK, 501, ISS - WINDOW - 1));
    expect(trace(segment!)).toBe('ACK 1001 501');
  });

  it('turns a CLOSE that waited in SYN-RECEIVED into FIN-WAIT-1', () => {
    const waiting = after([{ kind: 'send', text: 'text' }, { kind: 'close' }], endpointIn('SYN-RECEIVED'));
    expect(waiting.state).toBe('SYN-RECEIVED');
    expect(react(waiting, arrives(ACK, 501, ISS + 1)).endpoint.state).toBe('FIN-WAIT-1');
  });

  it('sets the window only if it is no older than the segment that last did', () => {
    const before = sent('ten octets');
    const now = react(before, arrives(ACK, 501, ISS + 5, '', 300)).endpoint;
    expect(now.snd.wnd).toBe(300);
    expect(react(now, arrives(ACK, 501, ISS + 4, '', 7)).endpoint.snd.wnd).toBe(300);
    expect(react(now, arrives(ACK, 501, ISS + 5, '', 7)).endpoint.snd.wnd).toBe(7);
  });

  it('of our FIN in LAST-ACK ends it without a word, even with text', () => {
    const { endpoint, segment, signal } = react(endpointIn('LAST-ACK'), arrives(ACK, 502, ISS + 2, 'text'));
    expect([endpoint.state, segment, signal]).toEqual(['CLOSED', null, null]);
  });

  it("on the peer's FIN takes FIN-WAIT-1 straight to TIME-WAIT", () => {
    const { endpoint } = react(endpointIn('FIN-WAIT-1'), arrives(FIN | ACK, 501, ISS + 2));
    expect([endpoint.state, endpoint.retransmitAt]).toEqual(['TIME-WAIT', null]);
  });
});
