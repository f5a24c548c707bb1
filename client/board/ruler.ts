/** One number line: blocks for segments, ticks with the numbers where they begin, and where the next one goes. */
import type { Block, NumberLine } from './line-blocks.ts';
import type { Rect } from './layout.ts';
import type { Pen } from './paint.ts';
import { measure, roundRect, write } from './paint.ts';
import { INK, KIND_INK, withAlpha } from './palette.ts';

interface Slot {
  readonly block: Block;
  readonly w: number;
}

const GAP = 18;

/** How wide each block is drawn: room for its number and label, more for more octets; the oldest fall off. */
const slotsFor = (
  pen: Pen,
  line: NumberLine,
  room: number,
  tick: number,
): { slots: Slot[]; cut: boolean } => {
  const slots: Slot[] = [];
  let left = room;
  for (const block of line.blocks.toReversed()) {
    const digits = measure(pen, String(block.seq), { size: tick, mono: true, weight: 600, color: '' }) + 9;
    const label =
      measure(pen, block.label, { size: 12, weight: 800, color: '' }) + (block.again > 0 ? 26 : 14);
    const w = Math.max(digits, label, 28) + Math.min(block.len, 60) * 0.6 + (block.gap ? GAP : 0);
    if (w > left) break;
    left -= w;
    slots.unshift({ block, w });
  }
  const taken = room - left;
  const grow = taken === 0 ? 1 : Math.min(1.7, Math.max(1, (room * 0.8) / taken));
  const cut = slots.length < line.blocks.length;
  return { slots: slots.map(({ block, w }) => ({ block, w: w * grow })), cut };
};

const paintBlock = (pen: Pen, block: Block, at: Rect): void => {
  const { x, y, w, h } = at;
  const color = KIND_INK[block.kind];
  pen.fillStyle = block.settled ? color : withAlpha(color, 0.32);
  roundRect(pen, x, y, w, h, 4.5);
  pen.fill();
  if (block.settled) {
    pen.fillStyle = 'rgba(255, 255, 255, 0.22)';
    roundRect(pen, x + 2, y + 1.2, w - 4, h * 0.34, 3);
    pen.fill();
  } else {
    pen.strokeStyle = color;
    pen.lineWidth = 1.5;
    roundRect(pen, x + 0.75, y + 0.75, w - 1.5, h - 1.5, 4);
    pen.stroke();
  }
  const label = block.again > 0 ? `${block.label} ↻` : block.label;
  const color2 = block.settled ? '#101a33' : INK.text;
  const type = { size: Math.min(h * 0.74, 12.5), weight: 800, color: color2, align: 'center' as const };
  write(pen, label, x + w / 2, y + h / 2, { ...type, fit: w - 6 });
};

const paintHole = (pen: Pen, x: number, y: number, h: number): void => {
  pen.strokeStyle = withAlpha(INK.red, 0.85);
  pen.lineWidth = 1.2;
  pen.setLineDash([3, 3]);
  pen.strokeRect(x + 2.5, y + 1.5, GAP - 5, h - 3);
  pen.setLineDash([]);
};

/** Draws the line and tells where its last block is. */
export const paintRuler = (pen: Pen, line: NumberLine, box: Rect): Rect | null => {
  const tick = Math.min(11, box.h * 0.3);
  const h = Math.round(Math.min(20, box.h - tick - 11));
  const top = box.y + (box.h - h - tick - 9) / 2 + 5;
  const tickY = top + h;
  const mid = top + h / 2;
  const paintTick = (text: string, x: number, color: string): void => {
    pen.fillStyle = color;
    pen.fillRect(x - 0.75, tickY - 1, 1.5, 4);
    const style = { size: tick, mono: true, weight: 600, color, align: 'center' as const };
    const half = measure(pen, text, style) / 2;
    write(
      pen,
      text,
      Math.max(box.x + half, Math.min(x, box.x + box.w - half)),
      tickY + 3.5 + tick / 2,
      style,
    );
  };
  pen.strokeStyle = withAlpha(INK.edge, 0.95);
  pen.lineWidth = 1.5;
  pen.setLineDash([3, 4]);
  pen.beginPath();
  pen.moveTo(box.x, mid);
  pen.lineTo(box.x + box.w, mid);
  pen.stroke();
  pen.setLineDash([]);
  const widest = Math.max(0, ...line.blocks.map(({ seq }) => String(seq).length));
  const inset = Math.max(14, widest * tick * 0.31 + 3);
  const { slots, cut } = slotsFor(pen, line, box.w - inset * 2, tick);
  let x = box.x + inset;
  if (cut) write(pen, '…', box.x + 2, mid - 1, { size: 13, weight: 800, color: INK.soft });
  let una = x;
  let last: Rect | null = null;
  for (const { block, w } of slots) {
    const gap = block.gap ? GAP : 0;
    if (gap > 0) paintHole(pen, x, top, h);
    last = { x: x + gap + 1, y: top, w: w - gap - 2, h };
    paintBlock(pen, block, last);
    paintTick(String(block.seq), x + gap, INK.soft);
    x += w;
    if (block.settled) una = x;
  }
  if (last === null) {
    if (line.start !== null) paintTick(`ISS ${line.start}`, x, INK.faint);
    return null;
  }
  if (line.live)
    paintTick(line.next === null ? '?' : String(line.next), x, line.next === null ? INK.gold : INK.text);
  if (line.una !== null) {
    pen.fillStyle = INK.mine;
    pen.beginPath();
    pen.moveTo(una - 4.5, top - 6);
    pen.lineTo(una + 4.5, top - 6);
    pen.lineTo(una, top - 0.5);
    pen.fill();
  }
  return last;
};
