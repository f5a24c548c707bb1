/** The answers that a correct endpoint may give: each freedom of policy.ts, and each run that joins into one segment. */
import { describe, expect, it } from 'vitest';
import { ACK, FIN, RST, SYN } from '../wire/segment.ts';
import { alternatives, isSameSegment } from './alternatives.ts';
import type { Endpoint } from './endpoint.ts';
import type { TcpEvent } from './event.ts';
import { TCP_STATES } from './state.ts';
import {
  CONTEXT,
  ISS,
  PEER_ISS,
  after,
  arrives,
  crossedSyns,
  endpointIn,
  trace,
} from './testing/endpoint-in.ts';

/** Every answer as the events that it settles and the segment that it sends, the RFC's own first. */
const answers = (endpoint: Endpoint, ...queue: readonly TcpEvent[]): readonly string[] =>
  alternatives(endpoint, queue, CONTEXT).map(
    ({ settles, segment }) => `${settles}: ${segment === null ? 'silence' : trace(segment)}`,
  );

const send = (text: string): TcpEvent => ({ kind: 'send', text });
const CLOSE: TcpEvent = { kind: 'close' };
const ABORT: TcpEvent = { kind: 'abort' };
const EXPIRE: TcpEvent = { kind: 'timeout', timer: 'retransmission' };
const established = endpointIn('ESTABLISHED');
const arrivingText = (seq: number, text: string): TcpEvent => arrives(ACK, seq, ISS + 1, text);

describe('freedoms', () => {
  it('the same SYN again in SYN-RECEIVED: SYN,ACK again, or an ACK', () => {
    expect(answers(endpointIn('SYN-RECEIVED'), arrives(SYN, PEER_ISS, 0))).toEqual([
      '1: SYN,ACK 1000 501',
      '1: ACK 1001 501',
    ]);
  });

  it('SYN,ACK after crossing SYNs: silence or an ACK, and the state differs', () => {
    const found = alternatives(crossedSyns(), [arrives(SYN | ACK, PEER_ISS, ISS + 1)], CONTEXT);
    expect(found.map(({ segment, endpoint }) => [segment && trace(segment), endpoint.state])).toEqual([
      [null, 'ESTABLISHED'],
      ['ACK 1001 501', 'ESTABLISHED'],
    ]);
  });

  it('an ACK above SND.NXT in SYN-RECEIVED: reset, or challenge', () => {
    expect(answers(endpointIn('SYN-RECEIVED'), arrives(ACK, 501, ISS + 2))).toEqual([
      '1: RST 1002',
      '1: ACK 1001 501',
    ]);
  });

  it('an ACK below SND.UNA in SYN-RECEIVED: reset only', () => {
    expect(answers(endpointIn('SYN-RECEIVED'), arrives(ACK, 501, ISS))).toEqual(['1: RST 1000']);
  });

  it.each(['CLOSE-WAIT', 'TIME-WAIT'] as const)(
    "text after the peer's FIN in %s: silence, or an ACK",
    (state) => {
      const endpoint = endpointIn(state);
      expect(answers(endpoint, arrives(ACK, 502, endpoint.snd.nxt, 'text'))).toEqual([
        '1: silence',
        `1: ACK ${endpoint.snd.nxt} 502`,
      ]);
    },
  );

  it.each(['SYN-RECEIVED', 'ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSE-WAIT'] as const)(
    'ABORT in %s: RST with or without ACK',
    (state) => {
      const endpoint = endpointIn(state);
      const { snd, rcv } = endpoint;
      expect(answers(endpoint, ABORT)).toEqual([`1: RST ${snd.nxt}`, `1: RST,ACK ${snd.nxt} ${rcv.nxt}`]);
    },
  );

  it.each(['LISTEN', 'SYN-SENT', 'CLOSING', 'LAST-ACK', 'TIME-WAIT'] as const)(
    'ABORT in %s: silence',
    (state) => {
      expect(answers(endpointIn(state), ABORT)).toEqual(['1: silence']);
    },
  );
});

