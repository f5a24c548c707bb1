/**
 * `npm run bench:engine`: how many segments a second one core takes through two endpoints, each segment sent by one and
 * received by the other, over whole connections: open, 100 exchanges of text and ACK, close. And whether memory stays flat.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Endpoint } from '../shared/engine/tcp/endpoint.ts';
import { closedEndpoint } from '../shared/engine/tcp/endpoint.ts';
import type { TcpContext, TcpEvent } from '../shared/engine/tcp/event.ts';
import { RFC9293 } from '../shared/engine/tcp/policy.ts';
import { step } from '../shared/engine/tcp/step.ts';

const ROUNDS = 11;
const WARM_UP_MS = 500;
const ROUND_MS = 400;
const EXCHANGES = 100;

const parameters = { rcvWnd: 1000, mss: 1460, rto: 3200, maxRto: 60_000, retransmissions: 4, msl: 5600 };
const contextOf = (iss: number): TcpContext => ({ now: 0, iss, parameters, policy: RFC9293 });
const CONTEXTS = [contextOf(4_294_960_000), contextOf(1000)] as const;
const TEXT = '.'.repeat(100);

const OPEN_ACTIVELY: TcpEvent = { kind: 'open', mode: 'active' };
const OPEN_PASSIVELY: TcpEvent = { kind: 'open', mode: 'passive' };
const SEND: TcpEvent = { kind: 'send', text: TEXT };
const CLOSE: TcpEvent = { kind: 'close' };
const TIME_WAIT: TcpEvent = { kind: 'timeout', timer: 'time-wait' };

const ends: [Endpoint, Endpoint] = [closedEndpoint(), closedEndpoint()];

/** An event at one end, and every segment that it makes fly, there and back. Returns how many flew. */
function play(first: 0 | 1, event: TcpEvent): number {
  let side = first;
  let next = event;
  for (let flown = 0; ; flown++) {
    const { endpoint, segment } = step(ends[side], next, CONTEXTS[side]);
    ends[side] = endpoint;
    if (segment === null) return flown;
    side = side === 0 ? 1 : 0;
    next = { kind: 'segment', segment };
  }
}

/** One connection from open to CLOSED. Returns its segments. */
function connection(): number {
  ends[0] = closedEndpoint();
  ends[1] = closedEndpoint();
  let segments = play(1, OPEN_PASSIVELY) + play(0, OPEN_ACTIVELY);
  for (let i = 0; i < EXCHANGES; i++) segments += play(i % 2 === 0 ? 0 : 1, SEND);
  segments += play(0, CLOSE) + play(1, CLOSE) + play(0, TIME_WAIT);
  if (ends[0].state !== 'CLOSED' || ends[1].state !== 'CLOSED')
    throw new Error('the connection did not close');
  return segments;
}

/** Segments a second. */
function round(milliseconds: number): number {
  const start = performance.now();
  let segments = 0;
  let elapsed = 0;
  while (elapsed < milliseconds) {
    segments += connection();
    elapsed = performance.now() - start;
  }
  return (segments / elapsed) * 1000;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heapUsed(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

round(WARM_UP_MS);
const before = heapUsed();
const rates = Array.from({ length: ROUNDS }, () => round(ROUND_MS)).sort((a, b) => a - b);
const grown = heapUsed() - before;

console.log(`${Math.round(rates[ROUNDS >> 1]!)} segments/s`);
console.log(`slowest round ${Math.round(rates[0]!)}, fastest ${Math.round(rates.at(-1)!)}`);
console.log(`heap growth over ${ROUNDS} rounds: ${Math.round(grown / 1024)} KiB`);
