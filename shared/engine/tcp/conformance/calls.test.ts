/** User calls: RFC 9293 §3.10.1, .2, .4, .5. */
import { expect, it } from 'vitest';
import { ACK, FIN } from '../../wire/segment.ts';
import { RFC9293 } from '../policy.ts';
import { settle } from '../step.ts';
import { beyondTheTable, column, error } from '../testing/cells.ts';
import { CONTEXT, ISS, after, arrives, endpointIn, react, trace } from '../testing/endpoint-in.ts';

const exists = error('connection already exists');
const closing = error('connection closing');
const none = error('connection does not exist');
const result = 'ok';

column('passive OPEN', () => ({ kind: 'open', mode: 'passive' }), {
  CLOSED: { state: 'LISTEN', result },
  LISTEN: exists,
  'SYN-SENT': exists,
  'SYN-RECEIVED': exists,
  ESTABLISHED: exists,
  'FIN-WAIT-1': exists,
  'FIN-WAIT-2': exists,
  'CLOSE-WAIT': exists,
  CLOSING: exists,
  'LAST-ACK': exists,
  'TIME-WAIT': exists,
});

column('active OPEN', () => ({ kind: 'open', mode: 'active' }), {
  CLOSED: { state: 'SYN-SENT', sends: ['SYN 1000'], result },
  LISTEN: { state: 'SYN-SENT', sends: ['SYN 1000'], result },
  'SYN-SENT': exists,
  'SYN-RECEIVED': exists,
  ESTABLISHED: exists,
  'FIN-WAIT-1': exists,
  'FIN-WAIT-2': exists,
  'CLOSE-WAIT': exists,
  CLOSING: exists,
  'LAST-ACK': exists,
  'TIME-WAIT': exists,
});

column('SEND', () => ({ kind: 'send', text: 'text' }), {
  CLOSED: none,
  LISTEN: { state: 'SYN-SENT', sends: ['SYN 1000'], result },
  'SYN-SENT': { state: 'SYN-SENT', result },
  'SYN-RECEIVED': { state: 'SYN-RECEIVED', result },
  ESTABLISHED: { state: 'ESTABLISHED', sends: ['ACK 1001 501 +4'], result },
  'FIN-WAIT-1': closing,
  'FIN-WAIT-2': closing,
  'CLOSE-WAIT': { state: 'CLOSE-WAIT', sends: ['ACK 1001 502 +4'], result },
  CLOSING: closing,
  'LAST-ACK': closing,
  'TIME-WAIT': closing,
});

column('CLOSE', () => ({ kind: 'close' }), {
  CLOSED: none,
  LISTEN: { state: 'CLOSED', result },
  'SYN-SENT': { state: 'CLOSED', result },
  'SYN-RECEIVED': { state: 'FIN-WAIT-1', sends: ['FIN,ACK 1001 501'], result },
  ESTABLISHED: { state: 'FIN-WAIT-1', sends: ['FIN,ACK 1001 501'], result },
  'FIN-WAIT-1': closing,
  'FIN-WAIT-2': closing,
  'CLOSE-WAIT': { state: 'LAST-ACK', sends: ['FIN,ACK 1001 502'], result },
  CLOSING: closing,
  'LAST-ACK': closing,
  'TIME-WAIT': closing,
});

column('ABORT', () => ({ kind: 'abort' }), {
  CLOSED: none,
  LISTEN: { state: 'CLOSED', result },
  'SYN-SENT': { state: 'CLOSED', result },
  'SYN-RECEIVED': { state: 'CLOSED', sends: ['RST 1001'], result },
  ESTABLISHED: { state: 'CLOSED', sends: ['RST 1001'], result },
  'FIN-WAIT-1': { state: 'CLOSED', sends: ['RST 1002'], result },
  'FIN-WAIT-2': { state: 'CLOSED', sends: ['RST 1002'], result },
  'CLOSE-WAIT': { state: 'CLOSED', sends: ['RST 1001'], result },
  CLOSING: { state: 'CLOSED', result },
  'LAST-ACK': { state: 'CLOSED', result },
  'TIME-WAIT': { state: 'CLOSED', result },
});

