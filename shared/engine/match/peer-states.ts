/**
 * Where a correct peer can be, as far as the seat's own view goes: the network may have lost, delayed or doubled
 * anything. The table was found by search, and its test finds it again: for everything that a seat can have lived
 * through, these and no other states are possible.
 */
import { assertNever } from '../base/invariant.ts';
import type { Seq32 } from '../base/seq32.ts';
import { seqAdd, seqLt } from '../base/seq32.ts';
import type { Note } from '../tcp/note.ts';
import type { TcpState } from '../tcp/state.ts';
import type { Segment } from '../wire/segment.ts';
import { FIN, RST, SYN, has, segmentLength } from '../wire/segment.ts';
import { SYN_LET_IN } from './let-in.ts';
import type { TrailEntry } from './view.ts';

/** What was lived through that tells apart what the state alone does not. */
export interface Lived {
  /** The SYN came to a listener. */
  readonly called: boolean;
  /** It was ESTABLISHED before anybody closed. */
  readonly opened: boolean;
  /** Something came that only a peer can send who has heard the answer to its own SYN. */
  readonly heardBeyondSyn: boolean;
  /** RCV.NXT; null before a SYN has come. */
  readonly expected: Seq32 | null;
  /** ISS; null before the SYN has gone out. */
  readonly ownFirst: Seq32 | null;
  /** The number after the last one used; null before the first. */
  readonly ownEnd: Seq32 | null;
  /** The same where the own FIN has gone out. */
  readonly ownFinEnd: Seq32 | null;
  /** `ownEnd` when the peer's FIN was reached. */
  readonly endAtFin: Seq32 | null;
  /** The peer has acknowledged what was sent after its FIN: it knows that its FIN was heard. */
  readonly finKnownHeard: boolean;
  /** The peer's FIN left before the own one came there. */
  readonly finsCrossed: boolean;
  /** A bare ACK of the own FIN had the number that was expected: the peer had not said FIN by then. */
  readonly finHeardFirst: boolean;
  /** A RST, or something that runs ahead: it may tell more than this table knows. */
  readonly toldMore: boolean;
}

export const NOTHING_LIVED: Lived = Object.freeze({
  called: false,
  opened: false,
  heardBeyondSyn: false,
  expected: null,
  ownFirst: null,
  ownEnd: null,
  ownFinEnd: null,
  endAtFin: null,
  finKnownHeard: false,
  finsCrossed: false,
  finHeardFirst: false,
  toldMore: false,
});

export function live(
  lived: Lived,
  {
    event,
    notes,
    answer,
    after,
    delivered,
  }: Pick<TrailEntry, 'event' | 'notes' | 'answer' | 'after' | 'delivered'>,
): Lived {
  // Of the last connection nothing is left.
  if (after === 'CLOSED' || after === 'LISTEN') return NOTHING_LIVED;
  const came = event.kind === 'segment' ? heard(lived, event.segment, notes, delivered) : lived;
  return { ...spoken(came, answer), opened: lived.opened || after === 'ESTABLISHED' };
}

function heard(lived: Lived, segment: Segment, notes: readonly Note[], delivered: number): Lived {
  const { expected, ownEnd, ownFinEnd, endAtFin } = lived;
  const reached = notes.includes('fin/reached');
  const acksFin = ownFinEnd !== null && segment.ack === ownFinEnd;
  return {
    heardBeyondSyn: lived.heardBeyondSyn || isBeyondSyn(lived, segment, notes),
    expected: notes.some((note) => SYN_LET_IN.has(note))
      ? seqAdd(segment.seq, 1)
      : expected === null
        ? null
        : seqAdd(expected, delivered + (reached ? 1 : 0)),
    called: lived.called || notes.includes('listen/syn'),
    opened: lived.opened,
    ownFirst: lived.ownFirst,
    ownEnd,
    ownFinEnd,
    endAtFin: reached ? ownEnd : endAtFin,
    finKnownHeard:
      lived.finKnownHeard ||
      (endAtFin !== null && notes.includes('ack/advanced') && seqLt(endAtFin, segment.ack)),
    finsCrossed: lived.finsCrossed || (reached && has(segment, FIN) && ownFinEnd !== null && !acksFin),
    finHeardFirst:
      lived.finHeardFirst ||
      (acksFin && endAtFin === null && segmentLength(segment) === 0 && segment.seq === expected),
    toldMore: lived.toldMore || has(segment, RST) || (expected !== null && seqLt(expected, segment.seq)),
  };
}

