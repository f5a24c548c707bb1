/** Cards that come to nothing: refused, or too late. */
import type Phaser from 'phaser';
import type { Point } from './layout.ts';
import type { Stage } from './paint.ts';
import { paintGlow, paintImage, paintShared } from './paint.ts';
import { INK } from './palette.ts';
import { SEEN_STILL_MS } from './travel.ts';

/** Shakes, is stamped with a cross, and falls. */
export const refuseCard = (stage: Stage, card: Phaser.GameObjects.Image, at: Point): void => {
  const { scene, still } = stage;
  card.setPosition(at.x, at.y);
  const size = card.displayHeight * 0.52;
  const stamp = paintImage(stage, size, size, (pen, w) => {
    pen.lineCap = 'round';
    for (const [width, color] of [
      [w * 0.25, '#fff4ef'],
      [w * 0.15, INK.red],
    ] as const) {
      pen.strokeStyle = color;
      pen.lineWidth = width;
      pen.beginPath();
      pen.moveTo(w * 0.22, w * 0.22);
      pen.lineTo(w * 0.78, w * 0.78);
      pen.moveTo(w * 0.78, w * 0.22);
      pen.lineTo(w * 0.22, w * 0.78);
      pen.stroke();
    }
  });
  const full = stamp.scale;
  const both = scene.add.container(at.x, at.y, [
    card.setPosition(0, 0),
    stamp.setAngle(-8).setPosition(0, card.displayHeight * 0.13),
  ]);
  both.setDepth(45);
  if (still) {
    scene.time.delayedCall(SEEN_STILL_MS, () => both.destroy());
    return;
  }
  stamp.setAlpha(0).setScale(full * 2.1);
  const wasScale = card.scale;
  card.setScale(wasScale * 0.6);
  scene.tweens.add({ targets: card, scale: wasScale, duration: 140, ease: 'Back.Out' });
  scene.tweens.add({ targets: both, x: at.x - 7, delay: 140, duration: 55, yoyo: true, repeat: 3 });
  scene.tweens.add({ targets: stamp, alpha: 1, scale: full, delay: 260, duration: 170, ease: 'Back.Out' });
  scene.tweens.add({
    targets: both,
    y: at.y + 130,
    angle: 22,
    alpha: 0,
    delay: 950,
    duration: 620,
    ease: 'Quad.In',
    onComplete: () => both.destroy(),
  });
};

const HOT = ['rgba(255, 196, 84, 1)', 'rgba(255, 112, 60, 1)'] as const;

const ember = (stage: Stage, x: number, y: number): void => {
  const which = Math.random() < 0.5 ? 0 : 1;
  const spark = paintShared(stage, `ember${which}`, 24, paintGlow(HOT[which], 0.7));
  spark.setPosition(x, y).setDepth(46);
  const full = spark.scale * (0.35 + Math.random() * 0.65);
  spark.setScale(full);
  stage.scene.tweens.add({
    targets: spark,
    y: y - 24 - Math.random() * 34,
    x: x + (Math.random() - 0.5) * 26,
    alpha: 0,
    scale: full * 0.3,
    duration: 480 + Math.random() * 380,
    onComplete: () => spark.destroy(),
  });
};

/** Sets out and burns up from its leading edge: its answer came too late. */
export const burn = (stage: Stage, card: Phaser.GameObjects.Image, at: Point): void => {
  card.setPosition(at.x, at.y);
  if (stage.still) {
    card.setTint(0x8a6a58);
    stage.scene.time.delayedCall(SEEN_STILL_MS, () => card.destroy());
    return;
  }
  const { width, height } = card.frame;
  stage.scene.tweens.addCounter({
    from: 0,
    to: 1,
    delay: 320,
    duration: 1150,
    onUpdate: (tween) => {
      if (!card.active) return;
      const share = tween.getValue() ?? 0;
      card.setCrop(0, 0, width * (1 - share), height);
      card.setTint(share > 0.15 ? 0xffd0a0 : 0xffffff);
      const edge = card.x + card.displayWidth * (0.5 - share);
      for (let i = 0; i < 3; i += 1) {
        ember(stage, edge + Math.random() * 6, card.y + (Math.random() - 0.5) * card.displayHeight * 0.8);
      }
    },
    onComplete: () => card.destroy(),
  });
};
