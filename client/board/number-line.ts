/** The panel with my two number lines, drawn as rulers. */
import type Phaser from 'phaser';
import type { LaneView } from '../../shared/engine/match/view.ts';
import type { Block, NumberLine } from './line-blocks.ts';
import { receivingLine, sendingLine } from './line-blocks.ts';
import type { Rect } from './layout.ts';
import type { BoardLabels } from './model.ts';
import type { Pen, Stage } from './paint.ts';
import { measure, repaintable, roundRect, verticalGradient, write } from './paint.ts';
import { INK, KIND_INK, withAlpha } from './palette.ts';

export interface NumberLines {
  readonly node: Phaser.GameObjects.Container;
  show(lane: LaneView, labels: BoardLabels, mark: string | null): void;
}

interface Slot {
  readonly block: Block;
  readonly w: number;
}

const TICK = 10.5;

/** How wide each block is drawn: room for its number and label, and more for more octets. */
const slotsFor = (
  pen: Pen,
  line: NumberLine,
  room: number,
  size: number,
): { slots: Slot[]; cut: boolean } => {
  const slots: Slot[] = [];
  let left = room;
  let cut = false;
  for (const block of line.blocks.toReversed()) {
    const digits = measure(pen, String(block.seq), { size: TICK, mono: true, color: '' }) + 10;
    const label = measure(pen, block.label, { size, weight: 800, color: '' }) + (block.again > 0 ? 26 : 14);
    const w = Math.max(digits, label, 30) + Math.min(block.len, 60) * 0.7 + (block.gap ? 16 : 0);
    if (w > left) {
      cut = true;
      break;
    }
    left -= w;
    slots.unshift({ block, w });
  }
  return { slots, cut };
};

const paintTick = (pen: Pen, text: string, x: number, y: number, color: string): void => {
  pen.fillStyle = color;
  pen.fillRect(x - 0.75, y - 3, 1.5, 6);
  write(pen, text, x, y + 8.5, { size: TICK, mono: true, weight: 600, color, align: 'center' });
};

const paintBlock = (pen: Pen, { block, w }: Slot, x: number, y: number, h: number): void => {
  const gap = block.gap ? 16 : 0;
  const color = KIND_INK[block.kind];
  if (block.gap) {
    pen.strokeStyle = withAlpha(INK.red, 0.8);
    pen.setLineDash([3, 3]);
    pen.strokeRect(x + 2, y + 2, gap - 4, h - 4);
    pen.setLineDash([]);
  }
  pen.fillStyle = block.settled ? color : withAlpha(color, 0.34);
  roundRect(pen, x + gap + 1, y, w - gap - 2, h, 4);
  pen.fill();
  if (!block.settled) {
    pen.strokeStyle = color;
    pen.lineWidth = 1.5;
    roundRect(pen, x + gap + 1.75, y + 0.75, w - gap - 3.5, h - 1.5, 4);
    pen.stroke();
  }
  const ink = block.settled ? '#101a33' : INK.text;
  const label = block.again > 0 ? `${block.label} ↻` : block.label;
  const type = { size: Math.min(h * 0.7, 12), weight: 800, color: ink, align: 'center' as const };
  write(pen, label, x + gap + (w - gap) / 2, y + h / 2, { ...type, fit: w - gap - 6 });
};

const pointer = (pen: Pen, x: number, y: number, color: string): void => {
  pen.fillStyle = color;
  pen.beginPath();
  pen.moveTo(x - 4.5, y - 6);
  pen.lineTo(x + 4.5, y - 6);
  pen.lineTo(x, y);
  pen.fill();
};

interface LineLook {
  readonly title: string;
  readonly color: string;
  readonly una: boolean;
  readonly pointers: readonly (readonly [string, string])[];
}

