import { describe, expect, it } from 'vitest';
import { bezelOf } from './host-paint.ts';
import type { Rect } from './layout.ts';
import { layoutBoard } from './layout.ts';

const upTo = (low: number, high: number, step: number): number[] =>
  Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, i) => low + i * step);

/** From a phone on its side to a large screen. */
const SIZES = upTo(300, 1400, 50).flatMap((w) => upTo(140, 600, 10).map((h) => [w, h] as const));

const meet = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

const isOn = (rect: Rect, w: number, h: number): boolean =>
  rect.x >= 0 && rect.y >= 0 && rect.w > 0 && rect.h > 0 && rect.x + rect.w <= w && rect.y + rect.h <= h;

const present = (rects: readonly (Rect | null)[]): Rect[] => rects.filter((rect) => rect !== null);

/** What is left of a machine for its screen. */
const screenOf = ({ w, h }: Rect): number => h - bezelOf(w, h).frame - bezelOf(w, h).chin;

describe.each([1, 2])('layout of %i lane(s) on any board', (count) => {
  it('keeps everything on the board', () => {
    for (const [w, h] of SIZES) {
      const { lanes, lines, fog, plate } = layoutBoard(w, h, count);
      const rects = lanes.flatMap((lane) => [lane.area, lane.monitor, lane.tray, lane.peer, lane.heard]);
      for (const rect of present([lines, fog, plate, ...rects]))
        expect(isOn(rect, w, h), `${w} × ${h}: ${JSON.stringify(rect)}`).toBe(true);
    }
  });

  it('lets nothing of my side cover anything else', () => {
    for (const [w, h] of SIZES) {
      const { lanes, lines, fog, plate } = layoutBoard(w, h, count);
      const mine = present([...lanes.flatMap((lane) => [lane.monitor, lane.tray]), lines]);
      const clash = mine.some((a, i) => mine.slice(i + 1).some((b) => meet(a, b)));
      expect(clash, `${w} × ${h}`).toBe(false);
      for (const lane of lanes) {
        expect(meet(lane.monitor, fog), `${w} × ${h}`).toBe(false);
        expect(meet(lane.heard, plate), `${w} × ${h}`).toBe(false);
        expect(meet(lane.peer, plate), `${w} × ${h}`).toBe(false);
      }
    }
  });

  it('has room for large letters, both machines, and a card on the wire', () => {
    for (const [w, h] of SIZES) {
      const { lanes, lines, card } = layoutBoard(w, h, count);
      for (const lane of lanes) {
        expect(lane.monitor.w, `${w} × ${h}`).toBeGreaterThanOrEqual(110);
        expect(screenOf(lane.monitor), `${w} × ${h}`).toBeGreaterThanOrEqual(36);
        expect(screenOf(lane.peer), `${w} × ${h}`).toBeGreaterThanOrEqual(4);
        expect(lane.heard.h, `${w} × ${h}`).toBeGreaterThanOrEqual(30);
        expect(lane.wire.to.x - lane.wire.from.x, `${w} × ${h}`).toBeGreaterThan(card.w);
        expect(lane.door.x - card.w / 2).toBeGreaterThanOrEqual(lane.monitor.x + lane.monitor.w);
        expect(lane.door.y + card.h / 2, `${w} × ${h}`).toBeLessThanOrEqual(lines?.y ?? h);
        expect(card.h, `${w} × ${h}`).toBeGreaterThanOrEqual(44);
      }
      if (lines !== null) expect(lines.h).toBeGreaterThanOrEqual(62);
    }
  });

  it('shows the number lines wherever a laptop or a phone in the hand has room', () => {
    expect(layoutBoard(990, 300, count).lines).not.toBeNull();
    expect(layoutBoard(370, 260, count).lines).not.toBeNull();
  });
});

it('gives the whole of a low board to its lanes', () => {
  const { lines, lanes } = layoutBoard(350, 170, 2);
  expect(lines).toBeNull();
  expect(lanes.map(({ tray }) => tray)).toEqual([null, null]);
});

it('stands a size of nothing', () => {
  expect(layoutBoard(0, 0, 0).lanes).toHaveLength(1);
});
