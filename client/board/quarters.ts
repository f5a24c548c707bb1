/** Four marks around a host in TIME-WAIT: the quarters of 2MSL that have passed are lit. */
import type Phaser from 'phaser';
import type { Draw, Stage } from './paint.ts';
import { paintImage, withShadow } from './paint.ts';
import { INK, withAlpha } from './palette.ts';

export interface Quarters {
  readonly node: Phaser.GameObjects.Container;
  /** Null outside TIME-WAIT. */
  show(passed: number | null): void;
}

const GLOW = 8;

/** One rounded corner bracket, its corner at the upper right. */
const bracket =
  (color: string, width: number, glow: boolean): Draw =>
  (pen, w, h) => {
    const radius = Math.min(w, h) * 0.34;
    const draw = (): void => {
      pen.strokeStyle = color;
      pen.lineWidth = width;
      pen.lineCap = 'round';
      pen.beginPath();
      pen.moveTo(GLOW, GLOW);
      pen.lineTo(w - GLOW - radius, GLOW);
      pen.arcTo(w - GLOW, GLOW, w - GLOW, GLOW + radius, radius);
      pen.lineTo(w - GLOW, h - GLOW);
      pen.stroke();
    };
    if (glow) withShadow(pen, withAlpha(INK.gold, 0.9), 7, 0, draw);
    else draw();
  };

/** Clockwise from the upper right. */
const CORNERS = [
  { x: 1, y: -1, flipX: false, flipY: false },
  { x: 1, y: 1, flipX: false, flipY: true },
  { x: -1, y: 1, flipX: true, flipY: true },
  { x: -1, y: -1, flipX: true, flipY: false },
] as const;

export const createQuarters = (stage: Stage, w: number, h: number): Quarters => {
  const out = 4;
  const [arm, leg] = [w * 0.36, h * 0.32];
  const size = { w: arm + 2 * GLOW, h: leg + 2 * GLOW };
  const node = stage.scene.add.container(0, 0).setVisible(false);
  const stroke = Math.max(2.5, Math.min(w, h) * 0.03);
  const marks = CORNERS.map((corner) => {
    const x = corner.x * (w / 2 + out - arm / 2);
    const y = corner.y * (h / 2 + out - leg / 2);
    const [dim, lit] = [
      paintImage(stage, size.w, size.h, bracket('rgba(255, 207, 92, 0.26)', stroke, false)),
      paintImage(stage, size.w, size.h, bracket(INK.gold, stroke, true)),
    ];
    for (const image of [dim, lit]) image.setPosition(x, y).setFlip(corner.flipX, corner.flipY);
    node.add([dim, lit]);
    return lit.setAlpha(0);
  });
  let before: number | null = null;
  return {
    node,
    show: (passed) => {
      node.setVisible(passed !== null);
      marks.forEach((mark, i) => {
        const on = passed !== null && i < passed;
        const fresh = on && before !== null && i >= before && !stage.still;
        if (!fresh) mark.setAlpha(on ? 1 : 0);
        else stage.scene.tweens.add({ targets: mark, alpha: { from: 0, to: 1 }, duration: 600 });
      });
      before = passed;
    },
  };
};
