/** The far side: the peer's hosts, and drifting clouds that hide all but what has been heard. */
import type Phaser from 'phaser';
import type { LaneView } from '../../shared/engine/match/view.ts';
import { titleOf } from './card.ts';
import { heardFrom } from './heard.ts';
import { paintEye, paintMonitor } from './host-paint.ts';
import type { BoardLayout, LaneBox, Rect } from './layout.ts';
import type { BoardLabels, Presence } from './model.ts';
import type { Draw, Pen, Repaintable, Stage } from './paint.ts';
import { measure, paintImage, repaintable, roundRect, write } from './paint.ts';
import { INK, bandOf } from './palette.ts';

export interface Fog {
  show(lanes: readonly LaneView[], peer: string, presence: Presence, labels: BoardLabels): void;
}

const cloud: Draw = (pen, w, h) => {
  const puffs: readonly (readonly [number, number, number])[] = [
    [0.24, 0.56, 0.24],
    [0.44, 0.4, 0.32],
    [0.66, 0.52, 0.28],
    [0.8, 0.62, 0.19],
    [0.5, 0.66, 0.26],
  ];
  for (const [px, py, pr] of puffs) {
    const [x, y, r] = [px * w, py * h, pr * Math.min(w, h * 1.5)];
    const gradient = pen.createRadialGradient(x, y, 0, x, y, r);
    gradient.addColorStop(0, 'rgba(150, 170, 224, 0.34)');
    gradient.addColorStop(0.55, 'rgba(132, 152, 208, 0.17)');
    gradient.addColorStop(1, 'rgba(120, 140, 200, 0)');
    pen.fillStyle = gradient;
    pen.fillRect(0, 0, w, h);
  }
};

const veil: Draw = (pen, w, h) => {
  const gradient = pen.createLinearGradient(0, 0, w, 0);
  gradient.addColorStop(0, 'rgba(52, 70, 122, 0)');
  gradient.addColorStop(0.38, 'rgba(58, 76, 130, 0.5)');
  gradient.addColorStop(1, 'rgba(70, 88, 146, 0.72)');
  pen.fillStyle = gradient;
  pen.fillRect(0, 0, w, h);
  pen.globalCompositeOperation = 'destination-in';
  const fade = pen.createLinearGradient(0, 0, 0, h);
  fade.addColorStop(0, 'rgba(0, 0, 0, 0.25)');
  fade.addColorStop(0.2, '#000');
  fade.addColorStop(0.8, '#000');
  fade.addColorStop(1, 'rgba(0, 0, 0, 0.2)');
  pen.fillStyle = fade;
  pen.fillRect(0, 0, w, h);
};

const chip = (
  pen: Pen,
  text: string,
  y: number,
  w: number,
  size: number,
  ink: { fill: string | CanvasGradient; text: string },
): void => {
  const type = { size, weight: 700, color: ink.text, align: 'center' as const };
  const wide = Math.min(w, measure(pen, text, type) + size * 1.5);
  pen.fillStyle = ink.fill;
  roundRect(pen, (w - wide) / 2, y, wide, size * 1.62, size * 0.8);
  pen.fill();
  write(pen, text, w / 2, y + size * 0.81, { ...type, fit: wide - size * 0.9 });
};

const paintHeard =
  (lane: LaneView, labels: BoardLabels): Draw =>
  (pen, w, h) => {
    const { last, closed, reset } = heardFrom(lane);
    const chips = (last === null ? 0 : 1) + (closed || reset ? 1 : 0);
    // Where there is no room for all, the caption goes: the peer's machine and the chips speak for themselves.
    const captioned = last === null || h >= (chips + 1) * 18;
    const lines = chips + (captioned ? 1 : 0);
    const size = Math.min(13, Math.max(8.5, Math.min(h * 0.17, h / (lines * 1.9))));
    let y = Math.max(0, (h - lines * size * 1.9) / 2);
    if (captioned) {
      const soft = { size: size * 0.92, weight: 600, color: INK.soft, align: 'center' as const, fit: w };
      write(pen, last === null ? labels.nothingHeard : labels.lastHeard, w / 2, y + size * 0.8, soft);
      y += size * 1.75;
    }
    if (last !== null) {
      const [a, b] = bandOf(last.flags, last.text.length);
      const fill = pen.createLinearGradient(w * 0.25, 0, w * 0.75, 0);
      fill.addColorStop(0.2, a);
      fill.addColorStop(0.9, b);
      chip(pen, titleOf(last.flags, last.text.length, labels.data), y, w, size, { fill, text: '#101a33' });
      y += size * 2;
    }
    if (reset) chip(pen, labels.peerReset, y, w, size * 0.94, { fill: INK.red, text: '#2a060b' });
    else if (closed) {
      chip(pen, labels.peerClosed, y, w, size * 0.94, { fill: 'rgba(11, 17, 36, 0.86)', text: '#ffc27a' });
    }
  };

