/** What scripts make happen, and when: calls, crashes, ghosts, held segments, both sides at once. */
import { describe, expect, it } from 'vitest';
import type { Table } from '../../testing/table.ts';
import { tableFor } from '../../testing/table.ts';
import {
  ABORT,
  ANSWER,
  CLOSE,
  CRASH,
  ESTABLISHED,
  FIN_ACKED,
  FIN_ARRIVED,
  HANDSHAKE,
} from '../../testing/test-level.ts';
import { QUESTION, QUIET, START, SYN_ACKED, TALK, fourWaves } from '../../testing/test-level.ts';
import { fault, inject, item, lose, open, send, testLevel } from '../../testing/test-level.ts';
import { ACK, FIN, RST, SYN } from '../wire/segment.ts';
import type { ScriptItem } from './level.ts';
import type { Seat } from './seat.ts';

const over = (script: readonly ScriptItem[], changes: Parameters<typeof testLevel>[1] = {}): Table => {
  const table = tableFor(testLevel(script, changes));
  table.untilOver();
  return table;
};

/** The states that a seat went through, each once in a row. */
const path = (table: Table, seat: Seat): string =>
  table
    .seat(seat)
    .trail.map(({ after }) => after)
    .filter((state, at, all) => state !== all[at - 1])
    .join(' ');

const flagsSent = (table: Table): number[] =>
  table.events.flatMap((event) => (event.kind === 'sent' ? event.segment.flags : []));

describe('an item happens', () => {
  it('with `established`, in the instant of the segment that will open the connection', () => {
    const table = tableFor(testLevel([...HANDSHAKE, item('ask', 'A', ESTABLISHED, send(QUESTION))]));
    table.untilAsked('A', 'segment/SYN+ACK');
    expect(table.seat('A').queue.map(({ kind }) => kind)).toStrictEqual(['segment', 'send']);
  });

  it('with `my-ack-settled`, only when the ACK has gone: nothing can merge with it', () => {
    const table = tableFor(testLevel([...HANDSHAKE, item('ask', 'A', SYN_ACKED, send(QUESTION))]));
    table.untilAsked('A', 'segment/SYN+ACK');
    expect(table.seat('A').queue).toHaveLength(1);
    table.answer('A');
    expect(table.prompt('A').kind).toBe('send');
  });

  it('with `my-ack-settled`, only when all else of that instant has gone too', () => {
    const script = [
      ...HANDSHAKE,
      item('close-a', 'A', QUIET, CLOSE, 'connect'),
      item('rest', 'B', FIN_ARRIVED, send(ANSWER)),
      item('close-b', 'B', FIN_ACKED, CLOSE),
    ];
    const table = tableFor(testLevel(script)).untilAsked('B', 'segment/FIN+ACK');
    table.answer('B');
    expect(table.seat('B').queue.map(({ kind }) => kind)).toStrictEqual(['send']);
    table.answer('B');
    expect(table.seat('B').queue.map(({ kind }) => kind)).toStrictEqual(['close']);
  });

  it('with `delivered`, when so many octets have come and not before', () => {
    const when = { on: 'delivered', octets: QUESTION.length } as const;
    const script = [
      ...HANDSHAKE,
      item('one', 'A', QUIET, send(QUESTION.slice(1)), 'connect'),
      item('two', 'A', QUIET, send('!'), 'one'),
      item('answer', 'B', when, send(ANSWER)),
    ];
    const table = tableFor(testLevel(script)).untilAsked('B', 'segment/ACK+text');
    expect(table.seat('B').queue).toHaveLength(1);
    table.answer('B');
    table.untilAsked('B', 'segment/ACK+text');
    expect(table.seat('B').queue.map(({ kind }) => kind)).toStrictEqual(['segment', 'send']);
  });

  it('with `lane-quiet`, when nothing flies, nobody owes and nothing waits for an acknowledgment', () => {
    const table = tableFor(testLevel(TALK)).untilAsked('A', 'close');
    const [lane] = table.state.lanes;
    expect(lane!.network.inFlight).toStrictEqual([]);
    expect(table.seat('A').endpoint.retransmitAt).toBeNull();
    expect(table.seat('B').endpoint.retransmitAt).toBeNull();
    expect(table.seat('B').queue).toStrictEqual([]);
  });

  it('once, and only after the item that it names', () => {
    const table = over(TALK);
    const items = table.events.flatMap((event) => (event.kind === 'script' ? event.item : []));
    expect(items).toStrictEqual(['listen', 'connect', 'ask', 'answer', 'close-a', 'close-b']);
  });

  it('at the first or the second closer, whom the seed decides for each lane', () => {
    const script = [
      ...HANDSHAKE,
      item('one', 'first-closer', QUIET, CLOSE, 'connect'),
      item('two', 'second-closer', FIN_ACKED, CLOSE, 'one'),
    ];
    const table = over(script);
    const fins = table.events.flatMap((event) =>
      event.kind === 'sent' && (event.segment.flags & FIN) !== 0 ? event.from : [],
    );
    expect(fins).toHaveLength(2);
    expect(new Set(fins).size).toBe(2);
  });
});

