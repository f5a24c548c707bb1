/** My host: the machine with its face, its drawer, the hourglass and the quarter marks of TIME-WAIT. */
import type Phaser from 'phaser';
import type { LaneView } from '../../shared/engine/match/view.ts';
import type { LaneBox } from './layout.ts';
import { bezelOf, hasFace, moodOf, paintEye, paintMonitor, paintScreen, paintTray } from './host-paint.ts';
import { createHourglass } from './hourglass.ts';
import type { Stage } from './paint.ts';
import { paintImage, repaintable, roundRect } from './paint.ts';
import { INK, STATE_INK } from './palette.ts';
import { createQuarters } from './quarters.ts';

export interface Host {
  readonly node: Phaser.GameObjects.Container;
  show(lane: LaneView, name: string, application: string): void;
  /** Takes a knock from the wire. */
  bump(): void;
  /** The screen flashes: the state has changed. */
  flash(): void;
  /** The screen goes dark for a moment. */
  crash(): void;
}

const SHADOW = 14;

export const createHost = (stage: Stage, box: LaneBox): Host => {
  const { scene, still } = stage;
  const { monitor, tray } = box;
  const [w, h] = [monitor.w, monitor.h];
  const foot = (tray?.y ?? box.area.y + box.area.h) - monitor.y - monitor.h;
  const { frame, chin } = bezelOf(w, h);
  const screen = { w: w - 2 * frame, h: h - frame - chin };
  const screenY = -h / 2 + frame + screen.h / 2;
  const node = scene.add.container(monitor.x + w / 2, monitor.y + h / 2);
  const head = scene.add.container(0, 0);
  node.add(head);

  const quarters = createQuarters(stage, w, h);
  const casing = repaintable(
    stage,
    { x: 0, y: foot / 2, w: w + 2 * SHADOW, h: h + foot + 2 * SHADOW },
    (image) => head.addAt(image, 0),
  );
  const glass = repaintable(stage, { x: 0, y: screenY, ...screen }, (image) => head.addAt(image, 1));
  const eyeSize = Math.min(screen.h * 0.26, screen.w * 0.16);
  const eyeY = -h / 2 + frame + screen.h * 0.27;
  const eyes = (hasFace(screen.h) ? [-1, 1] : []).map((side) => {
    const spot = { x: side * eyeSize * 0.95, y: eyeY, w: eyeSize, h: eyeSize };
    return repaintable(stage, spot, (image) => head.add(image));
  });
  const white = paintImage(stage, screen.w, screen.h, (pen, sw, sh) => {
    pen.fillStyle = '#ffffff';
    roundRect(pen, 0, 0, sw, sh, Math.min(sw, sh) * 0.1);
    pen.fill();
  })
    .setPosition(0, screenY)
    .setAlpha(0);
  const dark = paintImage(stage, screen.w, screen.h, (pen, sw, sh) => {
    pen.fillStyle = '#05070f';
    roundRect(pen, 0, 0, sw, sh, Math.min(sw, sh) * 0.1);
    pen.fill();
  })
    .setPosition(0, screenY)
    .setAlpha(0);
  head.add([white, dark]);
  node.add(quarters.node);
  const drawer =
    tray === null
      ? null
      : repaintable(
          stage,
          { x: tray.x + tray.w / 2 - node.x, y: tray.y + tray.h / 2 - node.y, w: tray.w, h: tray.h },
          (image) => node.add(image),
        );
  const glassSize = Math.max(18, chin * 1.2);
  const hourglass = createHourglass(stage, glassSize);
  hourglass.node.setPosition(w / 2 - frame - glassSize * 0.5, h / 2 - chin * 0.5);
  node.add(hourglass.node);

  let blink: Phaser.Time.TimerEvent | null = null;
  let glance: Phaser.Time.TimerEvent | null = null;
  let waiting = false;
  /** The eyes turn: to the wire (1), ahead (0), or away from it (-1). */
  const look = (side: number): void => {
    if (still) return;
    eyes.forEach((eye, i) => {
      const x = (i === 0 ? -1 : 1) * eyeSize * 0.95 + side * eyeSize * 0.3;
      scene.tweens.add({ targets: eye.image(), x, duration: 260, ease: 'Sine.InOut' });
    });
  };
  if (!still) {
    blink = scene.time.addEvent({
      delay: 3400 + Math.random() * 1600,
      loop: true,
      callback: () => {
        const targets = eyes.map((eye) => eye.image());
        const full = 1 / stage.pixelRatio;
        scene.tweens.add({ targets, scaleY: full * 0.08, duration: 70, yoyo: true, hold: 40 });
      },
    });
    glance = scene.time.addEvent({
      delay: 2600 + Math.random() * 900,
      loop: true,
      callback: () => look(waiting ? 1 : Math.round(Math.random() * 2 - 1)),
    });
  }
  node.once('destroy', () => {
    blink?.remove();
    glance?.remove();
  });

  return {
    node,
    show: (lane, name, application) => {
      const { state } = lane.tcb;
      const mood = moodOf(state, lane.over);
      casing.repaint(name, paintMonitor(INK.mine, INK.mineDeep, name, SHADOW, foot));
      glass.repaint(`${state} ${mood.eyes} ${mood.mouth}`, paintScreen(state, mood));
      for (const eye of eyes) {
        eye.repaint(`${mood.eyes} ${STATE_INK[state]}`, paintEye(mood.eyes, STATE_INK[state]));
      }
      if (waiting !== (lane.prompt !== null)) {
        waiting = lane.prompt !== null;
        look(waiting ? 1 : 0);
      }
      head.bringToTop(white).bringToTop(dark);
      const { unsent } = lane.tcb;
      drawer?.repaint(
        `${application} ${unsent} ${lane.received}`,
        paintTray(application, lane.received, unsent),
      );
      hourglass.show(lane.tcb.unacknowledged.length > 0 && lane.over === null);
      quarters.show(lane.timeWait);
    },
    bump: () => {
      if (still) return;
      scene.tweens.add({ targets: node, angle: -1.6, duration: 70, yoyo: true, ease: 'Sine.Out' });
    },
    flash: () => {
      white.setAlpha(still ? 0 : 0.75);
      scene.tweens.add({ targets: white, alpha: 0, duration: 520, ease: 'Quad.Out' });
      if (!still) {
        scene.tweens.add({ targets: head, scale: 1.035, duration: 120, yoyo: true, ease: 'Sine.Out' });
      }
    },
    crash: () => {
      dark.setAlpha(0.95);
      scene.tweens.add({ targets: dark, alpha: 0, delay: 900, duration: 500 });
      if (!still) scene.tweens.add({ targets: head, angle: 3, duration: 45, yoyo: true, repeat: 5 });
    },
  };
};
