/** An endpoint's TCB as plain data, and the difference between two: what a ladder's moments carry. */
import type { Seat } from '../engine/match/seat.ts';
import type { Endpoint } from '../engine/tcp/endpoint.ts';
import { closedEndpoint } from '../engine/tcp/endpoint.ts';
import { FIN, SYN } from '../engine/wire/segment.ts';
import type { Ladder, Tcb } from './debrief.ts';

export function tcbOf(endpoint: Endpoint): Tcb {
  const { state, snd, rcv, retransmitAt, rto, retries } = endpoint;
  const isLive = state !== 'CLOSED' && state !== 'LISTEN';
  // Before a SYN has come there is no peer whose numbers could be known.
  const hears = isLive && state !== 'SYN-SENT';
  return {
    state,
    iss: isLive ? endpoint.iss : null,
    irs: hears ? endpoint.irs : null,
    snd: isLive ? { una: snd.una, nxt: snd.nxt, wnd: hears ? snd.wnd : null } : null,
    rcv: hears ? { nxt: rcv.nxt, wnd: rcv.wnd } : null,
    unacknowledged: endpoint.retransmissionQueue.map(({ seq, control, text }) => ({
      seq,
      len: text.length + ((control & (SYN | FIN)) === 0 ? 0 : 1),
    })),
    unsent: endpoint.unsent.reduce((sum, { length }) => sum + length, 0),
    finQueued: endpoint.finQueued,
    held: endpoint.reassemblyQueue.reduce((sum, { text }) => sum + text.length, 0),
    retransmission: retransmitAt === null ? null : { at: retransmitAt, rto, retries },
    timeWaitEndsAt: endpoint.timeWaitEndsAt,
  };
}

export const NO_TCB: Tcb = Object.freeze(tcbOf(closedEndpoint()));

/** The fields that differ. */
export function changeOf(before: Tcb, after: Tcb): Partial<Tcb> {
  const differs = (field: string): boolean =>
    JSON.stringify(before[field as keyof Tcb]) !== JSON.stringify(after[field as keyof Tcb]);
  return Object.fromEntries(Object.entries(after).filter(([field]) => differs(field)));
}

/** The seat's TCB when everything up to and with this row has happened; -1 is before the beginning. */
export function tcbAt({ start, moments }: Pick<Ladder, 'start' | 'moments'>, seat: Seat, row: number): Tcb {
  const changes = moments.flatMap((moment) =>
    moment.seat === seat && moment.row <= row ? moment.change : [],
  );
  return Object.assign({}, NO_TCB, start[seat], ...changes) as Tcb;
}
