/** Deadlines, wrong plays, stale plays, and the ends of a match. */
import { describe, expect, it } from 'vitest';
import { Table, SEED, tableFor } from '../../testing/table.ts';
import { setupFor } from '../../testing/setups.ts';
import { CLOSE, ESTABLISHED, FIN_ACKED, HANDSHAKE, QUIET, TALK } from '../../testing/test-level.ts';
import { START, inject, item, open, testLevel } from '../../testing/test-level.ts';
import { ACK, RST, SYN } from '../wire/segment.ts';
import { NO_TALLIES, tally } from '../scoring/fold.ts';
import type { Settlement } from './event.ts';
import type { Level } from './level.ts';
import { timesOf } from './level.ts';
import { HINT_AFTER } from './step.ts';

/** `type`, first of its kind, novice. */
const WINDOW = 40_000;
const GRACE = 400;
const MINUTE = 60_000;

const timed = (changes: Partial<Omit<Level, 'lanes'>> = {}): Table =>
  tableFor(testLevel(TALK, changes), true);

const settlements = ({ events }: Table): readonly Settlement[] =>
  events.flatMap((event) => (event.kind === 'settled' ? event.settlement : []));

describe('at the deadline', () => {
  it('an answer is still taken just before 400 ms more than shown have passed', () => {
    const table = timed();
    table.wait(WINDOW + GRACE - 1);
    expect(table.prompt('A').deadline).toBe(WINDOW);
    expect(table.answer('A').verdict).toBe('right');
  });

  it('`assist` answers by itself, and the segment flies', () => {
    const table = timed({ atDeadline: 'assist' });
    table.wait(WINDOW + GRACE);
    expect(table.seat('A').trail.at(-1)).toMatchObject({ by: 'assist', after: 'SYN-SENT', prompt: 1 });
    expect(table.state.lanes[0]!.network.inFlight).toMatchObject([{ segment: { flags: SYN }, lost: false }]);
  });

  it('`drop` builds the right reply and loses it: state and timer are those of one that was sent', () => {
    const table = timed({ atDeadline: 'drop' });
    table.wait(WINDOW + GRACE);
    expect(table.seat('A').trail.at(-1)).toMatchObject({ by: 'late', after: 'SYN-SENT' });
    expect(table.state.lanes[0]!.network.inFlight).toMatchObject([{ segment: { flags: SYN }, lost: true }]);
    expect(table.seat('A').endpoint.retransmitAt).toBe(4000);
    table.until(() => table.seat('A').prompt !== null);
    expect(table.prompt('A').kind).toBe('timeout/retransmission');
  });

  it('time fires what is due at its own time, however late the poll', () => {
    const table = timed();
    table.wait(WINDOW + GRACE + 5000);
    const late = table.events.find((event) => event.kind === 'sent');
    const again = timed();
    again.wait(WINDOW + GRACE);
    expect(late).toStrictEqual(again.events.find((event) => event.kind === 'sent'));
    expect(table.prompt('B').shownAt).toBe(WINDOW + GRACE + 1200);
  });
});

describe('a wrong play', () => {
  it('adds half a window, twice at most', () => {
    const table = timed();
    const deadlines = [1, 2, 3, 4].map(() => {
      table.err('A', { flags: ACK });
      return table.prompt('A').deadline;
    });
    expect(deadlines).toStrictEqual([60_000, 80_000, 80_000, 80_000]);
    expect(table.prompt('A').window).toBe(WINDOW);
  });

  it.each([
    ['assist', 'assist'],
    ['drop', 'late'],
  ] as const)('the eighth is the last: then the rule of the deadline, %s', (atDeadline, by) => {
    const table = timed({ atDeadline });
    for (let count = 1; count <= 7; count++) table.err('A', { flags: ACK });
    expect(table.prompt('A').refusals).toHaveLength(7);
    table.err('A', { flags: ACK });
    expect(table.seat('A').prompt).toBeNull();
    expect(settlements(table)).toMatchObject([{ by, tries: 8, prompt: 1 }]);
    expect(table.seat('A').trail.at(-1)!.refusals).toHaveLength(8);
  });
});

describe('speed counts', () => {
  it('from when the prompt was shown', () => {
    const table = timed().untilAsked('B', 'segment/SYN');
    table.wait(3000);
    table.answer('B');
    expect(settlements(table).at(-1)).toMatchObject({ elapsed: 3000, window: WINDOW });
  });

  it("or from one's own last play in either lane, if that is later", () => {
    const script = [item('a', 'A', START, open('active')), item('b', 'B', START, open('active'))];
    const both = tableFor(testLevel(script, { twoLanes: true }), true);
    both.wait(3000);
    both.answer('A', 1, 0);
    both.wait(1000);
    both.answer('A', 1, 1);
    both.answer('B', 1, 0);
    expect(settlements(both).map(({ elapsed }) => elapsed)).toStrictEqual([3000, 1000, 4000]);
  });

  it('from a wrong play too', () => {
    const table = timed();
    table.wait(5000);
    table.err('A', { flags: ACK });
    table.wait(1000);
    table.answer('A');
    expect(settlements(table)).toMatchObject([{ elapsed: 1000, tries: 1 }]);
  });
});

