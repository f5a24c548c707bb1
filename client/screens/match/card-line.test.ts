import { describe, expect, test } from 'vitest';
import { trailEntry } from '../../../shared/testing/trail-entry.ts';
import { seqAdd, seqDiff } from '../../../shared/engine/base/seq32.ts';
import type { Refusal } from '../../../shared/engine/match/play.ts';
import { SEATS } from '../../../shared/engine/match/seat.ts';
import type { LaneView, TrailEntry } from '../../../shared/engine/match/view.ts';
import { viewFor } from '../../../shared/engine/match/view-for.ts';
import { ACK, RST, SYN } from '../../../shared/engine/wire/segment.ts';
import type { Segment } from '../../../shared/engine/wire/segment.ts';
import { LEVELS } from '../../../shared/levels/catalogue.ts';
import { record } from '../../../shared/testing/recording.ts';
import { lineOfCard } from './card-line.ts';

const segment = (flags: number, seq: number, ack = 0, text = ''): Segment => ({
  flags,
  seq,
  ack,
  wnd: 1000,
  text,
});

const entry = (index: number, more: Partial<TrailEntry>): TrailEntry =>
  trailEntry({ index, prompt: index + 1, ...more });

const wrongAck = (ack: number): Refusal => ({
  play: { card: { flags: ACK, seq: 901, ack, len: 0 }, state: null },
  field: 'ack',
  reason: 'M08',
  rule: 'ack/next-expected',
  input: null,
});

const opening: readonly TrailEntry[] = [
  entry(0, {
    event: { kind: 'open', mode: 'active' },
    answer: segment(SYN, 900),
    before: 'CLOSED',
    after: 'SYN-SENT',
  }),
  entry(1, {
    event: { kind: 'segment', segment: segment(SYN | ACK, 4100, 901) },
    answer: segment(ACK, 901, 4101),
    before: 'SYN-SENT',
    after: 'ESTABLISHED',
    refusals: [wrongAck(4100)],
  }),
  entry(2, { event: { kind: 'send', text: 'hello' }, answer: segment(ACK, 901, 4101, 'hello') }),
];

const lane = (trail: readonly TrailEntry[], nxt: number | null = 906): LaneView => ({
  role: 'active',
  nextIss: 900,
  tcb: {
    state: 'ESTABLISHED',
    opened: 'active',
    iss: 900,
    irs: 4100,
    snd: { una: 901, nxt, wnd: 1000 },
    rcv: { nxt, wnd: 1000 },
    unacknowledged: [],
    unsent: 0,
    held: 0,
  },
  trail,
  prompt: null,
  question: null,
  timeWait: null,
  received: '',
  over: null,
});

describe('the number line of a settled card', () => {
  test('is the own one for a card that opens it', () => {
    expect(lineOfCard('A', lane(opening), opening[0]!)).toStrictEqual({
      field: 'seq',
      line: {
        from: 'A',
        blocks: [{ seq: 900, len: 1, flags: SYN, isAcknowledged: false }],
        wrong: null,
        right: 900,
      },
    });
  });

  test('is the peer’s for an answer to what uses numbers, with the number that was played wrong', () => {
    expect(lineOfCard('A', lane(opening), opening[1]!)).toStrictEqual({
      field: 'ack',
      line: {
        from: 'B',
        blocks: [{ seq: 4100, len: 1, flags: SYN | ACK, isAcknowledged: true }],
        wrong: 4100,
        right: 4101,
      },
    });
  });

  test('shows what had been acknowledged when the card went, and the card itself', () => {
    const found = lineOfCard('A', lane(opening), opening[2]!);
    expect(
      found?.line.blocks.map(({ seq, len, isAcknowledged }) => [seq, len, isAcknowledged]),
    ).toStrictEqual([
      [900, 1, true],
      [901, 5, false],
    ]);
    expect(found?.line.right).toBe(901);
  });

  test('ends at the card’s number while what follows is for the player to work out', () => {
    const found = lineOfCard('A', lane(opening, null), opening[2]!);
    expect(found?.line.blocks.map(({ seq, len }) => seq + len)).toStrictEqual([901]);
    expect(found?.line.right).toBe(901);
    expect(lineOfCard('A', lane(opening, null), opening[0]!)).toBeNull();
  });

  test('does not show what came afterwards', () => {
    expect(lineOfCard('A', lane(opening), opening[0]!)?.line.blocks).toHaveLength(1);
  });

  test('is not there for silence, for a joined answer and for a reset', () => {
    for (const more of [
      { answer: null },
      { answer: segment(ACK, 901, 4101), joined: true },
      { answer: segment(RST, 901) },
    ])
      expect(lineOfCard('A', lane(opening), entry(2, more))).toBeNull();
  });
});

test.each(LEVELS)('in $id every card stands at the edge of a block', (level) => {
  const { match } = record(level, 'number lines', 'novice').referee;
  let seen = 0;
  for (const seat of SEATS)
    for (const laneView of viewFor(match, seat).lanes)
      for (const one of laneView.trail) {
        const found = lineOfCard(seat, laneView, one);
        if (found === null) continue;
        seen += 1;
        const { blocks, right } = found.line;
        const ends = blocks.map(({ seq, len }) => seqAdd(seq, len));
        const isEndHidden = laneView.tcb.snd.nxt === null;
        if (isEndHidden) for (const end of ends) expect(seqDiff(end, right)).toBeLessThanOrEqual(0);
        // A card that uses numbers begins where its block does; a bare one stands behind the last.
        else
          expect([...ends, ...(found.field === 'seq' ? blocks.map(({ seq }) => seq) : [])]).toContain(right);
      }
  expect(seen).toBeGreaterThan(1);
});
