/**
 * The network of one lane: segments in flight, and what befalls them. Its times are lane time.
 *
 * What befalls a segment is decided when it is sent, by the plan and by draws keyed with the segment's ordinal in its
 * direction: the same seed strikes the same segments whatever else happens and however fast the players are.
 */
import type { Millis } from '../base/millis.ts';
import type { Key } from '../base/rng.ts';
import { between, draw, happens } from '../base/rng.ts';
import type { Segment } from '../wire/segment.ts';
import { ACK, has } from '../wire/segment.ts';
import { decodeSegment, encodeSegment } from '../wire/segment-bytes.ts';
import { HOSTS } from './hosts.ts';
import type { FaultAction, FaultPlan, SegmentPredicate } from './fault-plan.ts';
import { NOTHING_SPOILED, mayLose, noteFate } from './spoiling.ts';
import type { Spoiling } from './spoiling.ts';

export type Side = 'A' | 'B';

/** `kept`: none behind it arrives before it. `free`: what is behind may pass. `behind-next`: the next one overtakes it. */
export type FlightOrder = 'kept' | 'free' | 'behind-next';

export interface Flight {
  readonly id: number;
  readonly from: Side;
  readonly segment: Segment;
  readonly sentAt: Millis;
  readonly arrivesAt: Millis;
  /** Lost on the way; it counts as flying for its nominal flight. */
  readonly lost: boolean;
  /** The bit that was flipped; -1 for none. */
  readonly flippedBit: number;
  /** Its place among the others of its direction. */
  readonly order: FlightOrder;
}

export interface HeldBack {
  readonly id: number;
  readonly label: string;
  readonly from: Side;
  readonly segment: Segment;
  readonly sentAt: Millis;
}

export interface NetworkState {
  /** Segments sent so far in each direction. */
  readonly ordinals: { readonly A: number; readonly B: number };
  readonly nextId: number;
  /** In the order in which they were sent. */
  readonly inFlight: readonly Flight[];
  readonly heldBack: readonly HeldBack[];
  /** How often each scripted fault's predicate has matched. */
  readonly matched: readonly number[];
  readonly spoiling: Spoiling;
}

/** What a lane's network runs under; constant for a match. */
export interface NetworkContext {
  readonly plan: FaultPlan;
  readonly flight: Millis;
  readonly jitter: Millis;
  readonly delay: Millis;
  readonly msl: Millis;
  readonly retransmissions: number;
  /** A key for each direction. */
  readonly keys: { readonly A: Key; readonly B: Key };
}

/** What the network did to a segment at sending. */
export type NetworkFate =
  'delivered' | 'dropped' | 'corrupted' | 'delayed' | 'reordered' | 'duplicated' | 'held' | 'late';

export interface Sending {
  readonly network: NetworkState;
  readonly id: number;
  readonly fate: NetworkFate;
  /** A fault of the plan struck, scripted or random. */
  readonly struck: boolean;
}

export const quietNetwork = (plan: FaultPlan): NetworkState => ({
  ordinals: { A: 0, B: 0 },
  nextId: 0,
  inFlight: [],
  heldBack: [],
  matched: plan.scripted.map(() => 0),
  spoiling: NOTHING_SPOILED,
});

/** Lost without the plan's doing: the sender's player was too late. */
type Chance = FaultAction | { readonly kind: 'none' } | { readonly kind: 'late' };

export function sendSegment(
  network: NetworkState,
  context: NetworkContext,
  from: Side,
  segment: Segment,
  now: Millis,
  late: boolean,
): Sending {
  const ordinal = network.ordinals[from];
  const words = draw(context.keys[from], ordinal);
  const matches = context.plan.scripted.map(({ match }) => isMatch(match, network, from, segment));
  const matched = network.matched.map((count, index) => count + (matches[index] === true ? 1 : 0));
  const scripted = context.plan.scripted.find(
    ({ nth, times }, index) =>
      matches[index] === true && matched[index]! >= nth && matched[index]! < nth + times,
  );
  const chance: Chance = late
    ? { kind: 'late' }
    : (scripted?.action ?? randomFault(network, context, from, segment, words));
  const next: NetworkState = {
    ...network,
    ordinals:
      from === 'A' ? { A: ordinal + 1, B: network.ordinals.B } : { A: network.ordinals.A, B: ordinal + 1 },
    nextId: network.nextId + 1,
    matched,
    spoiling: noteFate(network.spoiling, from, segment, isLosing(chance)),
  };
  const struck = chance.kind !== 'none' && chance.kind !== 'late';
  return { ...launch(next, context, from, segment, now, chance, words), id: network.nextId, struck };
}