/** A bare ACK of nothing but the SYN may also come from SYN-RECEIVED, except to a listener, who answered that SYN. */
function isBeyondSyn({ called, ownFirst }: Lived, segment: Segment, notes: readonly Note[]): boolean {
  if (notes.includes('text/delivered') || notes.includes('text/held') || notes.includes('fin/reached'))
    return true;
  if (called) return notes.includes('ack/established');
  return ownFirst !== null && notes.includes('ack/advanced') && seqLt(seqAdd(ownFirst, 1), segment.ack);
}

function spoken(lived: Lived, answer: Segment | null): Lived {
  // A RST has the number that the other one wanted.
  if (answer === null || has(answer, RST)) return lived;
  const end = seqAdd(answer.seq, segmentLength(answer));
  return {
    ...lived,
    ownFirst: has(answer, SYN) ? answer.seq : lived.ownFirst,
    ownEnd: lived.ownEnd === null || seqLt(lived.ownEnd, end) ? end : lived.ownEnd,
    ownFinEnd: has(answer, FIN) ? end : lived.ownFinEnd,
  };
}

/** Moments at which it is certain where the peer can be, each with every state that is possible. */
export const PEER_STATES = Object.freeze({
  'established/unheard': ['SYN-RECEIVED', 'ESTABLISHED', 'FIN-WAIT-1'],
  'established/heard': ['ESTABLISHED', 'FIN-WAIT-1'],
  'fin-wait-1/unheard': ['SYN-RECEIVED', 'ESTABLISHED', 'FIN-WAIT-1', 'CLOSE-WAIT', 'CLOSING', 'LAST-ACK'],
  'fin-wait-2': ['CLOSE-WAIT', 'LAST-ACK'],
  'close-wait/unknown': ['FIN-WAIT-1', 'FIN-WAIT-2'],
  'close-wait/known': ['FIN-WAIT-2'],
  'last-ack/unknown': ['CLOSED', 'FIN-WAIT-1', 'FIN-WAIT-2', 'TIME-WAIT'],
  'last-ack/known': ['CLOSED', 'FIN-WAIT-2', 'TIME-WAIT'],
  'time-wait/crossed': ['CLOSED', 'CLOSING', 'TIME-WAIT'],
  'time-wait/last': ['CLOSED', 'LAST-ACK'],
} as const satisfies { readonly [moment: string]: readonly TcpState[] });

export type PeerMoment = keyof typeof PEER_STATES;

/** Null: there is no connection to ask about, or nothing that this table is certain of. */
export function peerMoment(state: TcpState, lived: Lived): PeerMoment | null {
  if (lived.toldMore || !lived.opened) return null;
  switch (state) {
    case 'ESTABLISHED':
      return lived.heardBeyondSyn ? 'established/heard' : 'established/unheard';
    case 'FIN-WAIT-1':
      // CLOSE has been called, but the FIN may have to wait behind text.
      return lived.heardBeyondSyn || lived.ownFinEnd === null ? null : 'fin-wait-1/unheard';
    case 'FIN-WAIT-2':
      return lived.finHeardFirst ? 'fin-wait-2' : null;
    case 'CLOSE-WAIT':
      return lived.finKnownHeard ? 'close-wait/known' : 'close-wait/unknown';
    case 'LAST-ACK':
      if (lived.ownFinEnd === null) return null;
      return lived.finKnownHeard ? 'last-ack/known' : 'last-ack/unknown';
    case 'TIME-WAIT':
      if (lived.finsCrossed) return 'time-wait/crossed';
      return lived.finHeardFirst ? 'time-wait/last' : null;
    case 'CLOSED':
    case 'LISTEN':
    case 'SYN-SENT':
    case 'SYN-RECEIVED':
    case 'CLOSING':
      return null;
    default:
      return assertNever(state);
  }
}