const paintLine = (pen: Pen, line: NumberLine, look: LineLook, box: Rect): void => {
  const headY = box.y + 7;
  const blockY = box.y + 16;
  const blockH = Math.max(12, Math.min(box.h - 32, 20));
  const titleW = write(pen, look.title, box.x, headY, { size: 11, weight: 700, color: look.color });
  let right = box.x + box.w;
  for (const [name, value] of look.pointers.toReversed()) {
    const color = value === '?' ? INK.gold : INK.text;
    right -= write(pen, value, right, headY, { size: 11, mono: true, weight: 700, color, align: 'right' });
    const short =
      right - box.x - titleW < 190 && look.pointers.length > 1 ? name.replace(/^\w+\./u, '') : name;
    right -= 4;
    right -= write(pen, short, right, headY, { size: 9.5, weight: 600, color: INK.soft, align: 'right' });
    right -= 10;
  }
  pen.strokeStyle = withAlpha(INK.edge, 0.95);
  pen.lineWidth = 1.5;
  pen.setLineDash([3, 4]);
  pen.beginPath();
  pen.moveTo(box.x, blockY + blockH / 2);
  pen.lineTo(box.x + box.w, blockY + blockH / 2);
  pen.stroke();
  pen.setLineDash([]);
  const inset = 30;
  const { slots, cut } = slotsFor(pen, line, box.w - inset * 2 - 8, Math.min(blockH * 0.7, 12));
  let x = box.x + inset;
  if (cut) write(pen, '…', box.x + 4, blockY + blockH / 2, { size: 13, weight: 800, color: INK.soft });
  const [tickY, paths] = [blockY + blockH + 1, new Map<number, number>()];
  for (const slot of slots) {
    const startX = x + (slot.block.gap ? 16 : 0);
    paintBlock(pen, slot, x, blockY, blockH);
    paths.set(slot.block.seq, startX);
    paintTick(pen, String(slot.block.seq), startX, tickY, INK.soft);
    x += slot.w;
  }
  if (slots.length > 0) {
    const known = line.next !== null;
    const end = known ? String(line.next) : '?';
    paintTick(pen, end, x, tickY, known ? INK.text : INK.gold);
  } else if (line.start !== null) {
    paintTick(pen, String(line.start), x + 6, tickY, INK.faint);
  }
  if (look.una && line.una !== null && slots.length > 0) {
    const oldest = slots.find(({ block }) => !block.settled)?.block.seq;
    const unaX = oldest === undefined ? x : (paths.get(oldest) ?? x);
    pointer(pen, unaX, blockY - 0.5, INK.mine);
  }
};

const valueOf = (n: number | null, blocks: number): string => {
  if (n !== null) return String(n);
  return blocks > 0 ? '?' : '–';
};

export const createNumberLines = (stage: Stage, box: Rect): NumberLines => {
  const node = stage.scene.add.container(box.x + box.w / 2, box.y + box.h / 2);
  const panel = repaintable(stage, { x: 0, y: 0, w: box.w, h: box.h }, (image) => node.add(image));
  return {
    node,
    show: (lane, labels, mark) => {
      const [sent, got] = [sendingLine(lane), receivingLine(lane)];
      panel.repaint(JSON.stringify([sent, got, labels.sending, labels.receiving, mark]), (pen, w, h) => {
        pen.fillStyle = verticalGradient(pen, 0, h, 'rgba(34, 48, 88, 0.92)', 'rgba(24, 35, 63, 0.92)');
        roundRect(pen, 0.5, 0.5, w - 1, h - 1, 12);
        pen.fill();
        pen.strokeStyle = withAlpha(INK.edge, 0.8);
        pen.lineWidth = 1;
        pen.stroke();
        const [pad, half] = [12, (h - 6) / 2];
        const tag = mark === null ? '' : `${mark} `;
        const pointers = [
          ['SND.UNA', valueOf(sent.una, sent.blocks.length)],
          ['SND.NXT', valueOf(sent.next, sent.blocks.length)],
        ] as const;
        const sending = { title: `${tag}${labels.sending} →`, color: INK.mine, una: true, pointers };
        paintLine(pen, sent, sending, { x: pad, y: 4, w: w - 2 * pad, h: half });
        pen.fillStyle = withAlpha(INK.edge, 0.5);
        pen.fillRect(pad, h / 2, w - 2 * pad, 1);
        const receiving = {
          title: `${tag}${labels.receiving} ←`,
          color: INK.peer,
          una: false,
          pointers: [['RCV.NXT', valueOf(got.next, got.blocks.length)]] as const,
        };
        paintLine(pen, got, receiving, { x: pad, y: h / 2 + 3, w: w - 2 * pad, h: half });
      });
    },
  };
};
