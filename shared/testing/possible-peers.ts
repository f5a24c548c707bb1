/**
 * Finds by search where a peer can be. It is correct in any of the ways that the RFC leaves open,
 * has neither given up nor aborted, and may have opened either way.
 * The network may lose, delay and double, so whatever was ever sent may arrive at any time and any number of times, or
 * never; an old SYN of the peer's may be among it. For everything that a seat can have lived through, the search keeps
 * all peers that fit: those that have sent what came.
 */
import type { Endpoint } from '../engine/tcp/endpoint.ts';
import { closedEndpoint } from '../engine/tcp/endpoint.ts';
import type { Outcome, TcpContext, TcpEvent } from '../engine/tcp/event.ts';
import { OTHER_CHOICES, RFC9293 } from '../engine/tcp/policy.ts';
import type { TcpState } from '../engine/tcp/state.ts';
import { TCP_STATES, isSynchronized } from '../engine/tcp/state.ts';
import { settle } from '../engine/tcp/step.ts';
import type { Segment } from '../engine/wire/segment.ts';
import { SYN } from '../engine/wire/segment.ts';

export interface Scenario {
  readonly own: 'active' | 'passive';
  /** Who has something to say. */
  readonly ownText: boolean;
  readonly peerText: boolean;
  /** An old SYN of the peer's from a former connection is still on its way. */
  readonly ghost: boolean;
  /** The peer may take every choice that the RFC leaves open, not only the usual one. */
  readonly choices: boolean;
}

const OWN_ISS = 10_000;
const PEER_ISS = 50_000;
const GHOST_ISS = 70_000;
/** As short as a FIN is long: a number that runs ahead does not tell which it was. */
const TEXT = 't';

const context = (iss: number): TcpContext => ({
  now: 0,
  iss,
  // The timeout does not grow and nobody gives up: how often something was sent again tells nothing of states.
  parameters: { rcvWnd: 1000, mss: 1460, rto: 1000, maxRto: 1000, retransmissions: 1_000_000, msl: 1000 },
  policy: RFC9293,
});

/** An endpoint with its application, and every segment that it has ever sent, by number. */
interface Side {
  readonly endpoint: Endpoint;
  readonly opened: boolean;
  readonly mayText: boolean;
  readonly mayClose: boolean;
  readonly sent: readonly number[];
}

/** Equal values get the same small number. */
class Interned<T> {
  readonly values: T[] = [];
  private readonly ids = new Map<string, number>();

  idOf(value: T): number {
    const key = JSON.stringify(value);
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    this.ids.set(key, this.values.length);
    return this.values.push(value) - 1;
  }
}

type Mode = 'active' | 'passive';

/** What the application or a timer may bring now. */
function ownEvents({ endpoint, opened, mayText, mayClose }: Side, modes: readonly Mode[]): TcpEvent[] {
  if (!opened) return modes.map((mode) => ({ kind: 'open', mode }));
  const events: TcpEvent[] = [];
  // An application speaks and closes once its connection is open for it.
  if (isSynchronized(endpoint.state)) {
    if (mayText) events.push({ kind: 'send', text: TEXT });
    if (mayClose) events.push({ kind: 'close' });
  }
  if (endpoint.retransmitAt !== null) events.push({ kind: 'timeout', timer: 'retransmission' });
  if (endpoint.timeWaitEndsAt !== null) events.push({ kind: 'timeout', timer: 'time-wait' });
  return events;
}

export interface Moved {
  readonly event: TcpEvent;
  readonly outcomes: readonly Outcome[];
}

/** `lived` sums up what a seat has lived through; the search tells moments apart by it. */
export interface Found<Lived> {
  readonly own: Endpoint;
  readonly lived: Lived;
  /** Every state that a peer can be in who has sent what came. */
  readonly peers: readonly TcpState[];
}

