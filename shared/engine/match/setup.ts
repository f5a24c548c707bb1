/** What a match is made of before it begins, and everything that follows from its seed. */
import type { Millis } from '../base/millis.ts';
import type { Key } from '../base/rng.ts';
import { deriveKey, draw } from '../base/rng.ts';
import type { Seq32 } from '../base/seq32.ts';
import { seqAdd, seqDiff } from '../base/seq32.ts';
import type { NetworkContext } from '../network/network.ts';
import type { TcpContext } from '../tcp/event.ts';
import type { TcpParameters } from '../tcp/parameters.ts';
import { POLICIES } from '../tcp/policy.ts';
import type { Actor, Level } from './level.ts';
import type { Seat } from './seat.ts';
import { otherSeat } from './seat.ts';

export interface SeatSetup {
  /** Nobody sits here: a program plays the seat. */
  readonly bot: boolean;
  /** This player's windows, in hundredths of the level's: 100, 150, 200 or 400. Hidden from the peer. */
  readonly timeFactor: number;
}

export interface MatchSetup {
  readonly level: Level;
  readonly seed: Key;
  /** With a clock: prompts have deadlines. */
  readonly timed: boolean;
  /** Speed counts. */
  readonly speed: boolean;
  readonly seats: { readonly A: SeatSetup; readonly B: SeatSetup };
}

/** A lane's network runs on keys of its own, one for each direction. */
export function networkContext({ level, seed }: MatchSetup, lane: number): NetworkContext {
  const { times } = level;
  return {
    plan: level.lanes[lane]!.faults,
    flight: times.flight,
    jitter: times.jitter,
    delay: times.delay,
    msl: times.msl,
    retransmissions: times.retransmissions,
    keys: { A: deriveKey(seed, `faults/${lane}/A`), B: deriveKey(seed, `faults/${lane}/B`) },
  };
}

/** Text of one card; no level sends more at once. */
const MSS = 1460;

/** RFC 6298 §2.5: no less than 60 s. */
const MAX_RTO = 60_000;

export const tcpParameters = ({ rcvWnd, times, lanes }: Level, lane: number, seat: Seat): TcpParameters => ({
  rcvWnd,
  mss: MSS,
  rto: lanes[lane]!.rto?.[seat] ?? times.rto,
  maxRto: MAX_RTO,
  retransmissions: times.retransmissions,
  msl: times.msl,
});

export const tcpContext = (
  setup: MatchSetup,
  lane: number,
  seat: Seat,
  issTaken: number,
  now: Millis,
): TcpContext => ({
  now,
  iss: issOf(setup, lane, seat, issTaken),
  parameters: tcpParameters(setup.level, lane, seat),
  policy: POLICIES[setup.level.rule],
});

/** Every number line begins at least this far from every other, so that no mistake gives another's value. */
const APART = 1500;

/** The nth initial sequence number that a seat takes in a lane. */
export function issOf({ level, seed }: MatchSetup, lane: number, seat: Seat, taken: number): Seq32 {
  if (level.rule === 'iss-zero') return 0;
  const incarnation = level.iss === 'repeating' ? 0 : taken;
  const words = draw(deriveKey(seed, `iss/${lane}`), incarnation);
  if (level.iss !== 'full') {
    const base = 20_000 * lane + 10_000 * incarnation + (seat === 'A' ? 0 : 4000);
    return base + 1000 + 100 * (words[seat === 'A' ? 0 : 1]! % 15);
  }
  // One of the two lines wraps within a few hundred octets, the seed says which.
  const wraps = words[2]! % 2 === 0 ? 'A' : 'B';
  const wrapping = seqAdd(0, -(20 + (words[0]! % 80)));
  if (seat === wraps) return wrapping;
  const other = words[1]!;
  const distance = seqDiff(other, wrapping);
  return distance > -APART && distance < APART ? seqAdd(other, 0x4000_0000) : other;
}

/** Who closes first does not follow from who opened: the seed decides it for each lane. */
export function seatOf(actor: Actor, { seed }: MatchSetup, lane: number): Seat {
  if (actor === 'A' || actor === 'B') return actor;
  const first: Seat = draw(deriveKey(seed, 'closer'), lane)[0]! % 2 === 0 ? 'A' : 'B';
  return actor === 'first-closer' ? first : otherSeat(first);
}
