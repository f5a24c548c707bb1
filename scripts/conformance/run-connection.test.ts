import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLink } from './link.ts';
import { readVectorFile } from './read-vectors.ts';
import { describeFailure } from './report.ts';
import { runConnection } from './run-connection.ts';
import { createStream } from './stream.ts';
import type { ArrivingSegment, ConnectionExpectation, ConnectionVector } from './vector.ts';

/** What comes of a vector of the corpus after a change. */
function outcome(name: string, spoil: (vector: ConnectionVector) => void): string {
  const file = readVectorFile(join(import.meta.dirname, 'vectors', 'connection.json'));
  const vector = file.ok ? file.value.find((one) => one.name === name) : undefined;
  if (vector?.kind !== 'connection') throw new Error(`no connection vector ${name}`);
  spoil(vector);
  const failure = runConnection(vector);
  return failure === null ? 'passed' : describeFailure(name, failure);
}

const SYN: ArrivingSegment = { flags: ['SYN'], seq: 90, ack: null, len: 0, wnd: 65535 };
const anything: ConnectionExpectation = { states: { A: 'ESTABLISHED', B: 'ESTABLISHED' } };

describe('a connection vector fails', () => {
  it('on another trace', () => {
    expect(outcome('conn-lost-syn', (vector) => (vector.faults = []))).toContain(
      'A <SEQ=100><CTL=SYN> dropped, came A <SEQ=100><CTL=SYN> delivered',
    );
  });

  it('on another state, signal and count', () => {
    const text = outcome('conn-full-life', ({ script }) => {
      script[1]!.accepted = [
        {
          states: { A: 'SYN-SENT', B: 'ESTABLISHED' },
          delivered: { A: 3 },
          signals: { A: null, B: 'connection reset' },
        },
      ];
    });
    expect(text).toContain(
      'item 2: call activeOpen at A\n    state of A: expected SYN-SENT, came ESTABLISHED',
    );
    expect(text).toContain('delivered to A: expected 3, came 0');
    expect(text).toContain('signal at B: expected connection reset, came none');
  });

  it('when a segment is still held at the end', () => {
    const text = outcome('conn-full-life', (vector) => {
      vector.faults = [{ from: 'A', nth: 2, action: 'duplicate', label: 'copy' }];
      vector.script[1]!.accepted = [anything];
    });
    expect(text).toContain('final\n    segments still held: expected none, came copy');
  });

  it('on another total at the end', () => {
    const text = outcome('conn-full-life', ({ final }) => (final.delivered.A = 21));
    expect(text).toContain('final\n    delivered to A: expected 21, came 20');
  });

  it('when nothing is held under a label', () => {
    const text = outcome('conn-stale-syn', ({ script }) => (script[3]!.together = [{ release: 'other' }]));
    expect(text).toContain('no segment is held under the label other');
  });

  it('on another result of a call', () => {
    const text = outcome(
      'conn-full-life',
      ({ script }) => (script[0]!.together[0]!.result = 'connection already exists'),
    );
    expect(text).toContain('result: expected connection already exists, came ok');
  });

  it('on a segment storm', () => {
    const text = outcome('conn-full-life', ({ script }) => {
      const inject = { to: 'B' as const, segment: SYN };
      script[1] = { together: Array.from({ length: 201 }, () => ({ inject })), accepted: [anything] };
    });
    expect(text).toContain('more than 200 deliveries');
  });
});

describe('a stream', () => {
  it('has octet k mod 251 and takes exactly that, once and in order', () => {
    const stream = createStream();
    stream.begin(1000);
    const text = stream.next(260);
    stream.advance(260);
    expect([249, 250, 251, 252].map((k) => text.charCodeAt(k))).toEqual([249, 250, 0, 1]);
    expect(stream.deliver(1000, text.slice(0, 255))).toBeNull();
    expect(stream.deliver(1000, text.slice(250, 255))).toContain('are not those sent');
    expect(stream.deliver(1000, 'more')).toContain('264 were delivered, 260 were sent');
  });

  it('goes on in a new connection where SEND went on', () => {
    const stream = createStream();
    stream.begin(1000);
    stream.advance(10);
    stream.begin(5000);
    const text = stream.next(3);
    stream.advance(3);
    expect(stream.at(5000, 5001, 3)).toBe(text);
    expect(stream.deliver(5000, text)).toBeNull();
  });
});

describe('the link', () => {
  const segment = { seq: 1, ack: 0, flags: 0, wnd: 0, text: '' };

  it('is one queue for both directions and counts each endpoint by itself', () => {
    const link = createLink([{ from: 'B', nth: 1, action: 'drop' }]);
    expect([link.send('A', segment), link.send('B', segment), link.send('B', segment)]).toEqual([
      'delivered',
      'dropped',
      'delivered',
    ]);
    expect([link.take()?.to, link.take()?.to, link.take()]).toEqual(['B', 'A', undefined]);
  });

  it('duplicates back to back, or keeps the copy aside', () => {
    const link = createLink([
      { from: 'A', nth: 1, action: 'duplicate' },
      { from: 'A', nth: 2, action: 'duplicate', label: 'copy' },
    ]);
    link.send('A', segment);
    link.send('A', { ...segment, seq: 2 });
    link.release('copy');
    expect([1, 2, 3, 4, 5].map(() => link.take()?.segment.seq)).toEqual([1, 1, 2, 2, undefined]);
    expect(link.held()).toEqual([]);
  });
});