export function* possiblePeers<Lived>(
  { own, ownText, peerText, ghost, choices }: Scenario,
  first: Lived,
  live: (lived: Lived, moved: Moved) => Lived,
): Generator<Found<Lived>> {
  const segments = new Interned<Segment>();
  const sides = new Interned<Side>();
  const lives = new Interned<Lived>();
  const moves = new Map<string, { readonly to: number; readonly outcomes: readonly Outcome[] }>();
  const old = ghost ? [segments.idOf({ seq: GHOST_ISS, ack: 0, flags: SYN, wnd: 1000, text: '' })] : [];
  const begin = (mayText: boolean, sent: number[]): number =>
    sides.idOf({ endpoint: closedEndpoint(), opened: false, mayText, mayClose: true, sent });

  function move(
    id: number,
    event: TcpEvent,
    at: TcpContext,
    eventKey: string,
  ): { to: number; outcomes: readonly Outcome[] } {
    const key = `${id}|${at.iss}|${eventKey}`;
    const known = moves.get(key);
    if (known !== undefined) return known;
    const side = sides.values[id]!;
    const { endpoint, outcomes } = settle(side.endpoint, event, at);
    const sent = new Set(side.sent);
    for (const { segment } of outcomes) if (segment !== null) sent.add(segments.idOf(segment));
    const to = sides.idOf({
      endpoint: { ...endpoint, retries: 0, issTaken: 0, snd: { ...endpoint.snd, wl1: 0, wl2: 0 } },
      opened: side.opened || event.kind === 'open',
      mayText: side.mayText && event.kind !== 'send',
      mayClose: side.mayClose && event.kind !== 'close',
      sent: [...sent].sort((a, b) => a - b),
    });
    const moved = { to, outcomes };
    moves.set(key, moved);
    return moved;
  }

  const OWN = context(OWN_ISS);
  const PEER = context(PEER_ISS);
  const PEERS = [RFC9293, ...(choices ? OTHER_CHOICES : [])].map((policy) => ({ ...PEER, policy }));

  /** All peers that these may have become by themselves, and by what the seat has sent. */
  function closure(from: Iterable<number>, sent: readonly number[]): number[] {
    const found = new Set(from);
    for (const id of found) {
      for (const event of ownEvents(sides.values[id]!, ['active', 'passive']))
        found.add(move(id, event, PEER, JSON.stringify(event)).to);
      for (const one of sent) {
        for (const [choice, peer] of PEERS.entries()) {
          found.add(
            move(id, { kind: 'segment', segment: segments.values[one]! }, peer, `#${one}/${choice}`).to,
          );
        }
      }
    }
    return [...found].sort((a, b) => a - b);
  }

  const seen = new Set<string>();
  const open: { readonly ownId: number; readonly peers: readonly number[]; readonly life: number }[] = [];
  const visit = (ownId: number, from: Iterable<number>, life: number): void => {
    const peers = closure(from, sides.values[ownId]!.sent);
    const key = `${ownId}/${life}/${peers.join()}`;
    if (seen.has(key)) return;
    seen.add(key);
    open.push({ ownId, peers, life });
  };
  visit(begin(ownText, []), [begin(peerText, old)], lives.idOf(first));
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const { ownId, peers, life } = node;
    const me = sides.values[ownId]!;
    const others = peers.map((id) => ({ id, side: sides.values[id]! }));
    const states = new Set(others.map(({ side }) => side.endpoint.state));
    yield {
      own: me.endpoint,
      lived: lives.values[life]!,
      peers: TCP_STATES.filter((state) => states.has(state)),
    };
    // The connection has been and is gone: there is nothing to ask any more.
    if (me.opened && me.endpoint.state === 'CLOSED') continue;
    const go = (event: TcpEvent, eventKey: string, from: readonly number[]): void => {
      const { to, outcomes } = move(ownId, event, OWN, eventKey);
      visit(to, from, lives.idOf(live(lives.values[life]!, { event, outcomes })));
    };
    for (const event of ownEvents(me, [own])) go(event, JSON.stringify(event), peers);
    for (const one of new Set(others.flatMap(({ side }) => side.sent))) {
      const senders = others.filter(({ side }) => side.sent.includes(one)).map(({ id }) => id);
      go({ kind: 'segment', segment: segments.values[one]! }, `#${one}`, senders);
    }
  }
}