describe('no freedom', () => {
  it.each([
    ['a SYN in LISTEN', 'LISTEN', arrives(SYN, PEER_ISS, 0), '1: SYN,ACK 1000 501'],
    ['a SYN,ACK in SYN-SENT', 'SYN-SENT', arrives(SYN | ACK, PEER_ISS, ISS + 1), '1: ACK 1001 501'],
    ['text in ESTABLISHED', 'ESTABLISHED', arrivingText(501, 'text'), '1: ACK 1001 505'],
    ['a FIN in ESTABLISHED', 'ESTABLISHED', arrives(FIN | ACK, 501, ISS + 1), '1: ACK 1001 502'],
    ['a SYN in the window', 'ESTABLISHED', arrives(SYN, 600, 0), '1: ACK 1001 501'],
    ['a RST elsewhere in the window', 'ESTABLISHED', arrives(RST, 600, 0), '1: ACK 1001 501'],
    ['a RST outside it', 'ESTABLISHED', arrives(RST, 400, 0), '1: silence'],
    ['a bare ACK', 'ESTABLISHED', arrives(ACK, 501, ISS + 1), '1: silence'],
    ["the peer's FIN again", 'TIME-WAIT', arrives(FIN | ACK, 501, ISS + 2), '1: ACK 1002 502'],
    ['active OPEN', 'CLOSED', { kind: 'open', mode: 'active' } as const, '1: SYN 1000'],
    ['anything to CLOSED', 'CLOSED', arrives(ACK, 7, 9), '1: RST 9'],
  ] as const)('%s', (_, state, event, answer) => {
    expect(answers(endpointIn(state), event)).toEqual([answer]);
  });

  it('no events, no answers', () => {
    for (const state of TCP_STATES) expect(answers(endpointIn(state))).toEqual([]);
  });
});

describe('merged runs', () => {
  it('text and text: each acknowledged, or both at once', () => {
    expect(answers(established, arrivingText(501, 'one'), arrivingText(504, 'two'))).toEqual([
      '1: ACK 1001 504',
      '2: ACK 1001 507',
    ]);
  });

  it('a run of any length, a hole in it or not', () => {
    const early = arrivingText(507, 'three');
    expect(answers(established, early, arrivingText(501, 'one'), arrivingText(504, 'two'))).toEqual([
      '1: ACK 1001 501',
      '2: ACK 1001 504',
      '3: ACK 1001 512',
    ]);
  });

  it('an ACK and text of ours', () => {
    expect(answers(established, arrivingText(501, 'one'), send('four'))).toEqual([
      '1: ACK 1001 504',
      '2: ACK 1001 504 +4',
    ]);
  });

  it('the ACK of the SYN,ACK and text that waited', () => {
    const waiting = after([send('four'), send('five5')], endpointIn('SYN-SENT'));
    expect(answers(waiting, arrives(SYN | ACK, PEER_ISS, ISS + 1))).toEqual([
      '1: ACK 1001 501',
      '1: ACK 1001 501 +4',
      '1: ACK 1001 501 +9',
    ]);
  });

  it('text and text of ours, and the FIN behind it', () => {
    expect(answers(established, send('four'), send('five5'), CLOSE)).toEqual([
      '1: ACK 1001 501 +4',
      '2: ACK 1001 501 +9',
      '3: FIN,ACK 1001 501 +9',
    ]);
  });

  it("the ACK of the peer's FIN and our own FIN", () => {
    expect(answers(established, arrives(FIN | ACK, 501, ISS + 1), CLOSE)).toEqual([
      '1: ACK 1001 502',
      '2: FIN,ACK 1001 502',
    ]);
  });

  it('ACK, text and FIN in one', () => {
    expect(answers(established, arrives(FIN | ACK, 501, ISS + 1, 'end'), send('bye'), CLOSE)).toEqual([
      '1: ACK 1001 505',
      '2: ACK 1001 505 +3',
      '3: FIN,ACK 1001 505 +3',
    ]);
  });

  it('a quiet event in between is settled with the rest', () => {
    const sent = after([send('four')], established);
    const queue = [arrivingText(501, 'one'), arrives(ACK, 504, ISS + 5), arrives(ACK, 504, ISS + 5, 'two')];
    expect(answers(sent, ...queue)).toEqual(['1: ACK 1005 504', '3: ACK 1005 507']);
  });

  it('never more text than the MSS', () => {
    const big = 'x'.repeat(800);
    expect(answers(established, send('x'.repeat(600)), send(big))).not.toContain('2: ACK 1001 501 +1400');
    const wide = after([arrives(ACK, 501, ISS + 1, '', 9000)], established);
    expect(answers(wide, send(big), send(big))).toEqual(['1: ACK 1001 501 +800']);
  });

  it('nothing behind a FIN, a SYN or a RST', () => {
    expect(answers(established, CLOSE, arrivingText(501, 'one'))).toEqual(['1: FIN,ACK 1001 501']);
    expect(
      answers(endpointIn('LISTEN'), arrives(SYN, PEER_ISS, 0), arrives(ACK, 501, ISS + 1, 'one')),
    ).toEqual(['1: SYN,ACK 1000 501']);
    expect(answers(established, ABORT, arrivingText(501, 'one'))).toEqual([
      '1: RST 1001',
      '1: RST,ACK 1001 501',
    ]);
  });

  it('what went out as one segment is sent again as one', () => {
    const [, , merged] = alternatives(established, [send('four'), send('five5'), CLOSE], CONTEXT);
    expect(merged?.endpoint.retransmissionQueue).toEqual([{ seq: ISS + 1, control: FIN, text: 'fourfive5' }]);
    expect(merged?.endpoint.state).toBe('FIN-WAIT-1');
    expect(answers(merged!.endpoint, EXPIRE)).toEqual(['1: FIN,ACK 1001 501 +9']);
  });

  it('gives the outcome of every event that it settles', () => {
    const [, both] = alternatives(established, [arrivingText(501, 'one'), arrivingText(504, 'two')], CONTEXT);
    expect(both?.outcomes.map(({ delivered }) => delivered)).toEqual(['one', 'two']);
    expect(both?.endpoint.rcv.nxt).toBe(507);
  });
});