beyondTheTable('calls', () => {
  const send = (text: string): { kind: 'send'; text: string } => ({ kind: 'send', text });
  const sent = (
    endpoint: ReturnType<typeof endpointIn>,
    ...events: Parameters<typeof settle>[1][]
  ): string[] => {
    const traces: string[] = [];
    let now = endpoint;
    for (const event of events) {
      const settled = settle(now, event, CONTEXT);
      now = settled.endpoint;
      traces.push(...settled.segments.map(trace));
    }
    return traces;
  };

  it('SEND before ESTABLISHED waits, and leaves in order behind the ACK', () => {
    const waiting = after([send('one'), send('three')], endpointIn('SYN-SENT'));
    expect(sent(waiting, arrives(0x12, 500, ISS + 1))).toEqual([
      'ACK 1001 501',
      'ACK 1001 501 +3',
      'ACK 1004 501 +5',
    ]);
  });

  it('SEND longer than the MSS goes in several segments', () => {
    const context = { ...CONTEXT, parameters: { ...CONTEXT.parameters, mss: 10 } };
    const { segments } = settle(endpointIn('ESTABLISHED'), send('x'.repeat(25)), context);
    expect(segments.map(trace)).toEqual(['ACK 1001 501 +10', 'ACK 1011 501 +10', 'ACK 1021 501 +5']);
  });

  it('SEND beyond the window waits for it', () => {
    const shut = after([arrives(ACK, 501, ISS + 1, '', 5)], endpointIn('ESTABLISHED'));
    expect(sent(shut, send('12345'), send('67'))).toEqual(['ACK 1001 501 +5']);
    expect(sent(shut, send('12345'), send('67'), arrives(ACK, 501, ISS + 6, '', 5))).toEqual([
      'ACK 1001 501 +5',
      'ACK 1006 501 +2',
    ]);
  });

  it('CLOSE sends the FIN behind text that waits for the window', () => {
    const shut = after(
      [arrives(ACK, 501, ISS + 1, '', 0), send('text'), { kind: 'close' }],
      endpointIn('ESTABLISHED'),
    );
    expect(shut.state).toBe('FIN-WAIT-1');
    expect(sent(shut, arrives(ACK, 501, ISS + 1, '', 9))).toEqual(['ACK 1001 501 +4', 'FIN,ACK 1005 501']);
  });

  it('CLOSE in CLOSE-WAIT becomes LAST-ACK with the FIN, and takes no SEND after it', () => {
    const shut = after(
      [arrives(FIN | ACK, 501, ISS + 1, '', 0), send('text'), { kind: 'close' }],
      endpointIn('ESTABLISHED'),
    );
    expect(shut.state).toBe('CLOSE-WAIT');
    expect(react(shut, send('more')).result).toBe('connection closing');
    expect(react(shut, { kind: 'close' }).result).toBe('connection closing');
    const { endpoint } = settle(shut, arrives(ACK, 502, ISS + 1, '', 9), CONTEXT);
    expect(endpoint.state).toBe('LAST-ACK');
  });

  it('CLOSE in SYN-RECEIVED with text queued waits, and a second is an error', () => {
    const waiting = after([send('text'), { kind: 'close' }], endpointIn('SYN-RECEIVED'));
    expect(react(waiting, { kind: 'close' }).result).toBe('connection closing');
    expect(react(waiting, send('more')).result).toBe('connection closing');
    expect(sent(waiting, arrives(ACK, 501, ISS + 1))).toEqual(['ACK 1001 501 +4', 'FIN,ACK 1005 501']);
  });

  it('ABORT may carry an acknowledgment', () => {
    const context = { ...CONTEXT, policy: { ...RFC9293, abortReset: 'rst-ack' as const } };
    expect(trace(react(endpointIn('ESTABLISHED'), { kind: 'abort' }, context).segment!)).toBe(
      'RST,ACK 1001 501',
    );
  });

  it('every incarnation counts its initial sequence number', () => {
    const twice = after([{ kind: 'abort' }, { kind: 'open', mode: 'active' }], endpointIn('SYN-SENT'));
    expect(twice.issTaken).toBe(2);
  });
});
