import { describe, expect, it } from 'vitest';
import { ACK, SYN } from '../../../shared/engine/wire/segment.ts';
import type { LineBlock, NumberLine } from '../../../shared/replay/debrief.ts';
import { LINE_WIDTH, planNumberLine } from './number-line-plan.ts';

const block = (seq: number, len: number, flags = ACK): LineBlock => ({
  seq,
  len,
  flags,
  isAcknowledged: true,
});

const line = (blocks: readonly LineBlock[], wrong: number | null, right: number): NumberLine => ({
  from: 'A',
  blocks,
  wrong,
  right,
});

const LABEL = 80;

describe('a number line', () => {
  it('keeps numbers in their order, with room between neighbours', () => {
    const plan = planNumberLine(line([block(2000, 1, SYN), block(2001, 27)], 2027, 2028), LABEL);
    const [syn, text] = plan.blocks;
    expect(syn!.x + syn!.width).toBeCloseTo(text!.x);
    expect(text!.x + text!.width).toBeCloseTo(plan.right.x);
    expect(plan.wrong!.x).toBeLessThan(plan.right.x - 20);
    expect(plan.wrong!.x).toBeGreaterThan(text!.x);
  });

  it('runs on over the wrap at 2^32', () => {
    const plan = planNumberLine(line([block(0xffff_fff0, 30)], 0xffff_fff1, 14), LABEL);
    expect(plan.wrong!.x).toBeLessThan(plan.right.x);
    expect(plan.blocks[0]!.width).toBeGreaterThan(100);
  });

  it('shows a number far away without squeezing the others to nothing', () => {
    const plan = planNumberLine(line([block(2000, 1, SYN), block(2001, 10)], 90_000, 2011), LABEL);
    for (const { width } of plan.blocks) expect(width).toBeGreaterThan(30);
    expect(plan.wrong!.x).toBeLessThanOrEqual(LINE_WIDTH);
  });

  it('stands alone before anything has been sent', () => {
    const plan = planNumberLine(line([], null, 2000), LABEL);
    expect(plan).toMatchObject({ blocks: [], ticks: [], wrong: null, right: { n: 2000, anchor: 'middle' } });
    expect(plan.right.x).toBe(LINE_WIDTH / 2);
  });

  it('shows the last blocks of a long line, and leaves out numbers that have no room', () => {
    const many = Array.from({ length: 9 }, (_, index) => block(4_000_000_000 + index * 2, 2));
    const plan = planNumberLine(line(many, null, 4_000_000_018), LABEL);
    expect(plan.blocks.map(({ source }) => source.seq)).toStrictEqual(many.slice(-4).map(({ seq }) => seq));
    expect(plan.ticks.length).toBeLessThan(5);
    for (const [index, { x }] of plan.ticks.entries())
      expect(x - (plan.ticks[index - 1]?.x ?? -100)).toBeGreaterThan(60);
  });

  it('keeps labels at the edges inside', () => {
    const plan = planNumberLine(line([block(10, 500)], 10, 510), LABEL);
    expect([plan.wrong!.anchor, plan.right.anchor]).toStrictEqual(['start', 'end']);
  });
});
