/** The address of each end of a lane. Lanes share the two hosts, so their ports tell them apart. */
import type { MatchEvent } from '../engine/match/event.ts';
import type { Seat } from '../engine/match/seat.ts';
import { HOSTS } from '../engine/network/hosts.ts';
import type { Address } from '../engine/wire/segment-bytes.ts';

export interface LaneAddresses {
  readonly A: Address;
  readonly B: Address;
}

/** The end that listens has the well-known port, the other a port of its own for each lane. */
export function laneAddresses(events: readonly MatchEvent[], lane: number): LaneAddresses {
  const service = HOSTS.B.port;
  const ephemeral = HOSTS.A.port + lane;
  const aListens = listenerOf(events, lane) === 'A';
  return {
    A: { ip: HOSTS.A.ip, port: aListens ? service : ephemeral },
    B: { ip: HOSTS.B.ip, port: aListens ? ephemeral : service },
  };
}

/** Null when nobody listens: both open actively. */
function listenerOf(events: readonly MatchEvent[], lane: number): Seat | null {
  for (const event of events) {
    if (event.kind !== 'handled' || event.lane !== lane) continue;
    const listens = event.items.some(({ event: call }) => call.kind === 'open' && call.mode === 'passive');
    if (listens) return event.seat;
  }
  return null;
}