it('a ghost SYN is answered, reset, and forgotten: back to LISTEN ends nothing', () => {
  const ghost = item(
    'ghost',
    'B',
    START,
    {
      do: 'inject',
      segment: { flags: SYN, seq: { from: 'zero', plus: 9000 }, ack: { from: 'zero', plus: 0 }, text: '' },
    },
    'listen',
  );
  const script = [
    HANDSHAKE[0]!,
    ghost,
    item('connect', 'A', QUIET, open('active'), 'ghost'),
    ...fourWaves('connect'),
  ];
  const table = over(script);
  expect(table.state.lanes[0]!.over).toBe('goal');
  expect(path(table, 'B')).toBe(
    'LISTEN SYN-RECEIVED LISTEN SYN-RECEIVED ESTABLISHED CLOSE-WAIT LAST-ACK CLOSED',
  );
  expect(flagsSent(table).slice(0, 4)).toStrictEqual([SYN, SYN | ACK, RST, SYN]);
});

describe('a host', () => {
  it('that crashes forgets everything; what comes then is answered with a reset', () => {
    const table = over([
      ...HANDSHAKE,
      item('crash', 'B', QUIET, CRASH, 'connect'),
      item('ask', 'A', QUIET, send(QUESTION), 'crash'),
    ]);
    expect(path(table, 'B')).toBe('LISTEN SYN-RECEIVED ESTABLISHED CLOSED');
    expect(flagsSent(table).at(-1)).toBe(RST);
    expect(table.state.lanes[0]!.over).toBe('reset');
    expect(table.tcp('A')).toBe('CLOSED');
  });

  it('that aborts sends a reset, and the peer is told', () => {
    const table = over([...HANDSHAKE, item('abort', 'A', QUIET, ABORT, 'connect')]);
    expect(path(table, 'A')).toBe('SYN-SENT ESTABLISHED CLOSED');
    expect(table.seat('B').broken).toBe(true);
    expect(table.state.lanes[0]!.over).toBe('reset');
  });
});

describe('an injected segment', () => {
  it('arrives with numbers that the endpoint holds, and the peer knows nothing of it', () => {
    const table = tableFor(testLevel([...HANDSHAKE, inject('forged', 'B', QUIET, SYN, 3, 'connect')]));
    table.untilAsked('B', 'segment/SYN', 'ESTABLISHED');
    const { rcv, snd } = table.seat('B').endpoint;
    const [head] = table.seat('B').queue;
    expect(head).toMatchObject({ segment: { seq: rcv.nxt + 3, ack: snd.nxt, flags: SYN } });
    expect(table.seat('A').trail.some(({ answer }) => answer?.seq === rcv.nxt + 3)).toBe(false);
    expect(table.right('B').card).toMatchObject({ flags: ACK, ack: rcv.nxt });
  });

  it('an exact reset ends the connection', () => {
    const table = over([...HANDSHAKE, inject('forged', 'B', QUIET, RST, 0, 'connect')]);
    expect(table.state.lanes[0]!.over).toBe('reset');
  });
});

it('a segment held back goes on its way when the script releases it', () => {
  const script = [
    ...HANDSHAKE,
    item('ask', 'A', QUIET, send(QUESTION), 'connect'),
    item('go', 'B', { on: 'delivered', octets: QUESTION.length }, { do: 'release', label: 'old' }),
    ...fourWaves('ask'),
  ];
  const faults = [fault({ from: 'A', text: true }, { kind: 'hold', label: 'old' })];
  const table = over(script, { faults });
  // Sent again after the RTO, delivered, and then the old one: it comes once more and is acknowledged again.
  expect(table.seat('B').received).toBe(QUESTION);
  expect(table.state.lanes[0]!.over).toBe('goal');
  const text = ({ event }: { event: { kind: string; segment?: { text: string } } }): boolean =>
    event.kind === 'segment' && event.segment?.text !== '';
  expect(table.seat('B').trail.filter(text)).toHaveLength(2);
});

describe('two items on one trigger', () => {
  it('open simultaneously: the SYNs cross', () => {
    const script = [
      item('a', 'A', START, open('active')),
      item('b', 'B', START, open('active')),
      ...fourWaves('b'),
    ];
    const table = over(script);
    for (const seat of ['A', 'B'] as const)
      expect(path(table, seat)).toMatch(/^SYN-SENT SYN-RECEIVED ESTABLISHED /u);
    expect(table.state.lanes[0]!.over).toBe('goal');
  });

  it('close simultaneously: through CLOSING, and both wait', () => {
    const script = [
      ...HANDSHAKE,
      item('a', 'A', QUIET, CLOSE, 'connect'),
      item('b', 'B', QUIET, CLOSE, 'connect'),
    ];
    const table = over(script);
    for (const seat of ['A', 'B'] as const)
      expect(path(table, seat)).toMatch(/ESTABLISHED FIN-WAIT-1 CLOSING TIME-WAIT CLOSED$/u);
    expect(table.state.lanes[0]!.over).toBe('goal');
  });
});

it('a lane without a goal in reach ends: both at rest, or stuck for ever', () => {
  expect(over([item('connect', 'A', START, open('active'))]).state.lanes[0]!.over).toBe('reset');
  const half = [...HANDSHAKE, item('half', 'A', QUIET, CLOSE, 'connect')];
  expect(over(half).state.lanes[0]!.over).toBe('stuck');
  const deaf = { faults: [{ ...lose({ flags: SYN }), times: 99 }] };
  expect(over([item('connect', 'A', START, open('active'))], deaf).state.lanes[0]!.over).toBe('finished');
});
