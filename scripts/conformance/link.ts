/** The network of a connection vector: one first-in, first-out queue for both directions, and its faults. */
import type { Segment } from '../../shared/engine/wire/segment.ts';
import type { ExpectedTrace, Fault, Side } from './vector.ts';

export interface Flight {
  readonly to: Side;
  readonly segment: Segment;
}

export interface Link {
  /** An endpoint sends a segment: the fate that its fault, if it has one, means for it. */
  readonly send: (from: Side, segment: Segment) => ExpectedTrace['fate'];
  readonly inject: (flight: Flight) => void;
  /** The segment kept under the label joins the queue. */
  readonly release: (label: string) => void;
  /** The head of the queue. */
  readonly take: () => Flight | undefined;
  /** Labels of what is still kept aside. */
  readonly held: () => readonly string[];
}

export const peerOf = (side: Side): Side => (side === 'A' ? 'B' : 'A');

export function createLink(faults: readonly Fault[]): Link {
  const queue: Flight[] = [];
  const kept: { readonly label: string; readonly flight: Flight }[] = [];
  const count = { A: 0, B: 0 };
  return {
    send: (from, segment) => {
      count[from] += 1;
      const flight = { to: peerOf(from), segment };
      const fault = faults.find((one) => one.from === from && one.nth === count[from]);
      if (fault?.action === 'drop') return 'dropped';
      if (fault?.label !== undefined) kept.push({ label: fault.label, flight });
      if (fault?.action === 'hold') return 'held';
      queue.push(flight);
      if (fault === undefined) return 'delivered';
      if (fault.label === undefined) queue.push(flight);
      return 'duplicated';
    },
    inject: (flight) => {
      queue.push(flight);
    },
    release: (label) => {
      const index = kept.findIndex((one) => one.label === label);
      if (index < 0) throw new Error(`no segment is held under the label ${label}`);
      queue.push(...kept.splice(index, 1).map(({ flight }) => flight));
    },
    take: () => queue.shift(),
    held: () => kept.map(({ label }) => label),
  };
}
