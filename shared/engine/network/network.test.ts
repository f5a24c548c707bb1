import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../base/sha256.ts';
import type { Segment } from '../wire/segment.ts';
import { ACK, FIN, SYN } from '../wire/segment.ts';
import { fault } from '../../testing/test-level.ts';
import type { FaultRates, ScriptedFault } from './fault-plan.ts';
import { NO_RATES } from './fault-plan.ts';
import type { Arrival, NetworkContext, NetworkFate, NetworkState, Side } from './network.ts';
import { injectSegment, land, nextLanding, quietNetwork, releaseHeld, sendSegment } from './network.ts';

const FLIGHT = 1200;
const DELAY = 300;
const MSL = 7000;

const text = (seq: number, letters = 'text'): Segment => ({
  seq,
  ack: 900,
  flags: ACK,
  wnd: 1000,
  text: letters,
});

/** A wire with its state, its clock, and what has come out of it. */
class Wire {
  network: NetworkState;
  readonly context: NetworkContext;
  now = 0;
  readonly out: { readonly at: number; readonly seq: number; readonly how: Arrival['kind'] }[] = [];

  constructor(scripted: readonly ScriptedFault[] = [], rates: FaultRates = NO_RATES, jitter = 0, key = 'k') {
    const plan = { scripted, rates };
    this.network = quietNetwork(plan);
    const keys = { A: sha256Hex(`${key}/A`), B: sha256Hex(`${key}/B`) };
    this.context = { plan, flight: FLIGHT, jitter, delay: DELAY, msl: MSL, retransmissions: 4, keys };
  }

  send(segment: Segment, from: Side = 'A', late = false): NetworkFate {
    const sending = sendSegment(this.network, this.context, from, segment, this.now, late);
    this.network = sending.network;
    return sending.fate;
  }

  /** Lets time pass; what lands is written down. */
  runTo(now: number): void {
    for (;;) {
      const next = nextLanding(this.network);
      if (next === null || next > now) break;
      const landed = land(this.network, next)!;
      this.network = landed.network;
      this.out.push({ at: next, seq: landed.flight.segment.seq, how: landed.arrival.kind });
    }
    this.now = now;
  }

  runOut(): Wire['out'] {
    this.runTo(1_000_000);
    return this.out;
  }
}

describe('without faults', () => {
  it('a segment takes one flight and arrives as it was sent', () => {
    const wire = new Wire();
    expect(wire.send(text(1))).toBe('delivered');
    expect(land(wire.network, FLIGHT - 1)).toBeNull();
    expect(land(wire.network, FLIGHT)!.arrival).toStrictEqual({ kind: 'segment', segment: text(1) });
  });

  it('nothing overtakes, however uneven the flights are', () => {
    const wire = new Wire([], NO_RATES, 1000);
    const flights = new Set<number>();
    for (let seq = 0; seq < 200; seq++) {
      wire.send(text(seq));
      flights.add(wire.network.inFlight.at(-1)!.arrivesAt - wire.now);
      wire.runTo(wire.now + 50);
    }
    expect(wire.runOut().map(({ seq }) => seq)).toStrictEqual(Array.from({ length: 200 }, (_, seq) => seq));
    expect(flights.size).toBeGreaterThan(20);
  });
});

