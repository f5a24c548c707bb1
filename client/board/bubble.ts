/** What is not a segment, at the door of a host: calls of the application, timers, a crash. */
import type Phaser from 'phaser';
import type { TcpTimer } from '../../shared/engine/tcp/event.ts';
import type { BoardLabels, CallName } from './model.ts';
import type { Pen, Stage } from './paint.ts';
import { measure, paintImage, roundRect, verticalGradient, withShadow, write } from './paint.ts';
import { paintHourglass } from './hourglass.ts';
import { INK } from './palette.ts';

export type BubbleFace =
  | { readonly kind: 'call'; readonly call: CallName; readonly octets: number }
  | { readonly kind: 'timer'; readonly timer: TcpTimer }
  | { readonly kind: 'crash' }
  | { readonly kind: 'note'; readonly text: string; readonly color: string };

const PAD = 10;

const textOf = (face: BubbleFace, labels: BoardLabels): string => {
  if (face.kind === 'note') return face.text;
  if (face.kind === 'crash') return labels.crash;
  if (face.kind === 'timer') return labels.timers[face.timer];
  return face.octets > 0 ? `${labels.calls[face.call]} ${face.octets}` : labels.calls[face.call];
};

const fillOf = (pen: Pen, face: BubbleFace, h: number): CanvasGradient | string => {
  if (face.kind === 'crash') return INK.red;
  if (face.kind === 'note') return face.color;
  return verticalGradient(pen, PAD, h - PAD, '#ffe08f', INK.gold);
};

let pen: Pen | null = null;

const widthOf = (text: string, size: number): number => {
  pen ??= document.createElement('canvas').getContext('2d');
  return pen === null ? text.length * size * 0.62 : measure(pen, text, { size, weight: 800, color: '' });
};

export const createBubble = (
  stage: Stage,
  face: BubbleFace,
  labels: BoardLabels,
  size: number,
): Phaser.GameObjects.Image => {
  const text = textOf(face, labels);
  const icon = face.kind === 'timer' || face.kind === 'call' ? size * 1.5 : 0;
  const w = widthOf(text, size) + icon + size * 1.5 + 2 * PAD;
  const h = size * 2.1 + 2 * PAD + 6;
  return paintImage(stage, w, h, (pen) => {
    const [bw, bh] = [w - 2 * PAD, h - 2 * PAD - 6];
    withShadow(pen, 'rgba(3, 6, 18, 0.55)', 8, 3, () => {
      pen.fillStyle = fillOf(pen, face, h);
      roundRect(pen, PAD, PAD, bw, bh, bh * 0.42);
      pen.fill();
      pen.beginPath();
      pen.moveTo(PAD + bh * 0.5, PAD + bh - 1);
      pen.lineTo(PAD + bh * 0.95, PAD + bh - 1);
      pen.lineTo(PAD + bh * 0.42, PAD + bh + 7);
      pen.fill();
    });
    let x = PAD + size * 0.75;
    const y = PAD + bh / 2;
    if (face.kind === 'timer') {
      pen.save();
      pen.translate(x - 1, y - size * 0.66);
      paintHourglass(pen, size * 1.32, size * 1.32);
      pen.restore();
    }
    if (face.kind === 'call') {
      pen.fillStyle = '#3a2c05';
      roundRect(pen, x, y - size * 0.5, size * 1.1, size, size * 0.2);
      pen.fill();
      pen.fillStyle = INK.gold;
      pen.fillRect(x + size * 0.14, y - size * 0.36, size * 0.82, size * 0.12);
      for (const [i, share] of [0.66, 0.44, 0.56].entries()) {
        pen.fillRect(x + size * 0.14, y - size * 0.12 + i * size * 0.19, size * 0.82 * share, size * 0.09);
      }
    }
    x += icon;
    write(pen, text, x, y, { size, weight: 800, color: '#2a2008' });
  });
};
