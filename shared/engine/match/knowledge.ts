/** What a seat can know from its own view, and which mistake a wrong answer shows. */
import type { Endpoint } from '../tcp/endpoint.ts';
import type { TcpState } from '../tcp/state.ts';
import { isSynchronized } from '../tcp/state.ts';
import { lampsOf, LAMPS } from './lamps.ts';
import type { PeerMoment } from './peer-states.ts';
import { NOTHING_LIVED, PEER_STATES, live, peerMoment } from './peer-states.ts';
import type { Option, Question, Questioned } from './question.ts';
import { OPTIONS } from './question.ts';
import type { TrailEntry } from './view.ts';

/** Of the view of a lane, all that an answer may follow from. */
export interface OwnView {
  readonly tcb: Pick<Endpoint, 'state' | 'opened'> & {
    readonly unacknowledged: readonly { readonly len: number }[];
    readonly unsent: number;
  };
  readonly trail: readonly TrailEntry[];
}

/** In the order of `OPTIONS`; null: at this moment the question makes no sense. */
export function rightOptions(question: Question, view: OwnView): readonly Option[] | null {
  const { state } = view.tcb;
  switch (question) {
    case 'known':
      return state === 'CLOSED' ? null : LAMPS.filter((lamp) => lampsOf(view)[lamp]);
    case 'peer-state': {
      const moment = momentOf(view);
      return moment === null ? null : PEER_STATES[moment];
    }
    case 'time-wait':
      // While the peer's FIN may have crossed one's own, both may come to wait.
      return state === 'FIN-WAIT-2' && momentOf(view) === null ? null : one(IN_TIME_WAIT[state]);
    case 'waits-for':
      return one(WAITS_FOR[state]);
    case 'data':
      return dataIsWith(view);
    case 'still-there':
      return isSynchronized(state) && isSilent(view) ? ['unknown'] : null;
    case 'closes-first':
      return state === 'ESTABLISHED' ? ['either'] : null;
    case 'identity':
      return state === 'CLOSED' ? null : [lampsOf(view)['no-ghost'] ? 'address' : 'nothing'];
  }
}

const momentOf = ({ tcb, trail }: OwnView): PeerMoment | null =>
  peerMoment(tcb.state, trail.reduce(live, NOTHING_LIVED));

const one = (option: Option | undefined): readonly Option[] | null =>
  option === undefined ? null : [option];

/** Where it is certain who has closed first; crossed FINs bring both there (RFC 9293 §3.6). */
const IN_TIME_WAIT: { readonly [state in TcpState]?: Option } = {
  'FIN-WAIT-2': 'me',
  'CLOSE-WAIT': 'peer',
  CLOSING: 'both',
};

const WAITS_FOR: { readonly [state in TcpState]?: Option } = {
  'CLOSE-WAIT': 'own-close',
  'FIN-WAIT-2': 'peer-fin',
  'TIME-WAIT': 'old-segments',
};

/** Only what has been acknowledged has arrived, and only at the peer's TCP (RFC 9293 §3.8). */
function dataIsWith({ tcb, trail }: OwnView): readonly Option[] | null {
  const said = ofThisConnection(trail).flatMap(({ answer }) =>
    answer === null || answer.text === '' ? [] : answer.seq,
  );
  if (said.length === 0 || !isSynchronized(tcb.state) || tcb.unsent > 0) return null;
  const waiting = tcb.unacknowledged.filter(({ len }) => len > 0).length;
  if (waiting === 0) return ['peer-tcp'];
  // Of several texts some have arrived and some have not: there is no one answer.
  return waiting === new Set(said).size ? ['nobody'] : null;
}

/** Time has passed, and nothing was on its way that could have brought an answer. */
const isSilent = ({ tcb, trail }: OwnView): boolean =>
  trail.at(-1)?.event.kind === 'pass' && tcb.unacknowledged.length === 0 && tcb.unsent === 0;

/** What was before the last time without a connection is over. */
const ofThisConnection = (trail: readonly TrailEntry[]): readonly TrailEntry[] =>
  trail.slice(trail.findLastIndex(({ after }) => after === 'CLOSED' || after === 'LISTEN') + 1);

/** The mistake that just this wrong answer shows; null: a slip, or nothing to name. */
export function mistakeIn(
  question: Question,
  given: readonly Option[],
  right: readonly Option[],
  { tcb }: Pick<OwnView, 'tcb'>,
): Questioned | null {
  const [option] = given;
  if (option === undefined || (given.length === right.length && given.every((each) => right.includes(each))))
    return null;
  switch (question) {
    case 'known':
      return isAllBut('no-ghost', given, right) ? 'M01' : null;
    case 'time-wait':
      // That both always wait is another idea, and none of the list.
      return option === 'both' ? null : 'M04';
    case 'waits-for':
      return isMixedUp(tcb.state, option) ? 'M05' : null;
    case 'data':
      return option === 'peer-application' ? 'M11' : null;
    case 'still-there':
      return option === 'yes' ? 'M17' : null;
    case 'closes-first':
      return option === (tcb.opened === 'active' ? 'me' : 'peer') ? 'M18' : null;
    case 'identity':
      return option === 'person' ? 'M20' : null;
    case 'peer-state':
      return null;
  }
}

/** Everything that is proven but one: that the third segment proves no more than two ways. */
const isAllBut = (left: Option, given: readonly Option[], right: readonly Option[]): boolean =>
  right.includes(left) &&
  given.length === right.length - 1 &&
  right.every((each) => each === left || given.includes(each));

const isMixedUp = (state: TcpState, option: Option): boolean =>
  (state === 'CLOSE-WAIT' && option === 'old-segments') || (state === 'TIME-WAIT' && option === 'own-close');

/** An answer in the order of `OPTIONS`, each option once; null if one is not of this question. */
export function inOrder(question: Question, given: readonly Option[]): readonly Option[] | null {
  const all: readonly Option[] = OPTIONS[question];
  return given.every((option) => all.includes(option))
    ? all.filter((option) => given.includes(option))
    : null;
}
