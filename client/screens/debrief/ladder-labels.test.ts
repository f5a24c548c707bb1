import { expect, it } from 'vitest';
import { LOST_REACH, placeLabels } from './ladder-labels.ts';
import type { PlannedArrow } from './ladder-plan.ts';

const arrow = (index: number, from: 'A' | 'B', y: number, end: number, isLost = false): PlannedArrow => ({
  index,
  id: index,
  from,
  y,
  ends: [end],
  isLost,
  source: {
    id: index,
    from,
    segment: { flags: 16, seq: 1, ack: 1, wnd: 1000, text: '' },
    sentAt: 0,
    arrivals: [],
    row: 0,
    arrivalRows: [],
    fate: 'delivered',
    by: 'player',
  },
});

const ends = ({ from }: PlannedArrow) => (from === 'A' ? { x1: 0, x2: 400 } : { x1: 400, x2: 0 });
const size = { width: 180, above: 14, below: 14 };

it('moves a label out of the way of one that stands where its arrow crosses', () => {
  const [first, second] = placeLabels([arrow(0, 'A', 100, 160), arrow(1, 'B', 110, 170)], ends, () => size);
  const apart = Math.abs((first?.x ?? 0) - (second?.x ?? 0)) >= size.width;
  const above = Math.abs((first?.y ?? 0) - (second?.y ?? 0)) >= size.above + size.below;
  expect(apart || above).toBe(true);
});

it('keeps a label between the hosts, and before the cross of a lost segment', () => {
  const [whole, lost] = placeLabels(
    [arrow(0, 'A', 100, 160), arrow(1, 'A', 300, 360, true)],
    ends,
    () => size,
  );
  expect(whole?.x).toBeGreaterThanOrEqual(90);
  expect(whole?.x).toBeLessThanOrEqual(310);
  expect(lost?.x).toBeLessThan(400 * LOST_REACH);
});

it('stands a label wider than the way', () => {
  expect(placeLabels([arrow(0, 'B', 100, 160)], ends, () => ({ ...size, width: 900 }))).toHaveLength(1);
});
