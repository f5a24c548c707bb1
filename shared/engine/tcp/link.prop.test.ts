/** Any two endpoints over any link that loses, duplicates and reorders deliver what was sent, once and in order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seqLeq } from '../base/seq32.ts';
import { RST, has } from '../wire/segment.ts';
import type { Alternative } from './alternatives.ts';
import { alternatives } from './alternatives.ts';
import type { TcpCall, TcpEvent } from './event.ts';
import { OTHER_CHOICES, RFC9293 } from './policy.ts';
import { isSynchronized } from './state.ts';
import { step } from './step.ts';
import type { Side, World } from './testing/world.ts';
import {
  calm,
  callNext,
  contextOf,
  createWorld,
  deliver,
  duplicate,
  feed,
  fire,
  lose,
  other,
  take,
} from './testing/world.ts';

const SIDES: readonly Side[] = ['A', 'B'];

/** Octets that differ from their neighbours far and wide, so that no mistake delivers the right ones by chance. */
const textOf = (from: number, length: number): string =>
  Array.from({ length }, (_, i) => String.fromCharCode((from + i) % 251)).join('');

/** OPEN, some SENDs, CLOSE. */
const calls = (mode: 'active' | 'passive'): fc.Arbitrary<readonly TcpCall[]> =>
  fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 5 }).map((lengths) => {
    let from = 0;
    const sends = lengths.map((length): TcpCall => {
      from += length;
      return { kind: 'send', text: textOf(from - length, length) };
    });
    return [{ kind: 'open', mode }, ...sends, { kind: 'close' }];
  });

const policy = fc.constantFrom(RFC9293, ...OTHER_CHOICES, { ...RFC9293, aheadOfHole: 'drop' as const });

const start: fc.Arbitrary<World> = fc
  .constantFrom<'active' | 'passive'>('active', 'passive')
  .chain((mode) => fc.tuple(calls('active'), calls(mode), policy))
  .map(([A, B, chosen]) => {
    // B listens, or sends its SYN, before anything comes: a CLOSED endpoint would only refuse.
    const world = callNext(createWorld({ A, B }, chosen), 'B');
    return callNext(world, 'A');
  });

/** All that the two OPENs make fly has landed. */
function connect(world: World): World {
  let now = world;
  while (now.flights.length > 0) now = deliver(now, 0);
  return now;
}

/** What the link or a user does next; a flight is chosen anywhere in the queue, so segments overtake each other. */
const mishap = fc.record({
  what: fc.constantFrom(
    'call A',
    'call B',
    'deliver',
    'deliver',
    'deliver',
    'lose',
    'duplicate',
    'fire A',
    'fire B',
  ),
  which: fc.nat({ max: 1000 }),
});
const mishaps = fc.array(mishap, { maxLength: 120, size: 'max' });
type Mishap = typeof mishap extends fc.Arbitrary<infer T> ? T : never;

/** TIME-WAIT outlasts whatever still flies: that is what 2 MSL means. */
const retransmit = (world: World, side: Side): World =>
  world[side].endpoint.retransmitAt === null ? world : fire(world, side);

function happen(world: World, { what, which }: Mishap): World {
  const { length } = world.flights;
  const index = length === 0 ? -1 : which % length;
  switch (what) {
    case 'call A':
    case 'call B':
      return callNext(world, what === 'call A' ? 'A' : 'B');
    case 'fire A':
    case 'fire B':
      return retransmit(world, what === 'fire A' ? 'A' : 'B');
    case 'deliver':
      return index < 0 ? world : deliver(world, index);
    case 'lose':
      return index < 0 ? world : lose(world, index);
    default:
      return index < 0 ? world : duplicate(world, index);
  }
}

function expectSound(world: World): void {
  for (const side of SIDES) {
    const { endpoint, delivered } = world[side];
    expect(world[other(side)].sent.startsWith(delivered)).toBe(true);
    expect(seqLeq(endpoint.snd.una, endpoint.snd.nxt)).toBe(true);
    expect(endpoint.retransmitAt !== null).toBe(endpoint.retransmissionQueue.length > 0);
  }
}

