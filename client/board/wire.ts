/** The wire of a lane: it sags a little, glows, and light runs along it. */
import type Phaser from 'phaser';
import type { LaneBox, Point } from './layout.ts';
import type { Pen, Stage } from './paint.ts';
import { paintGlow, paintImage, paintShared, withShadow } from './paint.ts';
import { INK, withAlpha } from './palette.ts';

export interface Wire {
  readonly node: Phaser.GameObjects.Container;
  /** Whole or broken. */
  show(broken: boolean): void;
  /** Sparks where it broke. */
  snap(): void;
}

/** The point at a share of the way from my host to the fog. */
export const alongWire = (wire: LaneBox['wire'], share: number): Point => ({
  x: wire.from.x + (wire.to.x - wire.from.x) * share,
  y:
    wire.from.y +
    (wire.to.y - wire.from.y) * share +
    wire.sag * 4 * Math.min(share, 1) * (1 - Math.min(share, 1)),
});

const PAD = 16;
const STEPS = 40;

const stroke = (pen: Pen, width: number, style: string | CanvasGradient, trace: () => void): void => {
  pen.lineWidth = width;
  pen.strokeStyle = style;
  pen.beginPath();
  trace();
  pen.stroke();
};

export const createWire = (stage: Stage, box: LaneBox): Wire => {
  const { scene, still } = stage;
  const { wire } = box;
  const [left, right] = [wire.from.x - 3, wire.to.x];
  const w = right - left + 2 * PAD;
  const thick = box.area.h > 150 ? 7 : 5;
  const drop = Math.max(28, wire.sag * 3);
  const h = drop + 2 * PAD;
  const at = (share: number): Point => {
    const p = alongWire(wire, share);
    return { x: p.x - left + PAD, y: p.y - wire.from.y + PAD };
  };
  const middle = { x: (left + right) / 2, y: wire.from.y - PAD + h / 2 };
  const node = scene.add.container(0, 0);

  const traceWhole = (pen: Pen) => (): void => {
    pen.moveTo(at(0).x, at(0).y);
    for (let i = 1; i <= STEPS; i += 1) pen.lineTo(at(i / STEPS).x, at(i / STEPS).y);
  };
  const traceBroken = (pen: Pen) => (): void => {
    const [a, b] = [0.36, 0.6];
    pen.moveTo(at(0).x, at(0).y);
    for (let i = 1; i <= 14; i += 1) pen.lineTo(at((a * i) / 14).x, at((a * i) / 14).y);
    pen.quadraticCurveTo(at(a + 0.06).x, at(a).y + 3, at(a + 0.075).x, at(a).y + drop * 0.55);
    pen.moveTo(at(1).x, at(1).y);
    for (let i = 1; i <= 14; i += 1) {
      pen.lineTo(at(1 - ((1 - b) * i) / 14).x, at(1 - ((1 - b) * i) / 14).y);
    }
    pen.quadraticCurveTo(at(b - 0.05).x, at(b).y + 2, at(b - 0.06).x, at(b).y + drop * 0.62);
  };
  const paint = (broken: boolean): Phaser.GameObjects.Image =>
    paintImage(stage, w, h, (pen) => {
      pen.lineCap = 'round';
      pen.lineJoin = 'round';
      const trace = broken ? traceBroken(pen) : traceWhole(pen);
      withShadow(pen, 'rgba(3, 6, 18, 0.7)', 6, 4, () => stroke(pen, thick + 4, '#0a1128', trace));
      stroke(pen, thick + 2, broken ? '#3a4468' : '#2c4684', trace);
      const core = pen.createLinearGradient(PAD, 0, w - PAD, 0);
      core.addColorStop(0, broken ? '#59658c' : INK.mine);
      core.addColorStop(0.55, broken ? '#59658c' : '#6aa7ff');
      core.addColorStop(1, broken ? '#59658c' : withAlpha(INK.cloud, 0.7));
      stroke(pen, thick * 0.42, core, trace);
    }).setPosition(middle.x, middle.y);

  const whole = paint(false);
  const torn = paint(true).setVisible(false);
  const glow = paintImage(stage, w, h, (pen) => {
    pen.lineCap = 'round';
    withShadow(pen, withAlpha('#6aa7ff', 0.95), 13, 0, () => {
      stroke(pen, thick * 0.7, withAlpha('#8fc0ff', 0.75), traceWhole(pen));
    });
  })
    .setPosition(middle.x, middle.y)
    .setAlpha(0.4);
  const plug = paintImage(stage, 18, thick + 18, (pen, pw, ph) => {
    pen.fillStyle = INK.mineDeep;
    pen.beginPath();
    pen.roundRect(0, 0, pw, ph, 5);
    pen.fill();
    pen.fillStyle = withAlpha('#ffffff', 0.22);
    pen.fillRect(3, 3, pw - 6, 2);
  }).setPosition(wire.from.x + 5, wire.from.y);
  node.add([glow, whole, torn, plug]);

  const pulses: Phaser.GameObjects.Image[] = [];
  if (!still) {
    scene.tweens.add({
      targets: glow,
      alpha: 0.85,
      duration: 1900,
      yoyo: true,
      repeat: -1,
      ease: 'Sine.InOut',
    });
    for (const [i, color] of ['rgba(140, 240, 220, 0.9)', 'rgba(150, 190, 255, 0.9)'].entries()) {
      const pulse = paintImage(stage, thick * 4, thick * 4, paintGlow(color, 0.4)).setAlpha(0);
      pulses.push(pulse);
      node.add(pulse);
      scene.tweens.addCounter({
        from: 0,
        to: 1,
        duration: 4600,
        delay: 700 + i * 2500,
        repeatDelay: 600,
        repeat: -1,
        onUpdate: (tween) => {
          const share = tween.getValue() ?? 0;
          const p = alongWire(wire, i === 0 ? share : 1 - share);
          pulse.setPosition(p.x, p.y).setAlpha(Math.sin(share * Math.PI) * 0.8);
        },
      });
    }
  }

  const ends = [alongWire(wire, 0.43), alongWire(wire, 0.54)];
  return {
    node,
    show: (broken) => {
      whole.setVisible(!broken);
      glow.setVisible(!broken);
      torn.setVisible(broken);
      for (const pulse of pulses) pulse.setVisible(!broken);
    },
    snap: () => {
      if (still) return;
      for (let i = 0; i < 18; i += 1) {
        const end = ends[i % 2] ?? wire.from;
        const spark = paintShared(stage, 'spark', 10, paintGlow('rgba(255, 214, 120, 1)', 0.6));
        spark.setPosition(end.x, end.y + 8);
        node.add(spark);
        scene.tweens.add({
          targets: spark,
          x: end.x + (Math.random() - 0.5) * 110,
          y: end.y + (Math.random() - 0.3) * 90,
          alpha: 0,
          duration: 500 + Math.random() * 500,
          ease: 'Quad.Out',
          onComplete: () => spark.destroy(),
        });
      }
    },
  };
};