describe('a scripted fault', () => {
  it('drop: the segment flies for its nominal flight and then is lost', () => {
    const wire = new Wire([fault({}, { kind: 'drop' })]);
    expect(wire.send(text(1))).toBe('dropped');
    expect(nextLanding(wire.network)).toBe(FLIGHT);
    expect(wire.runOut()).toStrictEqual([{ at: FLIGHT, seq: 1, how: 'lost' }]);
  });

  it('delay: it comes so much later, and what is sent behind it may pass', () => {
    const wire = new Wire([fault({}, { kind: 'delay', by: 500 })]);
    expect(wire.send(text(1))).toBe('delayed');
    wire.runTo(100);
    wire.send(text(2));
    expect(wire.runOut().map(({ at, seq }) => [at, seq])).toStrictEqual([
      [FLIGHT + 100, 2],
      [FLIGHT + 500, 1],
    ]);
  });

  it('delay: it comes no later than said because something else is sent', () => {
    const wire = new Wire([fault({}, { kind: 'delay', by: 500 })]);
    wire.send(text(1));
    wire.runTo(1000);
    wire.send(text(2));
    expect(wire.runOut().map(({ at, seq }) => [at, seq])).toStrictEqual([
      [FLIGHT + 500, 1],
      [FLIGHT + 1000, 2],
    ]);
  });

  it('duplicate: the segment comes, and each copy one delay after the other', () => {
    const wire = new Wire([fault({}, { kind: 'duplicate', copies: 2 })]);
    expect(wire.send(text(1))).toBe('duplicated');
    expect(wire.runOut().map(({ at }) => at)).toStrictEqual([FLIGHT, FLIGHT + DELAY, FLIGHT + 2 * DELAY]);
  });

  it('reorder: the next segment of its direction overtakes it, however late it is sent', () => {
    const wire = new Wire([fault({}, { kind: 'reorder' })]);
    expect(wire.send(text(1))).toBe('reordered');
    wire.send(text(50), 'B');
    wire.runTo(1000);
    wire.send(text(2));
    expect(wire.runOut().map(({ at, seq }) => [at, seq])).toStrictEqual([
      [FLIGHT, 50],
      [FLIGHT + 1000, 2],
      [FLIGHT + 1001, 1],
    ]);
  });

  it('reorder: only the next one overtakes it', () => {
    const wire = new Wire([fault({}, { kind: 'reorder' })]);
    wire.send(text(1));
    wire.send(text(2));
    wire.runTo(1000);
    wire.send(text(3));
    expect(wire.runOut().map(({ seq }) => seq)).toStrictEqual([2, 1, 3]);
  });

  it('corrupt: every bit that can flip makes the checksum fail at the receiver', () => {
    for (let seq = 0; seq < 300; seq++) {
      const wire = new Wire([fault({}, { kind: 'corrupt' })], NO_RATES, 0, `key ${seq}`);
      expect(wire.send(text(seq))).toBe('corrupted');
      expect(wire.runOut()).toStrictEqual([{ at: FLIGHT, seq, how: 'checksum-failure' }]);
    }
  });

  it('hold: nothing flies until the label is released, and then for one flight', () => {
    const wire = new Wire([fault({}, { kind: 'hold', label: 'ghost' })]);
    expect(wire.send(text(1))).toBe('held');
    expect(nextLanding(wire.network)).toBeNull();
    wire.runTo(2000);
    wire.network = releaseHeld(wire.network, wire.context, 'another', wire.now);
    expect(nextLanding(wire.network)).toBeNull();
    wire.network = releaseHeld(wire.network, wire.context, 'ghost', wire.now);
    expect(wire.network.heldBack).toStrictEqual([]);
    expect(wire.runOut()).toStrictEqual([{ at: 2000 + FLIGHT, seq: 1, how: 'segment' }]);
  });

  it('strikes from the nth match on, so many times, and no other segment', () => {
    const wire = new Wire([{ ...fault({ flags: ACK }, { kind: 'drop' }, 2), times: 2 }]);
    const fates = [ACK, SYN, ACK, SYN, ACK, ACK].map((flags, seq) => wire.send({ ...text(seq), flags }));
    expect(fates).toStrictEqual(['delivered', 'delivered', 'dropped', 'delivered', 'dropped', 'delivered']);
  });

  it.each([
    ['the sender', { from: 'B' as const }, text(1), 'A', text(1), 'B'],
    [
      'the flags, exactly',
      { flags: SYN },
      { ...text(1), flags: SYN | ACK },
      'A',
      { ...text(1), flags: SYN },
      'A',
    ],
    ['text', { text: true }, text(1, ''), 'A', text(1), 'A'],
    ['no text', { text: false }, text(1), 'A', text(1, ''), 'A'],
  ] as const)('is told by %s', (_, match, other, from, meant, by) => {
    const wire = new Wire([fault(match, { kind: 'drop' })]);
    expect(wire.send(other, from)).toBe('delivered');
    expect(wire.send(meant, by)).toBe('dropped');
  });

  it("is told by whether the segment acknowledges the peer's FIN", () => {
    const wire = new Wire([fault({ acknowledgesFin: true }, { kind: 'drop' })]);
    const fin = { ...text(500, ''), flags: FIN | ACK };
    expect(wire.send({ ...text(900, ''), ack: 501 }, 'B')).toBe('delivered');
    expect(wire.send(fin)).toBe('delivered');
    expect(wire.send({ ...text(900, ''), ack: 500 }, 'B')).toBe('delivered');
    expect(wire.send({ ...text(900, ''), ack: 501 }, 'B')).toBe('dropped');
  });
});

describe("a segment's life", () => {
  it('is MSL at most: what would take longer dies on the way', () => {
    const wire = new Wire([fault({}, { kind: 'delay', by: MSL - FLIGHT + 1 })]);
    wire.send(text(1));
    expect(wire.runOut()).toStrictEqual([{ at: MSL, seq: 1, how: 'lost' }]);
  });

  it('may last exactly MSL', () => {
    const wire = new Wire([fault({}, { kind: 'delay', by: MSL - FLIGHT })]);
    wire.send(text(1));
    expect(wire.runOut()).toStrictEqual([{ at: MSL, seq: 1, how: 'segment' }]);
  });

  it('counts from when it was sent, even if it was held back', () => {
    const wire = new Wire([fault({}, { kind: 'hold', label: 'old' })]);
    wire.send(text(1));
    wire.runTo(MSL - FLIGHT + 1);
    wire.network = releaseHeld(wire.network, wire.context, 'old', wire.now);
    expect(wire.runOut()).toStrictEqual([{ at: MSL, seq: 1, how: 'lost' }]);
  });
});

it('loses what its player built too late, without calling it a fault', () => {
  const wire = new Wire();
  const { fate, struck } = sendSegment(wire.network, wire.context, 'A', text(1), 0, true);
  expect([fate, struck]).toStrictEqual(['late', false]);
  wire.send(text(1), 'A', true);
  expect(wire.runOut()).toStrictEqual([{ at: FLIGHT, seq: 1, how: 'lost' }]);
});

it('brings an injected segment to the other side in one flight, and counts it in no direction', () => {
  const wire = new Wire();
  const { network } = injectSegment(wire.network, wire.context, 'A', text(7), 100);
  expect(network.ordinals).toStrictEqual({ A: 0, B: 0 });
  wire.network = network;
  expect(wire.runOut()).toStrictEqual([{ at: 100 + FLIGHT, seq: 7, how: 'segment' }]);
});
