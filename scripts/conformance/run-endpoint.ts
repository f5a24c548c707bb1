/** Runs an endpoint vector: one endpoint, event by event, each step judged alone. */
import type { TcpEvent } from '../../shared/engine/tcp/event.ts';
import { callEvent, createHost, segmentOf, timerEvent } from './host.ts';
import { matchAnyOf, matchExpectation, show } from './match-expectation.ts';
import type { Failure } from './report.ts';
import { broken, differs } from './report.ts';
import type { EndpointVector, StepEvent } from './vector.ts';

/** Text content is free in these vectors. */
const filler = (length: number): string => '.'.repeat(length);

/** null: every step passed. */
export function runEndpoint(vector: EndpointVector): Failure | null {
  const host = createHost(vector.endpoint);
  let deliveredTotal = 0;
  for (const [index, { event, accepted }] of vector.steps.entries()) {
    const at = `step ${index + 1}: ${describeEvent(event)}`;
    try {
      const observed = host.feed(toEvent(event));
      deliveredTotal += observed.delivered.length;
      const differences = matchAnyOf(accepted, (one) => matchExpectation(one, observed, deliveredTotal));
      if (differences.length > 0) return differs(at, differences, accepted.length);
    } catch (error) {
      return broken(at, error);
    }
  }
  return null;
}

function toEvent({ call, len, segment, timer }: StepEvent): TcpEvent {
  if (segment !== undefined) return { kind: 'segment', segment: segmentOf(segment, filler(segment.len)) };
  if (timer !== undefined) return timerEvent(timer);
  return callEvent(call!, filler(len ?? 0));
}

const describeEvent = ({ call, len, segment, timer }: StepEvent): string => {
  if (segment !== undefined) return `${show(segment)} arrives`;
  if (timer !== undefined) return `timer ${timer} fires`;
  return `call ${call}${len === undefined ? '' : ` of ${len} octets`}`;
};
