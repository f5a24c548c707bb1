/**
 * The table of RFC 9293 §3.10 as tests: each event in each of the eleven states. A column is one event, given with what
 * must come of it in every state; that no column and no state is missing is checked in every-cell.test.ts.
 */
import { describe, expect, it } from 'vitest';
import type { Endpoint } from '../endpoint.ts';
import type { CallResult, TcpEvent, TcpSignal } from '../event.ts';
import type { TcpState } from '../state.ts';
import { TCP_STATES } from '../state.ts';
import { CONTEXT, endpointIn, trace } from './endpoint-in.ts';
import { settle } from '../step.ts';

export const EVENTS = [
  'RST at RCV.NXT',
  'RST elsewhere in the window',
  'RST outside the window',
  'SYN in the window',
  'SYN outside the window',
  'SYN again',
  'SYN,ACK again',
  'ACK of all that was sent',
  'ACK that is old',
  'ACK of nothing ever sent',
  'no flag at all',
  'text in order',
  'text that is old',
  'text partly old',
  'text ahead of a hole',
  'text over the right edge',
  'text beyond the right edge',
  'text without ACK',
  'FIN in order',
  'FIN ahead of a hole',
  'FIN again',
  'FIN over the right edge',
  'FIN without ACK',
  'passive OPEN',
  'active OPEN',
  'SEND',
  'CLOSE',
  'ABORT',
  'retransmission timeout',
  'time-wait timeout',
  'user timeout',
] as const;

export type CellEvent = (typeof EVENTS)[number];

/** What comes of an event. What is left out did not happen. */
export interface Reaction {
  readonly state: TcpState;
  readonly sends?: readonly string[];
  readonly signal?: TcpSignal;
  readonly delivered?: string;
  readonly result?: CallResult;
  /** The TCB must be what it was, in every field. */
  readonly untouched?: true;
}

type Cell = Reaction | ((before: Endpoint) => Reaction);

const registered = new Map<CellEvent, readonly TcpState[]>();
let collecting = false;

/** Which cells the test files hold; while they are loaded for this they run nothing. */
export async function collectCells(
  load: () => Promise<void>,
): Promise<ReadonlyMap<CellEvent, readonly TcpState[]>> {
  collecting = true;
  try {
    await load();
  } finally {
    collecting = false;
  }
  return registered;
}

/** Tests outside the table: more about the same event. */
export function beyondTheTable(name: string, tests: () => void): void {
  if (!collecting) describe(name, tests);
}

export function column(
  event: CellEvent,
  make: (before: Endpoint) => TcpEvent,
  cells: Readonly<Record<TcpState, Cell>>,
): void {
  registered.set(
    event,
    TCP_STATES.filter((state) => state in cells),
  );
  if (collecting) return;
  describe(event, () => {
    it.each(TCP_STATES)('in %s', (state) => {
      const before = endpointIn(state);
      expect(before.state).toBe(state);
      const cell = cells[state];
      const { untouched, ...expected } = typeof cell === 'function' ? cell(before) : cell;
      const came = settle(before, make(before), CONTEXT);
      const signals = came.outcomes.flatMap(({ signal }) => signal ?? []);
      expect({
        state: came.endpoint.state,
        sends: came.segments.map(trace),
        signal: signals[0] ?? null,
        delivered: came.outcomes.map(({ delivered }) => delivered).join(''),
        result: came.outcomes[0]?.result ?? null,
      }).toEqual({ sends: [], signal: null, delivered: '', result: null, ...expected });
      if (untouched) expect(came.endpoint).toEqual(before);
    });
  });
}

/** Nothing at all happens. */
export const ignored = ({ state }: Endpoint): Reaction => ({ state, untouched: true });

/** `<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>` and nothing else: the challenge ACK, and the answer to the unacceptable. */
export const answered = ({ state, snd, rcv }: Endpoint): Reaction => ({
  state,
  sends: [`ACK ${snd.nxt} ${rcv.nxt}`],
  untouched: true,
});

/** A reset is sent, and nothing else happens. */
export const refused =
  (reset: string) =>
  ({ state }: Endpoint): Reaction => ({ state, sends: [reset], untouched: true });

/** The call returns an error, and nothing else happens. */
export const error =
  (result: CallResult) =>
  ({ state }: Endpoint): Reaction => ({ state, result, untouched: true });
