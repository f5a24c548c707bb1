/** The engine under test behind the words of the vector format: feed an event, see what can be checked. */
import { assertNever } from '../../shared/engine/base/invariant.ts';
import type { Millis } from '../../shared/engine/base/millis.ts';
import type { Endpoint } from '../../shared/engine/tcp/endpoint.ts';
import { closedEndpoint } from '../../shared/engine/tcp/endpoint.ts';
import type { CallResult, TcpEvent, TcpSignal, TcpTimer } from '../../shared/engine/tcp/event.ts';
import type { TcpParameters } from '../../shared/engine/tcp/parameters.ts';
import { RFC9293 } from '../../shared/engine/tcp/policy.ts';
import { settle } from '../../shared/engine/tcp/step.ts';
import type { Segment } from '../../shared/engine/wire/segment.ts';
import { ACK, FIN, RST, SYN } from '../../shared/engine/wire/segment.ts';
import type { ArrivingSegment, CallName, Setup, SignalName, TimerName } from './vector.ts';

/** Long enough that no clock of the runner, which ticks once an event, ever gets near a timer. */
const MSL: Millis = 120_000;

/** Vectors fire timers as often as they like: no count of retransmissions gives the connection up. */
const parametersFor = (rcvWnd: number): TcpParameters => ({
  rcvWnd,
  mss: 1460,
  rto: 1000,
  maxRto: 60_000,
  retransmissions: 1000,
  msl: MSL,
});

/** What one event did, as far as a vector can ask. */
export interface Observed {
  readonly endpoint: Endpoint;
  readonly emits: readonly Segment[];
  readonly delivered: string;
  readonly signals: readonly SignalName[];
  /** Of a call; null for other events. */
  readonly result: CallResult | null;
  readonly timeWait: 'running' | 'stopped' | 'restarted';
  readonly retransmission: 'running' | 'stopped';
}

export interface Host {
  readonly endpoint: () => Endpoint;
  /** The clock advances a little before each event, so that a timer set anew can be told from one that runs on. */
  readonly feed: (event: TcpEvent) => Observed;
  /** All state is lost but the place in the list of initial sequence numbers. */
  readonly crash: () => void;
}

export function createHost({ iss, rcvWnd }: Setup): Host {
  const parameters = parametersFor(rcvWnd);
  let endpoint = closedEndpoint();
  let now: Millis = 0;
  return {
    endpoint: () => endpoint,
    feed: (event) => {
      now += 1;
      const context = { now, iss: iss[endpoint.issTaken] ?? 0, parameters, policy: RFC9293 };
      const settled = settle(endpoint, event, context);
      endpoint = settled.endpoint;
      if (endpoint.issTaken > iss.length)
        throw new Error(`takes more initial sequence numbers than the ${iss.length} given`);
      return {
        endpoint,
        emits: settled.segments,
        delivered: settled.outcomes.map(({ delivered }) => delivered).join(''),
        signals: settled.outcomes.flatMap(({ signal }) => (signal === null ? [] : [SIGNAL_NAMES[signal]])),
        result: settled.outcomes[0]?.result ?? null,
        timeWait: timeWaitOf(endpoint, now),
        retransmission: endpoint.retransmitAt === null ? 'stopped' : 'running',
      };
    },
    crash: () => {
      endpoint = closedEndpoint(endpoint.issTaken);
    },
  };
}

const timeWaitOf = ({ timeWaitEndsAt }: Endpoint, now: Millis): Observed['timeWait'] => {
  if (timeWaitEndsAt === null) return 'stopped';
  return timeWaitEndsAt === now + 2 * MSL ? 'restarted' : 'running';
};

const SIGNAL_NAMES: Readonly<Record<TcpSignal, SignalName>> = {
  'connection reset': 'connection reset',
  'connection refused': 'connection refused',
  'connection closing': 'connection closing',
  'connection aborted due to user timeout': 'user timeout',
};

const TIMER_NAMES: Readonly<Record<TimerName, TcpTimer>> = {
  retransmission: 'retransmission',
  timeWait: 'time-wait',
  userTimeout: 'user',
};

export const timerEvent = (timer: TimerName): TcpEvent => ({ kind: 'timeout', timer: TIMER_NAMES[timer] });

export function callEvent(call: CallName, text: string): TcpEvent {
  switch (call) {
    case 'passiveOpen':
      return { kind: 'open', mode: 'passive' };
    case 'activeOpen':
      return { kind: 'open', mode: 'active' };
    case 'send':
      return { kind: 'send', text };
    case 'close':
    case 'abort':
      return { kind: call };
    default:
      return assertNever(call);
  }
}

const FLAG_BITS = { SYN, ACK, FIN, RST } as const;

export const segmentOf = ({ flags, seq, ack, wnd }: ArrivingSegment, text: string): Segment => ({
  seq,
  ack: ack ?? 0,
  flags: flags.reduce((bits, name) => bits | FLAG_BITS[name], 0),
  wnd,
  text,
});
