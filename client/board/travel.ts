/** How things move: along the wire, into the host, into the fog, to their end. */
import type Phaser from 'phaser';
import type { LaneBox, Point } from './layout.ts';
import type { Stage } from './paint.ts';
import { alongWire } from './wire.ts';

type Thing = Phaser.GameObjects.Image | Phaser.GameObjects.Container;

export const DEPART_MS = 1200;
export const ARRIVE_MS = 900;
export const SEEN_STILL_MS = 900;

const done = (thing: Thing, then?: () => void) => (): void => {
  thing.destroy();
  then?.();
};

/** Without motion a thing is just seen for a while. */
const seen = (stage: Stage, thing: Thing, at: Point, then?: () => void): void => {
  thing.setPosition(at.x, at.y);
  stage.scene.time.delayedCall(SEEN_STILL_MS, done(thing, then));
};

/** How far along the wire the middle of the fog is. */
const depthOf = ({ wire, peer }: LaneBox): number =>
  (peer.x + peer.w * 0.45 - wire.from.x) / (wire.to.x - wire.from.x);

/** Leaves my host and fades into the fog; nobody knows whether it will arrive. */
export const depart = (stage: Stage, thing: Phaser.GameObjects.Image, box: LaneBox): void => {
  const { wire, monitor } = box;
  if (stage.still) {
    seen(stage, thing, alongWire(wire, 0.45));
    return;
  }
  const full = thing.scale;
  const deep = depthOf(box);
  const start = { x: monitor.x + monitor.w * 0.62, y: wire.from.y };
  thing.setPosition(start.x, start.y).setScale(full * 0.45);
  stage.scene.tweens.addCounter({
    from: 0,
    to: 1,
    duration: DEPART_MS,
    ease: 'Sine.InOut',
    onUpdate: (tween) => {
      const share = tween.getValue() ?? 0;
      const onWire = alongWire(wire, Math.max(0, ((share - 0.14) / 0.86) * deep));
      const lift = Math.sin(share * Math.PI) * -6;
      thing.setPosition(
        share < 0.14 ? start.x + (wire.from.x - start.x) * (share / 0.14) : onWire.x,
        onWire.y + lift,
      );
      thing.setScale(full * Math.min(1, 0.45 + share * 3.2) * (share > 0.8 ? 1 - (share - 0.8) * 0.7 : 1));
      thing.setAlpha(share > 0.72 ? Math.max(0, 1 - (share - 0.72) / 0.28) : 1);
      thing.setAngle(Math.sin(share * Math.PI * 2) * 3);
    },
    onComplete: done(thing),
  });
};

/** Comes out of the fog to a place before my host, and lands with a small bounce. */
export const arrive = (stage: Stage, thing: Thing, box: LaneBox, to: Point, land: () => void): void => {
  if (stage.still) {
    thing.setPosition(to.x, to.y);
    land();
    return;
  }
  const full = thing.scale;
  const { wire } = box;
  const from = alongWire(wire, depthOf(box));
  thing.setPosition(from.x, from.y).setAlpha(0);
  stage.scene.tweens.addCounter({
    from: 0,
    to: 1,
    duration: ARRIVE_MS,
    ease: 'Sine.Out',
    onUpdate: (tween) => {
      if (!thing.active) return;
      const share = tween.getValue() ?? 0;
      const x = from.x + (to.x - from.x) * share;
      const span = wire.to.x - wire.from.x;
      const y = alongWire(wire, Math.min(1, Math.max(0, (x - wire.from.x) / span))).y;
      const settle = share ** 3;
      thing.setPosition(x, y + (to.y - y) * settle - Math.sin(share * Math.PI) * 7);
      thing.setAlpha(Math.min(1, share * 3.4));
      thing.setScale(full * (0.8 + 0.2 * Math.min(1, share * 2)));
      thing.setAngle(Math.sin(share * Math.PI * 2) * -3.5);
    },
    onComplete: () => {
      if (!thing.active) return;
      thing.setAngle(0);
      stage.scene.tweens.add({
        targets: thing,
        scaleX: full * 1.06,
        scaleY: full * 0.93,
        duration: 80,
        yoyo: true,
        ease: 'Sine.Out',
      });
      land();
    },
  });
};

/** Goes into my host. */
export const takeIn = (stage: Stage, thing: Thing, box: LaneBox, then?: () => void): void => {
  if (stage.still) {
    thing.destroy();
    then?.();
    return;
  }
  stage.scene.tweens.killTweensOf(thing);
  stage.scene.tweens.add({
    targets: thing,
    x: box.monitor.x + box.monitor.w * 0.6,
    y: box.wire.from.y,
    scale: thing.scale * 0.35,
    alpha: 0,
    duration: 340,
    ease: 'Quad.In',
    onComplete: done(thing, then),
  });
};

/** Is let fall at the door: the endpoint makes nothing of it. */
export const letFall = (stage: Stage, thing: Thing, drop = 70): void => {
  if (stage.still) {
    stage.scene.time.delayedCall(SEEN_STILL_MS, done(thing));
    return;
  }
  stage.scene.tweens.killTweensOf(thing);
  stage.scene.tweens.add({
    targets: thing,
    y: `+=${drop}`,
    x: '+=26',
    angle: 28,
    alpha: 0,
    duration: 620,
    ease: 'Quad.In',
    onComplete: done(thing),
  });
};

/** Drifts back and fades: nothing is asked any more. */
export const driftAway = (stage: Stage, thing: Thing): void => {
  stage.scene.tweens.killTweensOf(thing);
  stage.scene.tweens.add({
    targets: thing,
    alpha: 0,
    y: stage.still ? thing.y : thing.y - 26,
    duration: stage.still ? 1 : 500,
    onComplete: done(thing),
  });
};