const bot = (pen: Pen, x: number, y: number, s: number): void => {
  pen.fillStyle = INK.gold;
  roundRect(pen, x - s * 0.5, y - s * 0.34, s, s * 0.76, s * 0.2);
  pen.fill();
  pen.fillRect(x - s * 0.04, y - s * 0.55, s * 0.08, s * 0.22);
  pen.beginPath();
  pen.arc(x, y - s * 0.56, s * 0.1, 0, Math.PI * 2);
  pen.fill();
  pen.fillStyle = '#2a2008';
  for (const side of [-1, 1]) {
    pen.beginPath();
    pen.arc(x + side * s * 0.22, y - s * 0.03, s * 0.1, 0, Math.PI * 2);
    pen.fill();
  }
  pen.fillRect(x - s * 0.2, y + s * 0.2, s * 0.4, s * 0.08);
};

const paintPlate =
  (name: string, presence: Presence, labels: BoardLabels): Draw =>
  (pen, w, h) => {
    const color = presence === 'away' ? INK.faint : INK.peer;
    pen.fillStyle = 'rgba(11, 17, 36, 0.72)';
    roundRect(pen, 0, 0, w, h, h / 2);
    pen.fill();
    const badge = presence === 'stand-in' ? h * 0.72 : 0;
    const aside = presence === 'present' ? '' : labels[presence === 'away' ? 'away' : 'standIn'];
    const size = Math.min(13, h * 0.54);
    const note = { size: size * 0.86, weight: 600, color: presence === 'away' ? INK.soft : INK.gold };
    const noteW = aside === '' ? 0 : Math.min(measure(pen, aside, note), w * 0.46) + 6;
    const room = w - h * 0.8 - badge - noteW;
    const type = { size, weight: 700, color };
    const nameW = Math.min(measure(pen, name, type), room);
    let x = (w - nameW - noteW - badge) / 2;
    if (badge > 0) {
      bot(pen, x + badge * 0.42, h / 2 + 1, badge * 0.82);
      x += badge;
    }
    x += write(pen, name, x, h / 2, { ...type, fit: room }) + 6;
    if (aside !== '') write(pen, aside, x, h / 2, { ...note, fit: noteW - 6 });
  };

const peerMachine = (stage: Stage, { peer: { x, y, w, h } }: LaneBox): Phaser.GameObjects.Container => {
  const foot = Math.max(5, h * 0.09);
  const pad = 14;
  const body = paintImage(
    stage,
    w + 2 * pad,
    h + foot + 2 * pad,
    paintMonitor('#b8705a', '#5b3a3c', '', pad, foot),
  );
  const size = Math.min(w, h) * 0.22;
  const eyes = [-1, 1].map((side) =>
    paintImage(stage, size, size, paintEye('open', INK.peer)).setPosition(side * size * 0.95, -h * 0.14),
  );
  const middle = { x: x + w / 2, y: y + h / 2 };
  return stage.scene.add.container(middle.x, middle.y, [body.setY(foot / 2), ...eyes]).setDepth(12);
};

export const createFog = (stage: Stage, layout: BoardLayout): Fog => {
  const { scene, still } = stage;
  const { fog } = layout;
  const machines = layout.lanes.map((box) => peerMachine(stage, box));
  const front = scene.add.container(0, 0).setDepth(50);
  const middle = fog.y + fog.h / 2;
  const sheet = paintImage(stage, fog.w * 1.25, fog.h, veil).setPosition(fog.x + fog.w * 0.4, middle);
  front.add(sheet);
  const clouds = Array.from({ length: 8 }, (_, i) => {
    const w = fog.w * (0.85 + (i % 3) * 0.22);
    const x = fog.x + fog.w * (0.2 + ((i * 0.37) % 0.7));
    const y = fog.y + fog.h * (0.05 + i * 0.13);
    const image = paintImage(stage, w, w * 0.62, cloud)
      .setPosition(x, y)
      .setAlpha(0.9);
    front.add(image);
    if (!still) {
      const drift = fog.w * (i % 2 === 0 ? 0.17 : -0.17);
      const pace = { duration: 6500 + i * 900, yoyo: true, repeat: -1, ease: 'Sine.InOut' };
      scene.tweens.add({ targets: image, x: x + drift, alpha: 0.6, ...pace });
    }
    return image;
  });
  const words = (spot: Rect): Repaintable =>
    repaintable(stage, { x: spot.x + spot.w / 2, y: spot.y + spot.h / 2, w: spot.w, h: spot.h }, (image) =>
      front.add(image),
    );
  const plate = words(layout.plate);
  const notes = layout.lanes.map((box) => words(box.heard));
  let thinned = false;
  const thin = (on: boolean): void => {
    if (on === thinned) return;
    thinned = on;
    scene.tweens.add({ targets: sheet, alpha: on ? 0.3 : 1, duration: still ? 1 : 1200 });
    for (const image of clouds.filter((_, i) => i % 2 === 1)) image.setVisible(!on);
  };
  return {
    show: (lanes, peer, presence, labels) => {
      plate.repaint(`${peer} ${presence} ${labels.away}`, paintPlate(peer, presence, labels));
      lanes.forEach((lane, i) => {
        const { last, closed, reset } = heardFrom(lane);
        const content = `${JSON.stringify(last)} ${closed} ${reset} ${labels.lastHeard}`;
        notes[i]?.repaint(content, paintHeard(lane, labels));
      });
      const grey = presence === 'away';
      for (const machine of machines) machine.setAlpha(grey ? 0.4 : 1);
      for (const image of [sheet, ...clouds]) image.setTint(grey ? 0x8d909c : 0xffffff);
      thin(lanes.every(({ over }) => over === 'goal' || over === 'finished'));
    },
  };
};