const isMatch = (match: SegmentPredicate, network: NetworkState, from: Side, segment: Segment): boolean =>
  (match.from === null || match.from === from) &&
  (match.flags === null || match.flags === segment.flags) &&
  (match.text === null || match.text === (segment.text !== '')) &&
  (match.acknowledgesFin === null || match.acknowledgesFin === acknowledgesFin(network, from, segment));

const acknowledgesFin = ({ spoiling }: NetworkState, from: Side, segment: Segment): boolean =>
  has(segment, ACK) && segment.ack === spoiling[from === 'A' ? 'B' : 'A'].finEnd;

const isLosing = ({ kind }: Chance): boolean => kind === 'drop' || kind === 'corrupt' || kind === 'late';

/** At most one fault strikes a segment; a loss only as long as the connection can bear it. */
function randomFault(
  network: NetworkState,
  { plan, delay, retransmissions }: NetworkContext,
  from: Side,
  segment: Segment,
  words: Uint32Array,
): Chance {
  const { rates } = plan;
  const inStore = scriptedLossesInStore(plan, network.matched);
  const bearable = mayLose(network.spoiling, from, segment, retransmissions, inStore);
  if (bearable && happens(words[0]!, rates.drop)) return { kind: 'drop' };
  if (bearable && happens(words[1]!, rates.corrupt)) return { kind: 'corrupt' };
  if (happens(words[2]!, rates.duplicate)) return { kind: 'duplicate', copies: 1 };
  if (happens(words[3]!, rates.reorder)) return { kind: 'reorder' };
  if (happens(words[4]!, rates.delay)) return { kind: 'delay', by: delay };
  return { kind: 'none' };
}

/** How many losses the script has still to bring. */
const scriptedLossesInStore = ({ scripted }: FaultPlan, matched: readonly number[]): number =>
  scripted.reduce((sum, { nth, times, action }, index) => {
    const struck = Math.min(times, Math.max(0, matched[index]! - (nth - 1)));
    return sum + (isLosing(action) ? times - struck : 0);
  }, 0);

function launch(
  network: NetworkState,
  context: NetworkContext,
  from: Side,
  segment: Segment,
  now: Millis,
  chance: Chance,
  words: Uint32Array,
): { network: NetworkState; fate: NetworkFate } {
  const nominal = now + context.flight + between(words[5]!, -context.jitter, context.jitter);
  // Without a fault nothing overtakes: a wire keeps its order.
  const ahead = network.inFlight.filter(
    (flight) => flight.from === from && flight.order === 'kept' && !flight.lost,
  );
  const inOrder = Math.max(nominal, ...ahead.map((flight) => flight.arrivesAt));
  const id = network.nextId - 1;
  const plain: Flight = {
    id,
    from,
    segment,
    sentAt: now,
    arrivesAt: inOrder,
    lost: false,
    flippedBit: -1,
    order: 'kept',
  };
  switch (chance.kind) {
    case 'none':
      return { network: fly(network, context, [plain]), fate: 'delivered' };
    case 'drop':
      return { network: fly(network, context, [{ ...plain, lost: true }]), fate: 'dropped' };
    case 'late':
      return { network: fly(network, context, [{ ...plain, lost: true }]), fate: 'late' };
    case 'corrupt': {
      const flippedBit = words[6]! % ((20 + segment.text.length) * 8);
      return { network: fly(network, context, [{ ...plain, flippedBit }]), fate: 'corrupted' };
    }
    case 'delay':
      // Slow by itself: what comes behind may pass.
      return {
        network: fly(network, context, [{ ...plain, arrivesAt: nominal + chance.by, order: 'free' }]),
        fate: 'delayed',
      };
    case 'reorder':
      return {
        network: fly(network, context, [
          { ...plain, arrivesAt: nominal + context.delay, order: 'behind-next' },
        ]),
        fate: 'reordered',
      };
    case 'duplicate': {
      const copies = Array.from({ length: chance.copies }, (_, copy): Flight => ({
        ...plain,
        arrivesAt: inOrder + (copy + 1) * context.delay,
        order: 'free',
      }));
      return { network: fly(network, context, [plain, ...copies]), fate: 'duplicated' };
    }
    case 'hold':
      return {
        network: {
          ...network,
          heldBack: [...network.heldBack, { id, label: chance.label, from, segment, sentAt: now }],
        },
        fate: 'held',
      };
  }
}

