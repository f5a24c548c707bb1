/** Whatever comes, in whatever state: no step throws, and the TCB stays whole. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Seq32 } from '../base/seq32.ts';
import { isSeq32, seqAdd, seqDiff, seqLeq } from '../base/seq32.ts';
import { ACK, FIN, RST, SYN, has, segmentEnd } from '../wire/segment.ts';
import { alternatives } from './alternatives.ts';
import type { Endpoint } from './endpoint.ts';
import type { TcpEvent } from './event.ts';
import { OTHER_CHOICES, RFC9293 } from './policy.ts';
import { TCP_STATES } from './state.ts';
import { settle, step } from './step.ts';
import { CONTEXT, WINDOW, endpointIn } from './testing/endpoint-in.ts';

/** Numbers near the edges that the rules compare with, and anywhere else. */
const near = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.integer({ min: -3, max: 3 }).map((n) => n + WINDOW),
  fc.integer({ min: -3, max: 3 }).map((n) => n - WINDOW),
  fc.integer({ min: -3, max: 3 }).map((n) => n + 0x8000_0000),
  fc.integer({ min: 0, max: 0xffff_ffff }),
);
const length = fc.oneof(
  fc.constantFrom(0, 1, 2, WINDOW - 1, WINDOW, WINDOW + 1),
  fc.nat({ max: 2 * WINDOW }),
);
const flags = fc.subarray([FIN, SYN, RST, ACK]).map((bits) => bits.reduce((all, bit) => all | bit, 0));

/** Of the endpoint that it meets, so that the numbers can be near its own. */
type Happening = (endpoint: Endpoint) => TcpEvent;

const segmentArrives: fc.Arbitrary<Happening> = fc
  .record({
    flags,
    seq: near,
    ack: near,
    length,
    wnd: fc.constantFrom(0, 1, 5, WINDOW, 65_535),
    fromUna: fc.boolean(),
  })
  .map(({ flags, seq, ack, length, wnd, fromUna }) => ({ snd, rcv }) => ({
    kind: 'segment',
    segment: {
      flags,
      seq: seqAdd(rcv.nxt, seq),
      ack: (flags & ACK) !== 0 ? seqAdd(fromUna ? snd.una : snd.nxt, ack) : 0,
      wnd,
      text: 'x'.repeat(length),
    },
  }));

const anythingElse: fc.Arbitrary<Happening> = fc
  .constantFrom<TcpEvent>(
    { kind: 'open', mode: 'active' },
    { kind: 'open', mode: 'passive' },
    { kind: 'send', text: '' },
    { kind: 'send', text: 'text' },
    { kind: 'send', text: 'x'.repeat(2 * WINDOW) },
    { kind: 'close' },
    { kind: 'abort' },
    { kind: 'timeout', timer: 'retransmission' },
    { kind: 'timeout', timer: 'time-wait' },
    { kind: 'timeout', timer: 'user' },
    { kind: 'transmit' },
  )
  .map((event) => () => event);

const happenings = fc.array(
  fc.oneof({ weight: 3, arbitrary: segmentArrives }, { weight: 1, arbitrary: anythingElse }),
  {
    minLength: 1,
    maxLength: 12,
    size: 'max',
  },
);
const policy = fc.constantFrom(RFC9293, ...OTHER_CHOICES, { ...RFC9293, aheadOfHole: 'drop' as const });

const inWindow = (from: Seq32, seq: Seq32, size: number): boolean =>
  seqDiff(seq, from) >= 0 && seqDiff(seq, from) <= size;

function expectWhole(endpoint: Endpoint): void {
  const { snd, rcv, retransmissionQueue, reassemblyQueue, state } = endpoint;
  for (const number of [snd.una, snd.nxt, rcv.nxt, endpoint.iss, endpoint.irs])
    expect(isSeq32(number)).toBe(true);
  expect(seqLeq(snd.una, snd.nxt)).toBe(true);
  expect(endpoint.retransmitAt !== null).toBe(retransmissionQueue.length > 0);
  expect(endpoint.timeWaitEndsAt !== null).toBe(state === 'TIME-WAIT');
  // The queue ends at SND.NXT, and something of its front is unacknowledged.
  let end = snd.una;
  for (const [index, { seq, text, control }] of retransmissionQueue.entries()) {
    if (index === 0) expect(seqLeq(seq, snd.una)).toBe(true);
    else expect(seq).toBe(end);
    end = seqAdd(seq, text.length + (control === 0 ? 0 : 1));
    expect(seqLeq(end, snd.una)).toBe(false);
  }
  expect(end).toBe(snd.nxt);
  for (const { seq, text, fin } of reassemblyQueue) {
    expect(inWindow(rcv.nxt, seqAdd(seq, text.length + (fin ? 1 : 0)), rcv.wnd)).toBe(true);
  }
}

describe('an endpoint', () => {
  it.each(TCP_STATES)('in %s survives anything', (state) => {
    fc.assert(
      fc.property(happenings, policy, (list, policy) => {
        let endpoint = endpointIn(state);
        for (const [index, happening] of list.entries()) {
          const context = { ...CONTEXT, policy, now: 100 + index, iss: seqAdd(0xffff_fff0, index * 7) };
          const event = happening(endpoint);
          const frozen = structuredClone(endpoint);
          const settled = settle(endpoint, event, context);
          expect(endpoint).toEqual(frozen);
          expectWhole(settled.endpoint);
          for (const segment of settled.segments) {
            const isOurs = !has(segment, RST) && settled.endpoint.state !== 'CLOSED';
            if (isOurs) expect(seqLeq(segmentEnd(segment), settled.endpoint.snd.nxt)).toBe(true);
          }
          endpoint = settled.endpoint;
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each(TCP_STATES)('in %s has no alternative that breaks the TCB, and step gives the first', (state) => {
    fc.assert(
      fc.property(happenings, (list) => {
        const endpoint = endpointIn(state);
        const queue = list.map((happening) => happening(endpoint));
        const found = alternatives(endpoint, queue, CONTEXT);
        expect(found[0]?.outcomes).toEqual([step(endpoint, queue[0]!, CONTEXT)]);
        for (const answer of found) {
          expectWhole(answer.endpoint);
          expect(answer.settles).toBeGreaterThanOrEqual(1);
          expect(answer.settles).toBeLessThanOrEqual(queue.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never takes RCV.NXT or SND.UNA back within one connection', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TCP_STATES), happenings, (state, list) => {
        let endpoint = endpointIn(state);
        for (const happening of list) {
          const next = step(endpoint, happening(endpoint), CONTEXT).endpoint;
          const same =
            next.issTaken === endpoint.issTaken && next.state !== 'CLOSED' && next.state !== 'LISTEN';
          if (same && endpoint.state !== 'SYN-SENT') {
            expect(seqLeq(endpoint.rcv.nxt, next.rcv.nxt)).toBe(true);
            expect(seqLeq(endpoint.snd.una, next.snd.una)).toBe(true);
          }
          endpoint = next;
        }
      }),
      { numRuns: 1000 },
    );
  });
});
