/** Compares what came with one expectation of a vector; an absent field is not checked. */
import type { Segment } from '../../shared/engine/wire/segment.ts';
import { ACK, flagNames, has } from '../../shared/engine/wire/segment.ts';
import type { Observed } from './host.ts';
import type { Expectation, ExpectedSegment, ExpectedTrace, SignalName } from './vector.ts';

export interface Difference {
  readonly field: string;
  readonly expected: string;
  readonly came: string;
}

type SegmentNumbers = Pick<ExpectedSegment, 'flags' | 'seq' | 'ack' | 'len'>;

/** A segment in the vector's fields. */
export const numbersOf = (segment: Segment): SegmentNumbers => ({
  flags: flagNames(segment.flags),
  seq: segment.seq,
  ack: has(segment, ACK) ? segment.ack : null,
  len: segment.text.length,
});

/** `<SEQ=100><ACK=301><LEN=5><CTL=SYN,ACK>`, as the RFC writes segments. */
export const show = ({ flags, seq, ack, len }: SegmentNumbers): string =>
  `<SEQ=${seq}>${ack === null ? '' : `<ACK=${ack}>`}${len === 0 ? '' : `<LEN=${len}>`}<CTL=${sortFlags(flags)}>`;

export const showTraced = (entry: ExpectedTrace): string => `${entry.from} ${show(entry)} ${entry.fate}`;

const sortFlags = (flags: readonly string[]): string =>
  [...flags].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)).join(',');
const ORDER = ['SYN', 'FIN', 'RST', 'ACK'];

export const showAll = (shown: readonly string[], between = ' '): string =>
  shown.length === 0 ? 'nothing' : shown.join(between);

/** What differs between a value and an expected one; undefined is not checked. */
export function compare<T extends string | number | null>(
  field: string,
  expected: T | undefined,
  came: T,
): readonly Difference[] {
  if (expected === undefined || expected === came) return [];
  return [{ field, expected: String(expected), came: String(came) }];
}

/** null: none is raised; a name: exactly that one; a list: exactly one, any of the list. */
export function compareSignal(
  field: string,
  expected: SignalName | readonly SignalName[] | null | undefined,
  came: readonly SignalName[],
): readonly Difference[] {
  if (expected === undefined) return [];
  const accepted = expected === null ? [] : [expected].flat();
  const [first] = came;
  const matches = first === undefined ? expected === null : came.length === 1 && accepted.includes(first);
  if (matches) return [];
  return [{ field, expected: accepted.join(' or ') || 'none', came: came.join(', ') || 'none' }];
}

export function matchExpectation(
  expected: Expectation,
  came: Observed,
  deliveredTotal: number,
): readonly Difference[] {
  const { endpoint } = came;
  return [
    ...compare('state', expected.state, endpoint.state),
    ...compare(
      'emits',
      showAll(expected.emits.map(show)),
      showAll(came.emits.map((one) => show(numbersOf(one)))),
    ),
    ...compare('SND.UNA', expected.snd?.una, endpoint.snd.una),
    ...compare('SND.NXT', expected.snd?.nxt, endpoint.snd.nxt),
    ...compare('SND.WND', expected.snd?.wnd, endpoint.snd.wnd),
    ...compare('RCV.NXT', expected.rcv?.nxt, endpoint.rcv.nxt),
    ...compare('delivered', expected.delivered, came.delivered.length),
    ...compare('delivered in total', expected.deliveredTotal, deliveredTotal),
    ...compareSignal('signal', expected.signal, came.signals),
    ...compare('result', expected.result, came.result ?? 'none'),
    ...compare('retransmission timer', expected.timers?.retransmission, came.retransmission),
    ...compare('2 MSL timer', expected.timers?.timeWait, timeWaitFor(expected, came)),
  ];
}

/** A timer set anew by this step is also running. */
const timeWaitFor = ({ timers }: Expectation, { timeWait }: Observed): Observed['timeWait'] =>
  timers?.timeWait === 'running' && timeWait === 'restarted' ? 'running' : timeWait;

/** No difference from one of the accepted, or the differences from the first. */
export function matchAnyOf<T>(
  accepted: readonly T[],
  match: (one: T) => readonly Difference[],
): readonly Difference[] {
  const differences = accepted.map(match);
  return differences.some((found) => found.length === 0) ? [] : (differences[0] ?? []);
}
