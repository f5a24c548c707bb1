/**
 * A peer that fits what a seat has seen: it has heard everything that the seat has sent, has said everything that came,
 * and otherwise does what a correct endpoint does. Nothing of the true peer is needed.
 */
import type { Seq32 } from '../engine/base/seq32.ts';
import { seqAdd } from '../engine/base/seq32.ts';
import type { EventView, TrailEntry } from '../engine/match/view.ts';
import type { Endpoint } from '../engine/tcp/endpoint.ts';
import { closedEndpoint } from '../engine/tcp/endpoint.ts';
import type { TcpEvent } from '../engine/tcp/event.ts';
import { RFC9293 } from '../engine/tcp/policy.ts';
import { isSynchronized } from '../engine/tcp/state.ts';
import { settle } from '../engine/tcp/step.ts';
import type { Segment } from '../engine/wire/segment.ts';
import { ACK, FIN, RST, SYN, has } from '../engine/wire/segment.ts';

export interface ImaginedPeer {
  readonly endpoint: Endpoint;
  /** Said after the last that came: still on its way. */
  readonly underWay: readonly Segment[];
}

/** Far from every number of the seat's own. */
const ISS_APART = 5000;

type Lived = Pick<TrailEntry, 'event' | 'answer'>;

/** `events` have come and are not answered yet; `nextIss` is the seat's own. */
export function imaginedPeer(
  trail: readonly Lived[],
  events: readonly EventView[],
  { rcvWnd, nextIss }: { readonly rcvWnd: number; readonly nextIss: Seq32 },
): ImaginedPeer {
  const lived: readonly Lived[] = [...trail, ...events.map((event) => ({ event, answer: null }))];
  const came = lived.map(({ event }) => (event.kind === 'segment' ? event.segment : null));
  const parameters = { rcvWnd, mss: 1460, rto: 1000, maxRto: 60_000, retransmissions: 1_000_000, msl: 1000 };
  let endpoint = closedEndpoint();
  let said: Segment[] = [];
  let heard = 0;

  function does(event: TcpEvent, at: number): void {
    // The number that it will have said once its SYN comes.
    const syn = came.slice(at).find((segment) => segment !== null && has(segment, SYN));
    const iss = syn?.seq ?? seqAdd(nextIss, ISS_APART);
    const settled = settle(endpoint, event, { now: 0, iss, parameters, policy: RFC9293 });
    ({ endpoint } = settled);
    for (const { segment } of settled.outcomes) if (segment !== null) said.push(segment);
  }

  function begin(mode: 'active' | 'passive', at: number): void {
    endpoint = closedEndpoint();
    said = [];
    heard = 0;
    does({ kind: 'open', mode }, at);
  }

  /** What came it has said; if it has not yet, its application made it. */
  function says(segment: Segment, at: number): void {
    const isIt = (one: Segment): boolean => isAlike(one, segment);
    if (!said.some(isIt)) {
      if (has(segment, SYN) && !has(segment, ACK)) begin('active', at);
      else if (has(segment, RST)) does({ kind: 'abort' }, at);
      else if (isSynchronized(endpoint.state)) {
        if (segment.text !== '') does({ kind: 'send', text: segment.text }, at);
        if (has(segment, FIN)) does({ kind: 'close' }, at);
      }
    }
    heard = Math.max(heard, said.findLastIndex(isIt) + 1);
  }

  const first = came.find((segment) => segment !== null);
  begin(first !== undefined && has(first, SYN) && !has(first, ACK) ? 'active' : 'passive', 0);
  for (const [at, { answer }] of lived.entries()) {
    const segment = came[at] ?? null;
    if (segment !== null) says(segment, at);
    if (answer === null) continue;
    if (has(answer, SYN) && !has(answer, ACK) && endpoint.state === 'CLOSED') begin('passive', at);
    does({ kind: 'segment', segment: answer }, at);
  }
  return { endpoint, underWay: said.slice(heard) };
}

/** What it had heard by then is another matter. */
const isAlike = (one: Segment, other: Segment): boolean =>
  one.flags === other.flags && one.seq === other.seq && one.text.length === other.text.length;
