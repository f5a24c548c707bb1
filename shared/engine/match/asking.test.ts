/** What is asked, what is not, and how long the answer may take. */
import { describe, expect, it } from 'vitest';
import { SEED, Table, tableFor } from '../../testing/table.ts';
import { setupFor } from '../../testing/setups.ts';
import {
  HANDSHAKE,
  QUIET,
  fourWaves,
  inject,
  item,
  lose,
  send,
  testLevel,
} from '../../testing/test-level.ts';
import { ESTABLISHED } from '../../testing/test-level.ts';
import { ACK, RST, SYN } from '../wire/segment.ts';
import { HELP_STAGES, timesOf } from './level.ts';
import type { Difficulty, HelpStage, ScriptItem } from './level.ts';
import type { Seat } from './seat.ts';

describe("a prompt's window", () => {
  const windowOf = (difficulty: Difficulty, help: HelpStage, twoLanes = false, timeFactor = 100): number => {
    const level = testLevel(HANDSHAKE, { difficulty, help, times: timesOf(difficulty), twoLanes });
    const setup = setupFor(level, SEED);
    const table = new Table({ ...setup, seats: { A: { bot: false, timeFactor }, B: setup.seats.B } });
    return table.prompt('A').window!;
  };

  it.each([
    ['novice', [30_000, 35_000, 40_000, 40_000]],
    ['standard', [20_000, 20_000, 23_000, 25_000]],
    ['expert', [8000, 8000, 10_000, 12_000]],
  ] as const)('goes by difficulty and stage, the first of its kind included: %s', (difficulty, windows) => {
    expect(HELP_STAGES.map((help) => windowOf(difficulty, help))).toStrictEqual(windows);
  });

  it('is half as long again with two lanes', () => {
    expect(windowOf('novice', 'type', true)).toBe(60_000);
  });

  it.each([
    [150, 60_000],
    [200, 80_000],
    [400, 160_000],
  ])("goes by the seat's own factor of %i hundredths", (factor, window) => {
    expect(windowOf('novice', 'type', false, factor)).toBe(window);
  });

  it('is longer only for the first of its kind in the match', () => {
    const script = [
      ...HANDSHAKE,
      item('one', 'A', QUIET, send('one'), 'connect'),
      item('two', 'A', QUIET, send('two'), 'one'),
    ];
    const table = tableFor(testLevel(script), true).untilAsked('A', 'send');
    expect(table.prompt('A').window).toBe(40_000);
    table.answer('A');
    expect(table.untilAsked('A', 'send').prompt('A').window).toBe(30_000);
  });

  it('is shorter for a silence that is asked', () => {
    const level = testLevel([...HANDSHAKE], { ask: ['ack-of-syn-ack'] });
    const table = tableFor(level, true).untilAsked('B', 'silence/ack-of-syn-ack');
    expect(table.prompt('B').window).toBe(25_000);
  });

  it('is none without a clock', () => {
    expect(tableFor(testLevel(HANDSHAKE)).prompt('A')).toMatchObject({ window: null, deadline: null });
  });
});

describe('data in order', () => {
  const five = ['1st text', '2nd text', '3rd text', '4th text', '5th text'];
  const script = (from: Seat): readonly ScriptItem[] => [
    ...HANDSHAKE,
    ...five.map((text, at) => item(text, from, QUIET, send(text), five[at - 1] ?? 'connect')),
    ...fourWaves('5th text'),
  ];
  const answeredBy = (table: Table, seat: Seat): string[] =>
    table.seat(seat).trail.flatMap(({ delivered, by }) => (delivered > 0 ? by : []));

  it('is acknowledged by the endpoint itself after two first-try answers', () => {
    const table = tableFor(testLevel(script('A')));
    table.untilOver();
    expect(answeredBy(table, 'B')).toStrictEqual(['player', 'player', 'endpoint', 'endpoint', 'endpoint']);
  });

  it('is asked on after a wrong play: only first tries count', () => {
    const table = tableFor(testLevel(script('A'))).untilAsked('B', 'segment/ACK+text');
    table.err('B', 'silence');
    table.untilOver();
    expect(answeredBy(table, 'B')).toStrictEqual(['player', 'player', 'player', 'endpoint', 'endpoint']);
  });

  it('out of order or once more is always asked', () => {
    const faults = [lose({ from: 'B', flags: ACK }, 4)];
    const table = tableFor(testLevel(script('A'), { faults })).untilAsked('A', 'timeout/retransmission');
    expect(answeredBy(table, 'B')).toHaveLength(4);
    table.untilAsked('B', 'segment/ACK+text');
    expect(table.seat('B').received).toHaveLength(32);
  });
});

describe('a silence is asked', () => {
  /** Forged resets (r) between SYNs that draw a challenge ACK (c), one after the other. */
  const order = ['r1', 'c1', 'c2', 'c3', 'r2', 'c4', 'r3', 'c5', 'c6', 'c7', 'c8', 'c9', 'r4'];
  const forged = [
    ...HANDSHAKE,
    ...order.map((id, at) =>
      inject(id, 'A', QUIET, id.startsWith('r') ? RST : SYN, 2000, order[at - 1] ?? 'connect'),
    ),
    ...fourWaves('r4'),
  ];
  const silences = (table: Table): string[] =>
    table.events.flatMap((event) => (event.kind === 'prompted' && event.asks !== null ? event.asks : []));

  it('only where the level names it', () => {
    const table = tableFor(testLevel(forged));
    table.untilOver();
    expect(silences(table)).toStrictEqual([]);
  });

  it('at most twice of a kind, the second time only as a quarter of the prompts', () => {
    const table = tableFor(testLevel(forged, { ask: ['reset-outside-window'] }));
    table.untilOver();
    expect(table.state.lanes[0]!.over).toBe('goal');
    const asked = table.events.flatMap((event) =>
      event.kind === 'prompted' && event.seat === 'A' ? [event.asks === null ? 'due' : 'silence'] : [],
    );
    // OPEN and SYN,ACK; r1; three challenges, r2 passed over; with the fourth r3 is a quarter of eight; r4 never.
    expect(asked.map((one) => one[0]).join('')).toBe('dds dddd s ddddd dd'.replaceAll(' ', ''));
  });

  it('for the ACK that opens the connection, not for one that brings text', () => {
    const level = testLevel([...HANDSHAKE, item('ask', 'A', ESTABLISHED, send('text'))], {
      ask: ['ack-of-syn-ack'],
      goal: 'established',
    });
    const table = tableFor(level).untilAsked('A', 'segment/SYN+ACK');
    table.answer('A', 2);
    table.until(() => table.seat('B').prompt !== null);
    expect(table.prompt('B').kind).toBe('segment/ACK+text');
  });
});

it('a SEND before the connection is there is never asked: it waits', () => {
  const script = [...HANDSHAKE, item('early', 'A', { on: 'start' }, send('early'), 'connect')];
  const table = tableFor(testLevel(script)).untilAsked('A', 'segment/SYN+ACK');
  expect(table.seat('A').trail.map(({ event, by }) => [event.kind, by])).toStrictEqual([
    ['open', 'player'],
    ['send', 'endpoint'],
  ]);
  // Let go by the handshake's end, it is asked as what may go now.
  expect(table.right('A').card).toMatchObject({ flags: ACK, len: 0 });
  table.answer('A');
  expect(table.prompt('A').kind).toBe('transmit');
});
