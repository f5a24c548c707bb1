/** The gentle end of a lane: hands that shake or wave, and confetti. */
import type Phaser from 'phaser';
import type { LaneBox } from './layout.ts';
import { alongWire } from './wire.ts';
import type { Draw, Pen, Stage } from './paint.ts';
import { paintImage, roundRect, withShadow, write } from './paint.ts';
import { INK, KIND_INK, toNumber } from './palette.ts';

const glove = (pen: Pen, x: number, y: number, r: number, color: string, facing: 1 | -1): void => {
  pen.fillStyle = color;
  pen.strokeStyle = 'rgba(8, 14, 32, 0.65)';
  pen.lineWidth = r * 0.13;
  roundRect(pen, x - r, y - r * 0.72, r * 2, r * 1.44, r * 0.66);
  pen.fill();
  pen.stroke();
  pen.beginPath();
  pen.ellipse(x + facing * r * 0.1, y - r * 0.72, r * 0.56, r * 0.28, facing * -0.5, 0, Math.PI * 2);
  pen.fill();
  pen.stroke();
};

/** Two arms that meet in the middle. */
const handshake: Draw = (pen, w, h) => {
  const r = h * 0.26;
  const y = h * 0.56;
  for (const [side, color] of [
    [-1, INK.mine],
    [1, INK.peer],
  ] as const) {
    pen.strokeStyle = 'rgba(8, 14, 32, 0.65)';
    pen.lineCap = 'butt';
    pen.lineWidth = r * 1.02;
    const reach = w / 2 + (side * w) / 2;
    const arm = (): void => {
      pen.beginPath();
      pen.moveTo(reach, y - r * 0.1);
      pen.quadraticCurveTo(w / 2 + side * w * 0.3, y + r * 0.5, w / 2 + side * r * 0.7, y);
      pen.stroke();
    };
    arm();
    pen.strokeStyle = color;
    pen.lineWidth = r * 0.8;
    arm();
  }
  glove(pen, w / 2 + r * 0.42, y, r, '#ffd9c9', -1);
  glove(pen, w / 2 - r * 0.42, y + r * 0.1, r, '#d3fff5', 1);
  pen.strokeStyle = 'rgba(8, 14, 32, 0.5)';
  pen.lineWidth = r * 0.1;
  for (let i = 0; i < 3; i += 1) {
    pen.beginPath();
    pen.moveTo(w / 2 + r * 0.02, y - r * 0.14 + i * r * 0.3);
    pen.lineTo(w / 2 + r * 0.42, y - r * 0.14 + i * r * 0.3);
    pen.stroke();
  }
};

/** An open hand on its arm, upright, the wrist at the bottom. */
const wave =
  (sleeve: string, skin: string): Draw =>
  (pen, w, h) => {
    const [x, r] = [w / 2, w * 0.27];
    pen.strokeStyle = 'rgba(8, 14, 32, 0.65)';
    pen.lineJoin = 'round';
    pen.lineWidth = w * 0.045;
    pen.fillStyle = sleeve;
    roundRect(pen, x - r * 0.62, h * 0.62, r * 1.24, h * 0.36, r * 0.3);
    pen.fill();
    pen.stroke();
    pen.fillStyle = skin;
    for (const [angle, length] of [
      [-0.42, 0.86],
      [-0.14, 1],
      [0.14, 0.98],
      [0.42, 0.84],
      [1.08, 0.74],
    ] as const) {
      pen.save();
      pen.translate(x, h * 0.5);
      pen.rotate(angle);
      roundRect(pen, -r * 0.2, -r * 1.72 * length, r * 0.4, r * 1.5 * length, r * 0.2);
      pen.fill();
      pen.stroke();
      pen.restore();
    }
    pen.beginPath();
    pen.arc(x, h * 0.52, r * 0.82, 0, Math.PI * 2);
    pen.fill();
    pen.stroke();
    pen.beginPath();
    pen.arc(x, h * 0.52, r * 0.78, 0, Math.PI * 2);
    pen.fill();
  };

const COLORS = [INK.mine, INK.peer, INK.gold, KIND_INK.syn, KIND_INK.data, KIND_INK.ack].map((css) =>
  toNumber(css),
);