/** Takes off, overtaking whoever is to be overtaken; nothing outlives MSL (RFC 9293 §3.4.2). */
function fly(network: NetworkState, { msl }: NetworkContext, flights: readonly Flight[]): NetworkState {
  const [first] = flights;
  const overtaken = network.inFlight.map((flight): Flight =>
    first !== undefined && flight.order === 'behind-next' && flight.from === first.from
      ? { ...flight, arrivesAt: Math.max(flight.arrivesAt, first.arrivesAt + 1), order: 'kept' }
      : flight,
  );
  const mortal = [...overtaken, ...flights].map((flight) =>
    flight.arrivesAt - flight.sentAt > msl
      ? { ...flight, arrivesAt: flight.sentAt + msl, lost: true }
      : flight,
  );
  return { ...network, inFlight: mortal };
}

/** Sends on what was held back under the label. A segment older than MSL is dead (RFC 9293 §3.4.2). */
export function releaseHeld(
  network: NetworkState,
  context: NetworkContext,
  label: string,
  now: Millis,
): NetworkState {
  const released = network.heldBack.filter((held) => held.label === label);
  const kept = network.heldBack.filter((held) => held.label !== label);
  const flights = released.map(({ id, from, segment, sentAt }): Flight => ({
    id,
    from,
    segment,
    sentAt,
    arrivesAt: now + context.flight,
    lost: false,
    flippedBit: -1,
    order: 'kept',
  }));
  return fly({ ...network, heldBack: kept }, context, flights);
}

/** A segment of unknown origin on its way to the other side of `from`. */
export function injectSegment(
  network: NetworkState,
  context: NetworkContext,
  from: Side,
  segment: Segment,
  now: Millis,
): Sending {
  const flight: Flight = {
    id: network.nextId,
    from,
    segment,
    sentAt: now,
    arrivesAt: now + context.flight,
    lost: false,
    flippedBit: -1,
    order: 'kept',
  };
  return {
    network: fly({ ...network, nextId: network.nextId + 1 }, context, [flight]),
    id: network.nextId,
    fate: 'delivered',
    struck: true,
  };
}

/** What comes out of the wire at its end. */
export type Arrival =
  | { readonly kind: 'segment'; readonly segment: Segment }
  | { readonly kind: 'checksum-failure' }
  /** Nothing: it was lost. */
  | { readonly kind: 'lost' };

/** Lane time of the next landing, lost segments included; null if nothing flies. */
export const nextLanding = ({ inFlight }: NetworkState): Millis | null =>
  inFlight.length === 0 ? null : Math.min(...inFlight.map(({ arrivesAt }) => arrivesAt));

/** Takes the flight that lands first, in wire order, if one lands by `now`. */
export function land(
  network: NetworkState,
  now: Millis,
): { readonly network: NetworkState; readonly flight: Flight; readonly arrival: Arrival } | null {
  const [flight] = network.inFlight
    .filter(({ arrivesAt }) => arrivesAt <= now)
    .sort((a, b) => a.arrivesAt - b.arrivesAt || a.id - b.id);
  if (flight === undefined) return null;
  return {
    network: { ...network, inFlight: network.inFlight.filter((other) => other !== flight) },
    flight,
    arrival: arrivalOf(flight),
  };
}

/** A corrupted segment is really corrupted, and really fails its checksum. */
function arrivalOf({ lost, flippedBit, segment, from }: Flight): Arrival {
  if (lost) return { kind: 'lost' };
  if (flippedBit < 0) return { kind: 'segment', segment };
  const source = HOSTS[from];
  const destination = HOSTS[from === 'A' ? 'B' : 'A'];
  const bytes = encodeSegment(segment, source, destination);
  bytes[flippedBit >> 3]! ^= 0x80 >> (flippedBit & 7);
  const decoded = decodeSegment(bytes, source, destination);
  return decoded.ok ? { kind: 'segment', segment: decoded.value } : { kind: 'checksum-failure' };
}
