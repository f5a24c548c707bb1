/** A card whose checksum fails: crumpled, unreadable, torn in two. */
import type Phaser from 'phaser';
import type { CardSize } from './card.ts';
import type { Draw, Pen, Stage } from './paint.ts';
import { paintImage, write } from './paint.ts';
import { INK } from './palette.ts';

const PAD = 8;
const OUTLINE: readonly (readonly [number, number])[] = [
  [0.03, 0.1],
  [0.2, 0.0],
  [0.42, 0.07],
  [0.63, 0.0],
  [0.82, 0.08],
  [1.0, 0.03],
  [0.95, 0.34],
  [1.0, 0.58],
  [0.94, 0.95],
  [0.7, 1.0],
  [0.5, 0.93],
  [0.27, 1.0],
  [0.05, 0.93],
  [0.0, 0.62],
  [0.06, 0.36],
];
const CREASES: readonly (readonly [number, number, number, number])[] = [
  [0.05, 0.2, 0.42, 0.52],
  [0.42, 0.52, 0.95, 0.3],
  [0.42, 0.52, 0.3, 0.97],
  [0.62, 0.0, 0.7, 0.42],
  [0.7, 0.42, 0.93, 0.9],
  [0.2, 0.02, 0.27, 0.38],
];
const TEAR: readonly (readonly [number, number])[] = [
  [0.56, -0.1],
  [0.46, 0.14],
  [0.57, 0.32],
  [0.45, 0.52],
  [0.55, 0.7],
  [0.46, 0.88],
  [0.52, 1.1],
];

const trace = (pen: Pen, points: readonly (readonly [number, number])[], w: number, h: number): void => {
  points.forEach(([x, y], i) => {
    if (i === 0) pen.moveTo(PAD + x * w, PAD + y * h);
    else pen.lineTo(PAD + x * w, PAD + y * h);
  });
};

const half =
  (side: 'left' | 'right'): Draw =>
  (pen, fullW, fullH) => {
    const [w, h] = [fullW - 2 * PAD, fullH - 2 * PAD];
    pen.beginPath();
    trace(pen, TEAR, w, h);
    const edge = side === 'left' ? 0 : fullW;
    pen.lineTo(edge, fullH);
    pen.lineTo(edge, 0);
    pen.closePath();
    pen.clip();
    pen.beginPath();
    trace(pen, OUTLINE, w, h);
    pen.closePath();
    pen.fillStyle = '#e9e0c9';
    pen.fill();
    pen.save();
    pen.clip();
    CREASES.forEach(([x1, y1, x2, y2], i) => {
      pen.strokeStyle = i % 2 === 0 ? 'rgba(96, 82, 48, 0.45)' : 'rgba(255, 255, 255, 0.75)';
      pen.lineWidth = 1.6;
      pen.beginPath();
      pen.moveTo(PAD + x1 * w, PAD + y1 * h);
      pen.lineTo(PAD + x2 * w, PAD + y2 * h);
      pen.stroke();
    });
    pen.fillStyle = 'rgba(255, 93, 108, 0.16)';
    pen.fillRect(0, 0, fullW, fullH * 0.4);
    write(pen, 'S#N ?▚', PAD + w * 0.5, PAD + h * 0.26, {
      size: h * 0.24,
      weight: 800,
      color: 'rgba(60, 40, 40, 0.8)',
      align: 'center',
    });
    ['seq ▒4▞1▒', 'ack ▒▒▚7?'].forEach((line, i) => {
      write(pen, line, PAD + w * 0.5, PAD + h * (0.56 + i * 0.22), {
        size: h * 0.16,
        mono: true,
        color: 'rgba(70, 60, 40, 0.75)',
        align: 'center',
      });
    });
    pen.restore();
    pen.strokeStyle = INK.paperEdge;
    pen.lineWidth = 1;
    pen.beginPath();
    trace(pen, OUTLINE, w, h);
    pen.closePath();
    pen.stroke();
  };

export interface DamagedCard {
  readonly node: Phaser.GameObjects.Container;
  readonly left: Phaser.GameObjects.Image;
  readonly right: Phaser.GameObjects.Image;
}

export const createDamagedCard = (stage: Stage, size: CardSize): DamagedCard => {
  const [w, h] = [size.w * 0.92 + 2 * PAD, size.h + 2 * PAD];
  const left = paintImage(stage, w, h, half('left'));
  const right = paintImage(stage, w, h, half('right'));
  return { node: stage.scene.add.container(0, 0, [left, right]), left, right };
};
