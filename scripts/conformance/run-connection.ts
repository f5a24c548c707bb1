/** Runs a connection vector: two endpoints of the engine and the link between them, script item by script item. */
import type { CallResult, TcpEvent } from '../../shared/engine/tcp/event.ts';
import type { Host } from './host.ts';
import { callEvent, createHost, segmentOf, timerEvent } from './host.ts';
import type { Link } from './link.ts';
import { createLink, peerOf } from './link.ts';
import type { Difference } from './match-expectation.ts';
import {
  compare,
  compareSignal,
  matchAnyOf,
  numbersOf,
  show,
  showAll,
  showTraced,
} from './match-expectation.ts';
import type { Failure } from './report.ts';
import { broken, differs } from './report.ts';
import type { Stream } from './stream.ts';
import { createStream } from './stream.ts';
import type {
  ConnectionExpectation,
  ConnectionVector,
  ExpectedTrace,
  ScriptEvent,
  Side,
  SignalName,
} from './vector.ts';

/** More in one script item is a segment storm. */
const MOST_DELIVERIES = 200;

interface Seat {
  readonly host: Host;
  readonly stream: Stream;
  deliveredTotal: number;
}

interface Run {
  readonly seats: Readonly<Record<Side, Seat>>;
  readonly link: Link;
}

/** What can be checked after a script item. */
interface ItemLog {
  readonly trace: ExpectedTrace[];
  readonly delivered: Record<Side, number>;
  readonly signals: Readonly<Record<Side, SignalName[]>>;
}

/** null: every item and the end passed. */
export function runConnection(vector: ConnectionVector): Failure | null {
  const seatOf = (side: Side): Seat => ({
    host: createHost(vector.endpoints[side]),
    stream: createStream(),
    deliveredTotal: 0,
  });
  const run: Run = { seats: { A: seatOf('A'), B: seatOf('B') }, link: createLink(vector.faults) };
  for (const [index, { together, accepted }] of vector.script.entries()) {
    const at = `item ${index + 1}: ${together.map(describeItem).join(' and ')}`;
    const log: ItemLog = { trace: [], delivered: { A: 0, B: 0 }, signals: { A: [], B: [] } };
    try {
      for (const item of together) perform(run, item, log);
      deliverAll(run, log);
    } catch (error) {
      return broken(at, error);
    }
    const differences = matchAnyOf(accepted, (one) => matchItem(one, run, log));
    if (differences.length > 0) return differs(at, differences, accepted.length);
  }
  const atEnd = matchFinal(vector, run);
  return atEnd.length > 0 ? differs('final', atEnd) : null;
}

function perform(run: Run, item: ScriptEvent, log: ItemLog): void {
  const { link, seats } = run;
  if (item.release !== undefined) link.release(item.release);
  else if (item.inject !== undefined) inject(run, item.inject);
  else if (item.crash !== undefined) seats[item.crash].host.crash();
  else if (item.timer !== undefined) feed(run, item.at!, timerEvent(item.timer), log);
  else call(run, item, log);
}

function call(run: Run, { at, call, len, result: expected }: ScriptEvent, log: ItemLog): void {
  const { stream } = run.seats[at!];
  const length = len ?? 0;
  const result = feed(run, at!, callEvent(call!, stream.next(length)), log);
  if (result === 'ok') stream.advance(length);
  if (expected !== undefined && expected !== result)
    throw new Error(`result: expected ${expected}, came ${result}`);
}

/** Text of unknown origin holds what its sender's stream has at those numbers, so only counts can betray it. */
function inject({ link, seats }: Run, { to, segment }: NonNullable<ScriptEvent['inject']>): void {
  const { irs } = seats[to].host.endpoint();
  const text = seats[peerOf(to)].stream.at(irs, segment.seq, segment.len);
  link.inject({ to, segment: segmentOf(segment, text) });
}

function feed(run: Run, at: Side, event: TcpEvent, log: ItemLog): CallResult | null {
  const { link, seats } = run;
  const seat = seats[at];
  const issTaken = seat.host.endpoint().issTaken;
  const { endpoint, delivered, signals, emits, result } = seat.host.feed(event);
  if (endpoint.issTaken > issTaken) seat.stream.begin(endpoint.iss);
  for (const segment of emits) {
    log.trace.push({ from: at, ...numbersOf(segment), fate: link.send(at, segment) });
  }
  log.signals[at].push(...signals);
  log.delivered[at] += delivered.length;
  seat.deliveredTotal += delivered.length;
  const wrong = seats[peerOf(at)].stream.deliver(endpoint.irs, delivered);
  if (wrong !== null) throw new Error(`content at ${at}: ${wrong}`);
  return result;
}

function deliverAll(run: Run, log: ItemLog): void {
  let deliveries = 0;
  for (let flight = run.link.take(); flight !== undefined; flight = run.link.take()) {
    deliveries += 1;
    if (deliveries > MOST_DELIVERIES)
      throw new Error(`more than ${MOST_DELIVERIES} deliveries: a segment storm`);
    feed(run, flight.to, { kind: 'segment', segment: flight.segment }, log);
  }
}

const stateOf = ({ seats }: Run, side: Side): string => seats[side].host.endpoint().state;

const matchItem = (expected: ConnectionExpectation, run: Run, log: ItemLog): readonly Difference[] => [
  ...compare('state of A', expected.states.A, stateOf(run, 'A')),
  ...compare('state of B', expected.states.B, stateOf(run, 'B')),
  ...compare('delivered to A', expected.delivered?.A, log.delivered.A),
  ...compare('delivered to B', expected.delivered?.B, log.delivered.B),
  ...compareSignal('signal at A', expected.signals?.A, log.signals.A),
  ...compareSignal('signal at B', expected.signals?.B, log.signals.B),
  ...compare('trace', expected.trace && showTrace(expected.trace), showTrace(log.trace)),
];

const showTrace = (trace: readonly ExpectedTrace[]): string => showAll(trace.map(showTraced), ', ');

const matchFinal = ({ final }: ConnectionVector, run: Run): readonly Difference[] => [
  ...compare('state of A', final.states.A, stateOf(run, 'A')),
  ...compare('state of B', final.states.B, stateOf(run, 'B')),
  ...compare('delivered to A', final.delivered.A, run.seats.A.deliveredTotal),
  ...compare('delivered to B', final.delivered.B, run.seats.B.deliveredTotal),
  ...compare('segments still held', 'none', run.link.held().join(', ') || 'none'),
];

function describeItem({ at, call, len, timer, release, inject, crash }: ScriptEvent): string {
  if (release !== undefined) return `${release} is released`;
  if (inject !== undefined) return `${show(inject.segment)} is injected for ${inject.to}`;
  if (crash !== undefined) return `${crash} crashes`;
  if (timer !== undefined) return `timer ${timer} fires at ${at}`;
  return `call ${call} at ${at}${len === undefined ? '' : ` of ${len} octets`}`;
}