describe('a stale play', () => {
  it('for a settled prompt, or one that was never open, changes nothing', () => {
    const table = timed();
    const play = table.right('A');
    table.answer('A');
    const before = table.state;
    const meant = { kind: 'play', seat: 'A', play, standIn: false } as const;
    expect(table.take({ ...meant, lane: 0, prompt: 1 })).toStrictEqual({ verdict: 'stale' });
    expect(table.take({ ...meant, lane: 0, prompt: 99 })).toStrictEqual({ verdict: 'stale' });
    expect(table.take({ ...meant, lane: 7, prompt: 1 })).toStrictEqual({ verdict: 'stale' });
    expect(table.take({ kind: 'hint', seat: 'A', lane: 0, prompt: 1 })).toStrictEqual({ verdict: 'stale' });
    expect(table.state).toStrictEqual(before);
  });

  it('is one that comes when the match is over', () => {
    const table = timed();
    table.untilOver();
    const meant = { kind: 'play', seat: 'A', lane: 0, prompt: 1, standIn: false } as const;
    expect(table.take({ ...meant, play: { card: null, state: null } })).toStrictEqual({ verdict: 'stale' });
  });
});

it('a hint is offered after two wrong plays, and recorded once', () => {
  const table = timed();
  const hint = { kind: 'hint', seat: 'A', lane: 0, prompt: 1 } as const;
  for (let wrong = 0; wrong < HINT_AFTER; wrong++) {
    expect(table.take(hint)).toStrictEqual({ verdict: 'stale' });
    table.err('A', { flags: ACK });
  }
  for (let count = 0; count < 2; count++) expect(table.take(hint)).toStrictEqual({ verdict: 'hinted' });
  expect(table.events.filter(({ kind }) => kind === 'hinted')).toHaveLength(1);
  expect(table.prompt('A').hinted).toBe(true);
});

it('what is still asked when the goal is reached is withdrawn, free of cost', () => {
  // A stray segment reaches A in the very instant in which A's ACK opens the connection at B.
  const script = [...HANDSHAKE, inject('stray', 'A', ESTABLISHED, ACK, 5000)];
  const table = tableFor(testLevel(script, { goal: 'established' }), true);
  table.untilOver();
  expect(table.state.lanes[0]!.over).toBe('goal');
  expect(table.events.filter(({ kind }) => kind === 'prompted')).toHaveLength(4);
  expect(table.events.filter(({ kind }) => kind === 'withdrawn')).toMatchObject([{ seat: 'A', prompt: 3 }]);
  expect(settlements(table)).toHaveLength(3);
  expect(tally(NO_TALLIES, table.events, false).A).toMatchObject({ asked: 2, first: 2, items: { wrong: 0 } });
});

describe('a match ends', () => {
  it('after twenty minutes timed, though somebody still plays', () => {
    const windows = { flags: 0, choose: 0, type: 30 * MINUTE, states: 0 };
    const table = timed({ times: { ...timesOf('novice'), windows } });
    table.wait(19 * MINUTE);
    table.err('A', { flags: ACK });
    table.wait(MINUTE - 1);
    expect(table.state.ended).toBeNull();
    table.wait(1);
    expect(table.state.ended).toBe('time-over');
    expect(table.state.lanes[0]!.over).toBe('cut-off');
    expect(table.seat('A').prompt).toBeNull();
  });

  it('untimed only after fifteen minutes without a play', () => {
    const table = tableFor(testLevel(TALK));
    table.wait(14 * MINUTE);
    table.answer('A');
    table.wait(10 * MINUTE);
    table.err('B', { flags: RST });
    table.wait(15 * MINUTE - 1);
    expect(table.state.ended).toBeNull();
    table.wait(1);
    expect(table.state.ended).toBe('time-over');
  });

  it('when every lane is over', () => {
    const closing = [item('close-a', 'A', QUIET, CLOSE, 'connect'), item('close-b', 'B', FIN_ACKED, CLOSE)];
    const table = new Table(setupFor(testLevel([...HANDSHAKE, ...closing], { twoLanes: true }), SEED));
    table.untilOver();
    expect(table.state.ended).toBe('lanes-over');
    expect(table.state.lanes.map(({ over }) => over)).toStrictEqual(['goal', 'goal']);
  });
});