const confetti = (stage: Stage, box: LaneBox): void => {
  const { area } = box;
  for (let i = 0; i < 70; i += 1) {
    const piece = stage.scene.add
      .rectangle(0, 0, 5 + Math.random() * 5, 3 + Math.random() * 4, COLORS[i % COLORS.length])
      .setDepth(72);
    const x = area.x + area.w * (0.12 + Math.random() * 0.76);
    piece.setPosition(x, area.y - 12 - Math.random() * 40).setAngle(Math.random() * 360);
    stage.scene.tweens.add({
      targets: piece,
      y: area.y + area.h * (0.75 + Math.random() * 0.35),
      x: x + (Math.random() - 0.5) * 120,
      angle: piece.angle + (Math.random() - 0.5) * 900,
      scaleY: { from: 1, to: 0.3 },
      duration: 1900 + Math.random() * 1500,
      delay: Math.random() * 500,
      ease: 'Sine.InOut',
    });
    stage.scene.tweens.add({
      targets: piece,
      alpha: 0,
      delay: 2600 + Math.random() * 900,
      duration: 500,
      onComplete: () => piece.destroy(),
    });
  }
};

/** The hands of a lane that ended well; they stay. Shaking for a goal reached, waving for a connection closed. */
export const createHands = (
  stage: Stage,
  box: LaneBox,
  kind: 'goal' | 'finished',
): Phaser.GameObjects.Image[] => {
  const { scene, still } = stage;
  const { wire, peer, area } = box;
  const h = Math.min(area.h * 0.5, 104);
  if (kind === 'goal') {
    const middle = alongWire(wire, 0.5);
    const span = wire.to.x - wire.from.x + 24;
    const shake = paintImage(stage, span, h, handshake).setDepth(11);
    shake.setPosition(middle.x, middle.y);
    if (!still) {
      const move = { y: middle.y - h * 0.08, duration: 210, yoyo: true, repeat: 5, ease: 'Sine.InOut' };
      scene.tweens.add({ targets: shake, ...move, loop: -1, loopDelay: 2200 });
    }
    return [shake];
  }
  const y = wire.from.y + h * 0.5;
  return (
    [
      [-1, INK.mine, '#d3fff5', wire.from.x + h * 0.42],
      [1, INK.peer, '#ffd9c9', peer.x - h * 0.36],
    ] as const
  ).map(([side, sleeve, skin, x]) => {
    const hand = paintImage(stage, h * 0.82, h, wave(sleeve, skin)).setDepth(60);
    hand.setOrigin(0.5, 0.95).setPosition(x, y);
    hand.setFlipX(side < 0).setAngle(side * -8);
    if (!still) {
      const swing = { from: side * -8 - 15, to: side * -8 + 15 };
      const pace = { duration: 300, yoyo: true, repeat: 3, ease: 'Sine.InOut', loop: -1, loopDelay: 1800 };
      scene.tweens.add({ targets: hand, angle: swing, ...pace });
    }
    return hand;
  });
};

/** The word for how it ended, above the wire. */
export const createSign = (
  stage: Stage,
  box: LaneBox,
  text: string,
  good: boolean,
): Phaser.GameObjects.Image => {
  const size = Math.max(11.5, Math.min(15, box.area.h * 0.09));
  const wide = Array.from(text).reduce((sum, letter) => sum + (letter > '\u2e80' ? 1.05 : 0.64), 0) * size;
  const w = Math.min(box.wire.to.x - box.wire.from.x - 18, wide + size * 2.4);
  const sign = paintImage(stage, w + 12, size * 2 + 12, (pen, pw, ph) => {
    withShadow(pen, 'rgba(3, 6, 18, 0.5)', 5, 2, () => {
      pen.fillStyle = good ? INK.gold : INK.red;
      roundRect(pen, 6, 6, pw - 12, ph - 12, size);
      pen.fill();
    });
    const color = good ? '#2a2008' : '#2a060b';
    write(pen, text, pw / 2, ph / 2, { size, weight: 800, color, align: 'center', fit: pw - 12 - size });
  }).setDepth(71);
  return sign.setPosition(alongWire(box.wire, 0.5).x, box.area.y + size + 2);
};

export const celebrate = (stage: Stage, box: LaneBox): void => {
  if (!stage.still) confetti(stage, box);
};
