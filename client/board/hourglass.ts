/** A small hourglass: something is unacknowledged, and a timer runs. */
import type Phaser from 'phaser';
import type { Draw, Stage } from './paint.ts';
import { paintImage } from './paint.ts';
import { INK } from './palette.ts';

export interface Hourglass {
  readonly node: Phaser.GameObjects.Image;
  show(on: boolean): void;
}

export const paintHourglass: Draw = (pen, w, h) => {
  const [l, r, t, b] = [w * 0.22, w * 0.78, h * 0.12, h * 0.88];
  const [mx, my] = [w / 2, h / 2];
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  pen.fillStyle = 'rgba(11, 17, 36, 0.92)';
  pen.beginPath();
  pen.arc(mx, my, w / 2, 0, Math.PI * 2);
  pen.fill();
  pen.fillStyle = INK.gold;
  pen.beginPath();
  pen.moveTo(l + w * 0.1, t + h * 0.15);
  pen.lineTo(r - w * 0.1, t + h * 0.15);
  pen.lineTo(mx, my);
  pen.closePath();
  pen.fill();
  pen.beginPath();
  pen.moveTo(l + w * 0.08, b - h * 0.04);
  pen.lineTo(r - w * 0.08, b - h * 0.04);
  pen.lineTo(mx, b - h * 0.24);
  pen.closePath();
  pen.fill();
  pen.strokeStyle = '#ffe9b0';
  pen.lineWidth = Math.max(1.2, w * 0.075);
  pen.beginPath();
  pen.moveTo(l, t);
  pen.lineTo(r, t);
  pen.lineTo(l, b);
  pen.lineTo(r, b);
  pen.closePath();
  pen.stroke();
};

export const createHourglass = (stage: Stage, size: number): Hourglass => {
  const node = paintImage(stage, size, size, paintHourglass).setVisible(false);
  if (!stage.still) {
    stage.scene.tweens.add({
      targets: node,
      angle: 180,
      duration: 700,
      repeatDelay: 2100,
      repeat: -1,
      ease: 'Back.InOut',
    });
  }
  return {
    node,
    show: (on) => {
      node.setVisible(on);
    },
  };
};