function expectCleanEnd(world: World): void {
  for (const side of SIDES) {
    expect(world[side].endpoint.state).toBe('CLOSED');
    expect(world[other(side)].delivered).toBe(world[side].sent);
  }
}

/** Everything that one side has before it: what flies to it, then, once there is a connection, what its user wants. */
function queueOf(world: World, side: Side): readonly TcpEvent[] {
  const { endpoint, calls } = world[side];
  const arriving = world.flights
    .filter(({ to }) => to === side)
    .map(({ segment }): TcpEvent => ({ kind: 'segment', segment }));
  return isSynchronized(endpoint.state) ? [...arriving, ...calls] : arriving;
}

/** The world after that side has given this answer; what the answer does not settle is still before it. */
function answering(world: World, side: Side, queue: readonly TcpEvent[], answer: Alternative): World {
  const settled = queue.slice(0, answer.settles).filter(({ kind }) => kind === 'segment').length;
  const calls = world[side].calls.slice(answer.settles - settled);
  const arriving = world.flights.filter(({ to }) => to === side).slice(settled);
  const away = world.flights.filter(({ to }) => to !== side);
  return take(
    { ...world, flights: [...arriving, ...away], [side]: { ...world[side], calls } },
    side,
    queue,
    answer,
  );
}

const BLOWS: readonly TcpEvent[] = [
  { kind: 'abort' },
  { kind: 'timeout', timer: 'user' },
  { kind: 'timeout', timer: 'time-wait' },
];

describe('two endpoints', () => {
  it('deliver exactly what was sent, once and in order, and close', () => {
    fc.assert(
      fc.property(start, mishaps, (world, list) => {
        let now = world;
        for (const one of list) {
          now = happen(now, one);
          expectSound(now);
        }
        now = calm(now);
        expectSound(now);
        expect(now.broken).toBe(false);
        expectCleanEnd(now);
      }),
      { numRuns: 500 },
    );
  });

  it('deliver nothing else, even if users abort, patience ends and TIME-WAIT is cut short', () => {
    let broken = 0;
    fc.assert(
      fc.property(start, mishaps, fc.array(fc.nat({ max: 120 }), { maxLength: 3 }), (world, list, blows) => {
        let now = world;
        for (const [index, one] of list.entries()) {
          const side = index % 2 === 0 ? 'A' : 'B';
          if (blows.includes(index)) now = feed(now, side, BLOWS[index % BLOWS.length]!);
          now = happen(now, one);
          expectSound(now);
        }
        now = calm(now);
        expectSound(now);
        if (now.broken) broken += 1;
      }),
      { numRuns: 500 },
    );
    // Or it proved no more than the test before.
    expect(broken).toBeGreaterThan(30);
  });

  it('may answer in any alternative way and still close cleanly', () => {
    let taken = 0;
    fc.assert(
      fc.property(
        fc.oneof(start, start.map(connect)),
        fc.array(mishap, { maxLength: 40, size: 'max' }),
        fc.constantFrom(...SIDES),
        (world, list, side) => {
          const now = list.reduce(happen, world);
          const queue = queueOf(now, side);
          const [canonical, ...others] = alternatives(now[side].endpoint, queue, contextOf(now, side)).map(
            (answer) => ({
              end: calm(answering(now, side, queue, answer)),
              resets: answer.segment !== null && has(answer.segment, RST),
            }),
          );
          if (canonical === undefined || canonical.end.broken) return;
          for (const { end, resets } of others) {
            expectSound(end);
            if (resets) continue;
            expect(end.broken).toBe(false);
            expectCleanEnd(end);
            taken += 1;
          }
        },
      ),
      { numRuns: 500 },
    );
    expect(taken).toBeGreaterThan(300);
  });

  it('has what step gives as its first alternative', () => {
    fc.assert(
      fc.property(start, mishaps, (world, list) => {
        const now = list.reduce(happen, world);
        for (const { to, segment } of now.flights) {
          const event: TcpEvent = { kind: 'segment', segment };
          const context = contextOf(now, to);
          const [first] = alternatives(now[to].endpoint, [event, event], context);
          expect(first?.outcomes).toEqual([step(now[to].endpoint, event, context)]);
          expect(first?.settles).toBe(1);
        }
      }),
      { numRuns: 200 },
    );
  });
});
