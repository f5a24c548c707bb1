/** What is praised, by rule: earned by the player's own hand, the worthiest first, three at most. */
import { describe, expect, it } from 'vitest';
import type { Level } from '../engine/match/level.ts';
import type { Option } from '../engine/match/question.ts';
import type { Seat } from '../engine/match/seat.ts';
import { ACK, FIN, RST } from '../engine/wire/segment.ts';
import { SEED, Table } from '../testing/table.ts';
import { setupFor } from '../testing/setups.ts';
import { HANDSHAKE, QUIET, TALK, inject, item, lose, testLevel } from '../testing/test-level.ts';
import type { Praise } from './debrief.ts';
import { ladderOf } from './ladder.ts';
import { praisesOf } from './praise.ts';

const tableFor = (level: Level): Table => new Table(setupFor(level, SEED, false));

function praised(one: Table, seat: Seat): readonly Praise[] {
  const ladders = one.state.lanes.map((_, lane) => ladderOf(one.events, lane));
  return praisesOf(one.events, ladders, seat);
}

const kinds = (one: Table, seat: Seat): readonly string[] => praised(one, seat).map(({ kind }) => kind);

describe('praise', () => {
  it('goes to the last ACK said again out of TIME-WAIT before anything else', () => {
    const one = tableFor(testLevel(TALK, { faults: [lose({ from: 'A', acknowledgesFin: true })] }));
    one.untilOver();
    expect(kinds(one, 'A')).toStrictEqual(['time-wait', 'flawless']);
    // It was B who met the loss first, and sent the FIN again.
    expect(kinds(one, 'B')).toStrictEqual(['fault', 'flawless']);
    const [first] = praised(one, 'A');
    const { moments } = ladderOf(one.events, 0);
    const shown = moments.find(({ row, seat }) => seat === 'A' && row === first!.row);
    expect(shown!.entry.notes).toContain('time-wait/restarted');
  });

  it('goes to a segment seen through', () => {
    const forged = inject('forged', 'B', { on: 'established' }, RST, 500);
    const one = tableFor(testLevel([...TALK, forged]));
    one.untilOver();
    expect(kinds(one, 'B')).toContain('suspicion');
    expect(kinds(one, 'A')).not.toContain('suspicion');
  });

  it('calls nothing flawless after a question that was answered wrongly', () => {
    const asks = item('ask', 'A', QUIET, { do: 'ask', question: 'closes-first' }, 'connect');
    const level = testLevel([...HANDSHAKE, asks], { goal: 'delivered' });
    const answered = (given: readonly Option[] | null): Table => {
      const one = tableFor(level);
      one.until(({ lanes }) => lanes[0]!.seats.A.question !== null);
      one.know('A', given);
      one.untilOver();
      return one;
    };
    expect(kinds(answered(['me']), 'A')).not.toContain('flawless');
    expect(kinds(answered(['either']), 'A')).toContain('flawless');
    expect(kinds(answered(null), 'A')).toContain('flawless');
  });

  it('goes to every answer right, or else to the longest run', () => {
    const one = tableFor(testLevel(TALK));
    one.untilOver();
    const [flawless] = praised(one, 'A');
    expect(flawless).toMatchObject({ kind: 'flawless', lane: 0 });
    expect(kinds(one, 'A')).not.toContain('streak');
    const other = tableFor(testLevel(TALK)).untilAsked('A', 'close');
    other.err('A', { flags: FIN, ack: null });
    other.untilOver();
    expect(praised(other, 'A').map(({ kind, n }) => [kind, n])).toStrictEqual([
      ['streak', 4],
      ['second-try', 1],
    ]);
  });

  it('goes to one segment for several events', () => {
    const one = tableFor(testLevel(TALK));
    one.until(({ lanes }) => lanes[0]!.seats.B.queue.length > 1 && lanes[0]!.seats.B.prompt !== null);
    const merged = one.answers('B').find(({ settles }) => settles > 1);
    expect(merged?.segment?.flags).toBe(ACK);
    one.answer('B', merged!.settles);
    one.untilOver();
    expect(kinds(one, 'B')).toContain('merged');
    expect(kinds(one, 'A')).not.toContain('merged');
  });

  it('goes to nobody for what the endpoint or a bot has done', () => {
    const one = new Table(setupFor(testLevel(TALK), SEED, true));
    while (one.state.ended === null) one.wait(100_000);
    expect([...kinds(one, 'A'), ...kinds(one, 'B')]).toStrictEqual([]);
  });

  it('is never more than can be kept in mind', () => {
    const faults = [lose({ from: 'A', acknowledgesFin: true })];
    const one = tableFor(testLevel(TALK, { faults, ask: ['ack-of-syn-ack'] }));
    one.untilOver();
    for (const seat of ['A', 'B'] as const) expect(praised(one, seat).length).toBeLessThanOrEqual(3);
  });
});