describe('retransmission', () => {
  it('of the front alone, or with what follows it', () => {
    const sent = after([send('one'), send('three'), CLOSE], established);
    expect(answers(sent, EXPIRE)).toEqual([
      '1: ACK 1001 501 +3',
      '1: ACK 1001 501 +8',
      '1: FIN,ACK 1001 501 +8',
    ]);
  });

  it('of the SYN stands alone', () => {
    expect(answers(after([send('one')], endpointIn('SYN-SENT')), EXPIRE)).toEqual(['1: SYN 1000']);
    expect(answers(endpointIn('SYN-RECEIVED'), EXPIRE)).toEqual(['1: SYN,ACK 1000 501']);
  });

  it('of more than the MSS is no choice', () => {
    const wide = after(
      [arrives(ACK, 501, ISS + 1, '', 9000), send('x'.repeat(800)), send('x'.repeat(800))],
      established,
    );
    expect(answers(wide, EXPIRE)).toEqual(['1: ACK 1001 501 +800']);
  });

  it('carries the ACK of today whichever way', () => {
    const sent = after([send('one'), send('three'), arrivingText(501, 'text')], established);
    expect(answers(sent, EXPIRE)).toEqual(['1: ACK 1001 505 +3', '1: ACK 1001 505 +8']);
  });
});

describe('isSameSegment', () => {
  const segment = { flags: ACK, seq: 1, ack: 2, wnd: 3, text: 'text' };
  it('compares what a player chooses, and so not the window', () => {
    expect(isSameSegment(segment, { ...segment, wnd: 4 })).toBe(true);
    for (const other of [{ seq: 2 }, { ack: 3 }, { flags: FIN | ACK }, { text: 'texts' }])
      expect(isSameSegment(segment, { ...segment, ...other })).toBe(false);
    expect([isSameSegment(null, null), isSameSegment(segment, null), isSameSegment(null, segment)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
