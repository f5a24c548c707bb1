/**
 * Where a correct peer can be, as far as the seat's own view goes: the network may have lost, delayed or doubled
 * anything, and an old SYN may have been at work. The table was found by search, and its test finds it again.
 */
import { assertNever } from '../base/invariant.ts';
import type { Seq32 } from '../base/seq32.ts';
import { seqAdd, seqLt } from '../base/seq32.ts';
import type { Endpoint } from '../tcp/endpoint.ts';
import type { Note } from '../tcp/note.ts';
import type { TcpState } from '../tcp/state.ts';
import type { Segment } from '../wire/segment.ts';
import { FIN, SYN, has, segmentLength } from '../wire/segment.ts';
import type { TrailEntry } from './view.ts';

/** What was lived through that tells apart what the state alone does not. */
export interface Lived {
  /** A segment without SYN was let in: the peer has heard the answer to its own. */
  readonly heardBeyondSyn: boolean;
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
}

export const NOTHING_LIVED: Lived = Object.freeze({
  heardBeyondSyn: false,
  ownEnd: null,
  ownFinEnd: null,
  endAtFin: null,
  finKnownHeard: false,
  finsCrossed: false,
});

const LET_IN: ReadonlySet<Note> = new Set<Note>([
  'ack/established',
  'ack/advanced',
  'ack/duplicate',
  'text/delivered',
  'text/held',
  'fin/reached',
]);

export function live(
  lived: Lived,
  { event, notes, answer, after }: Pick<TrailEntry, 'event' | 'notes' | 'answer' | 'after'>,
): Lived {
  // Of the last connection nothing is left.
  if (after === 'CLOSED' || after === 'LISTEN') return NOTHING_LIVED;
  return spoken(event.kind === 'segment' ? heard(lived, event.segment, notes) : lived, answer);
}

function heard(lived: Lived, segment: Segment, notes: readonly Note[]): Lived {
  const { ownEnd, ownFinEnd, endAtFin } = lived;
  const reached = notes.includes('fin/reached');
  return {
    heardBeyondSyn: lived.heardBeyondSyn || (!has(segment, SYN) && notes.some((note) => LET_IN.has(note))),
    ownEnd,
    ownFinEnd,
    endAtFin: reached ? ownEnd : endAtFin,
    finKnownHeard:
      lived.finKnownHeard ||
      (endAtFin !== null && notes.includes('ack/advanced') && seqLt(endAtFin, segment.ack)),
    finsCrossed:
      lived.finsCrossed || (reached && has(segment, FIN) && ownFinEnd !== null && segment.ack !== ownFinEnd),
  };
}

function spoken(lived: Lived, answer: Segment | null): Lived {
  if (answer === null) return lived;
  const end = seqAdd(answer.seq, segmentLength(answer));
  return {
    ...lived,
    ownEnd: lived.ownEnd === null || seqLt(lived.ownEnd, end) ? end : lived.ownEnd,
    ownFinEnd: has(answer, FIN) ? end : lived.ownFinEnd,
  };
}

/** Moments at which one can ask for the peer, each with every state that the peer may be in. */
export const PEER_STATES = Object.freeze({
  listen: ['CLOSED', 'LISTEN', 'SYN-SENT'],
  'syn-sent': ['CLOSED', 'LISTEN', 'SYN-SENT', 'SYN-RECEIVED'],
  'syn-received/called': ['CLOSED', 'LISTEN', 'SYN-SENT', 'ESTABLISHED', 'FIN-WAIT-1'],
  'syn-received/crossed': ['CLOSED', 'LISTEN', 'SYN-SENT', 'SYN-RECEIVED', 'ESTABLISHED', 'FIN-WAIT-1'],
  'established/unheard': ['SYN-RECEIVED', 'ESTABLISHED', 'FIN-WAIT-1'],
  'established/heard': ['ESTABLISHED', 'FIN-WAIT-1'],
  'fin-wait-1/unheard': ['SYN-RECEIVED', 'ESTABLISHED', 'FIN-WAIT-1', 'CLOSE-WAIT', 'CLOSING', 'LAST-ACK'],
  'fin-wait-1/heard': ['ESTABLISHED', 'FIN-WAIT-1', 'CLOSE-WAIT', 'CLOSING', 'LAST-ACK'],
  'fin-wait-2': ['CLOSE-WAIT', 'CLOSING', 'LAST-ACK'],
  'close-wait/unknown': ['FIN-WAIT-1', 'FIN-WAIT-2'],
  'close-wait/known': ['FIN-WAIT-2'],
  closing: ['CLOSED', 'FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSING', 'TIME-WAIT'],
  'last-ack/unknown': ['CLOSED', 'FIN-WAIT-1', 'FIN-WAIT-2', 'TIME-WAIT'],
  'last-ack/known': ['CLOSED', 'FIN-WAIT-2', 'TIME-WAIT'],
  'time-wait/crossed': ['CLOSED', 'CLOSING', 'TIME-WAIT'],
  'time-wait/last': ['CLOSED', 'CLOSING', 'LAST-ACK', 'TIME-WAIT'],
} as const satisfies { readonly [moment: string]: readonly TcpState[] });

export type PeerMoment = keyof typeof PEER_STATES;

/** Null: there is no connection to ask about. */
export function peerMoment(
  { state, opened }: Pick<Endpoint, 'state' | 'opened'>,
  lived: Lived,
): PeerMoment | null {
  switch (state) {
    case 'CLOSED':
      return null;
    case 'LISTEN':
      return 'listen';
    case 'SYN-SENT':
      return 'syn-sent';
    case 'SYN-RECEIVED':
      return opened === 'passive' ? 'syn-received/called' : 'syn-received/crossed';
    case 'ESTABLISHED':
      return lived.heardBeyondSyn ? 'established/heard' : 'established/unheard';
    case 'FIN-WAIT-1':
      return lived.heardBeyondSyn ? 'fin-wait-1/heard' : 'fin-wait-1/unheard';
    case 'FIN-WAIT-2':
      return 'fin-wait-2';
    case 'CLOSE-WAIT':
      return lived.finKnownHeard ? 'close-wait/known' : 'close-wait/unknown';
    case 'CLOSING':
      return 'closing';
    case 'LAST-ACK':
      return lived.finKnownHeard ? 'last-ack/known' : 'last-ack/unknown';
    case 'TIME-WAIT':
      return lived.finsCrossed ? 'time-wait/crossed' : 'time-wait/last';
    default:
      return assertNever(state);
  }
}
