import { describe, expect, it } from 'vitest';
import type { Rect } from './layout.ts';
import { layoutBoard } from './layout.ts';

const SIZES = [
  [360, 260],
  [390, 300],
  [540, 320],
  [700, 360],
  [1000, 420],
  [1400, 560],
] as const;

const CASES = SIZES.flatMap(([w, h]) => [1, 2].map((lanes) => ({ w, h, lanes })));

const meet = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

describe.each(CASES)('layout of $lanes lane(s) on $w × $h', ({ w, h, lanes: count }) => {
  const board = layoutBoard(w, h, count);
  const { lanes, lines, fog, plate, card } = board;

  it('keeps everything on the board', () => {
    const rects = [
      lines,
      fog,
      plate,
      ...lanes.flatMap((lane) => [lane.monitor, lane.tray, lane.peer, lane.heard]),
    ];
    for (const rect of rects) {
      expect(rect.x).toBeGreaterThanOrEqual(0);
      expect(rect.y).toBeGreaterThanOrEqual(0);
      expect(rect.x + rect.w).toBeLessThanOrEqual(w);
      expect(rect.y + rect.h).toBeLessThanOrEqual(h);
      expect(rect.w).toBeGreaterThan(0);
      expect(rect.h).toBeGreaterThan(0);
    }
  });

  it('lets nothing of my side cover anything else', () => {
    const mine = [...lanes.flatMap((lane) => [lane.monitor, lane.tray]), lines];
    mine.forEach((a, i) => {
      for (const b of mine.slice(i + 1)) expect(meet(a, b)).toBe(false);
    });
    for (const lane of lanes) {
      expect(meet(lane.monitor, fog)).toBe(false);
      expect(meet(lane.peer, lane.monitor)).toBe(false);
    }
  });

  it('has room for large letters and for a card on the wire', () => {
    for (const lane of lanes) {
      expect(lane.monitor.w).toBeGreaterThanOrEqual(112);
      expect(lane.monitor.h).toBeGreaterThanOrEqual(44);
      expect(lane.wire.to.x - lane.wire.from.x).toBeGreaterThan(card.w);
      expect(lane.door.x - card.w / 2).toBeGreaterThanOrEqual(lane.monitor.x + lane.monitor.w);
      expect(lane.door.y + card.h / 2).toBeLessThanOrEqual(lines.y);
    }
    expect(lines.h).toBeGreaterThanOrEqual(62);
  });
});

it('stands a size of nothing', () => {
  expect(layoutBoard(0, 0, 0).lanes).toHaveLength(1);
});
