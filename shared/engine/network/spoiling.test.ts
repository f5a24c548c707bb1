import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../base/sha256.ts';
import type { Segment } from '../wire/segment.ts';
import { ACK, FIN, SYN } from '../wire/segment.ts';
import type { FaultRates } from './fault-plan.ts';
import { ANY_SEGMENT, NO_RATES } from './fault-plan.ts';
import type { NetworkContext, NetworkFate, NetworkState, Side } from './network.ts';
import { quietNetwork, sendSegment } from './network.ts';

const contextFor = (rates: FaultRates, key: string, retransmissions = 4): NetworkContext => ({
  plan: { scripted: [], rates },
  flight: 900,
  jitter: 150,
  delay: 300,
  msl: 5600,
  retransmissions,
  keys: { A: sha256Hex(`${key}/A`), B: sha256Hex(`${key}/B`) },
});

const segment = (flags: number, seq: number, ack: number, text = ''): Segment => ({
  seq,
  ack,
  flags,
  wnd: 1000,
  text,
});

describe('random faults', () => {
  // Pure SYNs without number: none of them makes the other side repeat anything, so none is spared.
  const RUNS = 20_000;
  const RATE = 6554;

  it.each([
    ['drop', 'dropped'],
    ['corrupt', 'corrupted'],
    ['duplicate', 'duplicated'],
    ['reorder', 'reordered'],
    ['delay', 'delayed'],
  ] as const)('%s strikes about as often as its rate says', (kind, fate) => {
    const context = contextFor({ ...NO_RATES, [kind]: RATE }, kind);
    const quiet = quietNetwork(context.plan);
    let struck = 0;
    for (let ordinal = 0; ordinal < RUNS; ordinal++) {
      const network: NetworkState = { ...quiet, ordinals: { A: ordinal, B: 0 } };
      const sending = sendSegment(network, context, 'A', segment(ACK, 1, 1, 'text'), 0, false);
      expect(sending.struck).toBe(sending.fate === fate);
      if (sending.struck) struck += 1;
    }
    // A tenth of them, give or take five standard deviations.
    expect(struck).toBeGreaterThan(RUNS / 10 - 212);
    expect(struck).toBeLessThan(RUNS / 10 + 212);
  });

  it('are the same for the same key and ordinal, whatever else is sent, and others for another key', () => {
    const rates = { drop: 6000, corrupt: 6000, duplicate: 6000, reorder: 6000, delay: 6000 };
    const fates = (key: string, between: number): NetworkFate[] => {
      const context = contextFor(rates, key, 1000);
      let network = quietNetwork(context.plan);
      return Array.from({ length: 200 }, (_, count) => {
        const sent = segment(ACK, count, count, 'text');
        const sending = sendSegment(network, context, 'A', sent, count * 100, false);
        ({ network } = sending);
        for (let other = 0; other < between; other++)
          ({ network } = sendSegment(network, context, 'B', sent, 0, false));
        return sending.fate;
      });
    };
    expect(fates('key', 0)).toStrictEqual(fates('key', 3));
    expect(fates('key', 0)).not.toStrictEqual(fates('another', 0));
    expect(new Set(fates('key', 0)).size).toBe(6);
  });
});

describe('a network that loses whatever it may', () => {
  const EVERYTHING = { ...NO_RATES, drop: 65_536 };

  /** Sends the same segment until it gets through; returns how many were lost before. */
  function lostBefore(
    context: NetworkContext,
    network: NetworkState,
    from: Side,
    sent: Segment,
  ): { lost: number; network: NetworkState } {
    let next = network;
    for (let lost = 0; ; lost++) {
      const sending = sendSegment(next, context, from, sent, 0, false);
      next = sending.network;
      if (sending.fate === 'delivered') return { lost, network: next };
      expect(lost).toBeLessThan(10);
    }
  }

  it.each([2, 4, 6])('with R = %i loses R - 1 rounds of a SYN, then spares its answer', (retransmissions) => {
    const context = contextFor(EVERYTHING, 'all', retransmissions);
    const syn = lostBefore(context, quietNetwork(context.plan), 'A', segment(SYN, 100, 0));
    expect(syn.lost).toBe(retransmissions - 1);
    // The SYN's rounds are used up: losing the SYN,ACK would spoil one more.
    expect(lostBefore(context, syn.network, 'B', segment(SYN | ACK, 500, 101)).lost).toBe(0);
  });

  it('loses two rounds of a FIN and no more, be it the FIN or its ACK', () => {
    const context = contextFor(EVERYTHING, 'all');
    const fin = lostBefore(context, quietNetwork(context.plan), 'A', segment(FIN | ACK, 100, 500));
    expect(fin.lost).toBe(2);
    expect(lostBefore(context, fin.network, 'B', segment(ACK, 500, 101)).lost).toBe(0);
  });

  it('leaves room for the losses that the script has still in store', () => {
    const scripted = [
      { match: { ...ANY_SEGMENT, flags: ACK }, nth: 1, times: 2, action: { kind: 'drop' } as const },
    ];
    const plan = { scripted, rates: EVERYTHING };
    const context = { ...contextFor(EVERYTHING, 'all'), plan };
    const syn = lostBefore(context, quietNetwork(plan), 'A', segment(SYN, 100, 0));
    expect(syn.lost).toBe(1);
    // Two by the script; the ACK after them is past both, and the round of the SYN is the last that chance may take.
    expect(lostBefore(context, syn.network, 'B', segment(ACK, 500, 101)).lost).toBe(2);
  });

  it('counts a lost ACK against the side that must send again', () => {
    const context = contextFor(EVERYTHING, 'all');
    const ack = lostBefore(context, quietNetwork(context.plan), 'B', segment(ACK, 500, 101));
    expect(ack.lost).toBe(3);
    // The acknowledgment got through, so the count begins anew.
    expect(lostBefore(context, ack.network, 'A', segment(ACK, 101, 500, 'text')).lost).toBe(3);
  });

  it('counts what is corrupted and what its player built too late like what is dropped', () => {
    const corrupting = contextFor({ ...NO_RATES, corrupt: 65_536 }, 'all');
    const quiet = quietNetwork(corrupting.plan);
    expect(lostBefore(corrupting, quiet, 'A', segment(SYN, 100, 0)).lost).toBe(3);
    const context = contextFor(EVERYTHING, 'all');
    const { network } = sendSegment(quiet, context, 'A', segment(SYN, 100, 0), 0, true);
    expect(lostBefore(context, network, 'A', segment(SYN, 100, 0)).lost).toBe(2);
  });
});
