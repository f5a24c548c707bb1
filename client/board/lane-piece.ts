/** One lane on the board: my host, the wire, and what stands at the door. */
import type Phaser from 'phaser';
import type { EventView, LaneView } from '../../shared/engine/match/view.ts';
import type { BubbleFace } from './bubble.ts';
import { createBubble } from './bubble.ts';
import type { CardSize } from './card.ts';
import { createCard, faceOf, faceOfFlags } from './card.ts';
import { celebrate, createHands } from './celebration.ts';
import type { Change } from './changes.ts';
import { createDamagedCard } from './damaged-card.ts';
import { createHost } from './host.ts';
import type { LaneBox } from './layout.ts';
import type { BoardModel, BoardSounds } from './model.ts';
import type { Stage } from './paint.ts';
import { paintImage, roundRect, write } from './paint.ts';
import { INK } from './palette.ts';
import { ARRIVE_MS, arrive, burn, depart, driftAway, letFall, refuseCard, takeIn } from './travel.ts';
import { alongWire, createWire } from './wire.ts';

export interface LanePiece {
  /** The standing state; `replay` is false when it is drawn without what led to it. */
  show(lane: LaneView, model: BoardModel, lit: boolean, standing: boolean): void;
  animate(changes: readonly Change[]): number;
  refuse(flags: number): void;
}

type Thing = Phaser.GameObjects.Image | Phaser.GameObjects.Container;

const faceOfEvent = (event: EventView): BubbleFace | null => {
  switch (event.kind) {
    case 'open':
      return { kind: 'call', call: event.mode === 'active' ? 'open-active' : 'open-passive', octets: 0 };
    case 'send':
      return { kind: 'call', call: 'send', octets: event.text.length };
    case 'close':
    case 'abort':
      return { kind: 'call', call: event.kind, octets: 0 };
    case 'timeout':
      return { kind: 'timer' };
    case 'crash':
      return { kind: 'crash' };
    case 'segment':
    case 'checksum-failure':
    case 'transmit':
      return null;
  }
};

export const createLanePiece = (
  stage: Stage,
  box: LaneBox,
  card: CardSize,
  first: BoardModel,
  sounds: BoardSounds,
): LanePiece => {
  const { scene, still } = stage;
  let { labels } = first;
  const wire = createWire(stage, box);
  wire.node.setDepth(10);
  const host = createHost(stage, box);
  host.node.setDepth(20);
  let hovering: Thing | null = null;
  let hands: Phaser.GameObjects.Container | null = null;
  let sign: Phaser.GameObjects.Image | null = null;
  const behind: Thing[] = [];
  const bubbleSize = Math.max(11, Math.min(card.h * 0.2, 16));

  const hover = (thing: Thing): void => {
    if (still || !thing.active || thing !== hovering) return;
    const sway = { y: thing.y - 5, duration: 900, yoyo: true, repeat: -1, ease: 'Sine.InOut' };
    scene.tweens.add({ targets: thing, ...sway });
  };
  const make = (event: EventView): Thing | null => {
    if (event.kind === 'segment') return createCard(stage, faceOf(event.segment), card).setDepth(42);
    if (event.kind === 'checksum-failure') return createDamagedCard(stage, card).node.setDepth(42);
    const face = faceOfEvent(event);
    return face === null ? null : createBubble(stage, face, labels, bubbleSize).setDepth(44);
  };
  const doorFor = (thing: Thing): { x: number; y: number } => ({
    x:
      thing instanceof Object && 'displayWidth' in thing
        ? box.wire.from.x + thing.displayWidth / 2
        : box.door.x,
    y: box.door.y,
  });
  const rise = (thing: Phaser.GameObjects.Image, then: () => void): void => {
    const to = { x: doorFor(thing).x - 4, y: box.door.y - 4 };
    if (still) {
      thing.setPosition(to.x, to.y);
      then();
      return;
    }
    const full = thing.scale;
    thing.setPosition(box.tray.x + box.tray.w * 0.5, box.tray.y + box.tray.h / 2).setScale(full * 0.3);
    scene.tweens.add({
      targets: thing,
      ...to,
      scale: full,
      duration: 460,
      ease: 'Back.Out',
      onComplete: then,
    });
  };
  const replaceDoor = (thing: Thing | null): void => {
    hovering?.destroy();
    hovering = thing;
  };
  const clearBehind = (): void => {
    for (const thing of behind.splice(0)) thing.destroy();
  };
  const stackUp = (lane: LaneView): void => {
    clearBehind();
    lane.prompt?.queued.slice(0, 3).forEach((event, i) => {
      const thing = make(event);
      if (thing === null) return;
      thing
        .setScale(thing.scale * 0.8)
        .setAlpha(0.85)
        .setDepth(41 - i);
      thing.setPosition(box.door.x + card.w * (0.3 + i * 0.2), box.door.y - card.h * (0.26 + i * 0.12));
      behind.push(thing);
    });
  };

  const shows = (change: Change): number => {
    switch (change.kind) {
      case 'arrival': {
        if (change.to === 'queue') return 0;
        const thing = createCard(stage, faceOf(change.segment), card).setDepth(42);
        const end = box.door;
        if (change.to === 'door') replaceDoor(thing);
        sounds('arrive');
        const land = (): void => {
          sounds('land');
          if (change.to === 'door') hover(thing);
          else if (change.dropped) letFall(stage, thing);
          else {
            host.bump();
            takeIn(stage, thing, box);
          }
        };
        if (change.from === 'queue') {
          thing.setPosition(end.x + card.w * 0.3, end.y - card.h * 0.26);
          if (still) land();
          else
            scene.tweens.add({ targets: thing, ...end, duration: 240, ease: 'Back.Out', onComplete: land });
          return 260;
        }
        arrive(stage, thing, box, end, land);
        return change.to === 'door' ? 200 : ARRIVE_MS + 150;
      }
      case 'settled':
      case 'withdrawn': {
        const thing = hovering;
        hovering = null;
        if (thing === null) return 0;
        if (change.kind === 'withdrawn') driftAway(stage, thing);
        else if (change.dropped) letFall(stage, thing);
        else takeIn(stage, thing, box);
        return 160;
      }
      case 'departure': {
        const thing = createCard(stage, faceOf(change.segment, change.again), card).setDepth(40);
        if (change.late) {
          sounds('burn');
          burn(stage, thing, alongWire(box.wire, 0.3));
          const note: BubbleFace = { kind: 'note', text: labels.late, color: '#ff9a62' };
          const flag = createBubble(stage, note, labels, bubbleSize * 0.9).setDepth(47);
          const at = alongWire(box.wire, 0.3);
          flag.setPosition(at.x + card.w * 0.2, at.y - card.h * 0.72);
          scene.time.delayedCall(1700, () => driftAway(stage, flag));
        } else {
          sounds('depart');
          depart(stage, thing, box);
        }
        return 260;
      }
      case 'call':
      case 'timer': {
        if (change.to === 'queue') return 0;
        const face: BubbleFace = change.kind === 'call' ? change : { kind: 'timer' };
        const thing = createBubble(stage, face, labels, bubbleSize).setDepth(44);
        sounds(change.kind);
        if (change.to === 'door') replaceDoor(thing);
        rise(thing, () => {
          if (change.to === 'door') hover(thing);
          else scene.time.delayedCall(still ? 900 : 420, () => driftAway(stage, thing));
        });
        return 420;
      }
      case 'checksum': {
        const { node, left, right } = createDamagedCard(stage, card);
        node.setDepth(42);
        arrive(stage, node, box, box.door, () => {
          sounds('tear');
          const note: BubbleFace = { kind: 'note', text: labels.damaged, color: '#ff9aa4' };
          const flag = createBubble(stage, note, labels, bubbleSize * 0.9).setDepth(47);
          flag.setPosition(box.door.x + card.w * 0.2, box.door.y - card.h * 0.75);
          scene.time.delayedCall(1500, () => driftAway(stage, flag));
          const [delay, duration, ease] = [still ? 800 : 220, still ? 1 : 700, 'Quad.In'];
          const drop = { y: 76, alpha: 0, delay, duration, ease };
          scene.tweens.add({ targets: left, x: -34, angle: -34, ...drop });
          scene.tweens.add({ targets: right, x: 34, angle: 38, ...drop, onComplete: () => node.destroy() });
        });
        return ARRIVE_MS + 300;
      }
      case 'crash':
        sounds('crash');
        host.crash();
        rise(createBubble(stage, { kind: 'crash' }, labels, bubbleSize).setDepth(44), () => undefined);
        return 700;
      case 'state':
        sounds('state');
        host.flash();
        return 0;
      case 'over':
        if (change.end === 'goal' || change.end === 'finished') {
          sounds('celebrate');
          celebrate(stage, box);
        } else {
          sounds('break');
          wire.snap();
        }
        return 0;
    }
  };

  const paintSign = (text: string, good: boolean): Phaser.GameObjects.Image => {
    const w = Math.min(box.wire.to.x - box.wire.from.x + 10, Math.max(110, text.length * 11 + 30));
    return paintImage(stage, w, 26, (pen, pw, ph) => {
      pen.fillStyle = good ? INK.gold : INK.red;
      roundRect(pen, 0, 0, pw, ph, ph / 2);
      pen.fill();
      const color = good ? '#2a2008' : '#2a060b';
      write(pen, text, pw / 2, ph / 2, { size: 13, weight: 800, color, align: 'center', fit: pw - 20 });
    });
  };
  let ended: string | null = null;
  const showEnd = (lane: LaneView): void => {
    const key = lane.over === null ? null : `${lane.over} ${labels.ends[lane.over]}`;
    if (key === ended) return;
    ended = key;
    hands?.destroy();
    sign?.destroy();
    hands = null;
    sign = null;
    const good = lane.over === 'goal' || lane.over === 'finished';
    wire.show(lane.over !== null && !good);
    if (lane.over === null) return;
    if (lane.over === 'goal' || lane.over === 'finished') hands = createHands(stage, box, lane.over);
    const at = alongWire(box.wire, 0.46);
    sign = paintSign(labels.ends[lane.over], good).setDepth(71);
    sign.setPosition(at.x, box.monitor.y + 15);
  };

  return {
    show: (lane, model, lit, standing) => {
      ({ labels } = model);
      host.show(lane, model.names.me, labels.application);
      const alpha = lit ? 1 : 0.5;
      host.node.setAlpha(lit ? 1 : 0.66);
      wire.node.setAlpha(alpha);
      showEnd(lane);
      stackUp(lane);
      if (standing) {
        const thing = lane.prompt === null ? null : make(lane.prompt.event);
        replaceDoor(thing);
        if (thing !== null) {
          const at = lane.prompt?.event.kind === 'segment' ? box.door : doorFor(thing);
          thing.setPosition(at.x, at.y);
          hover(thing);
        }
      }
    },
    animate: (changes) => {
      let at = 0;
      for (const change of changes) {
        const wait = at;
        const run = (): number => shows(change);
        if (wait === 0) at += run();
        else {
          scene.time.delayedCall(wait, run);
          at += change.kind === 'departure' ? 260 : change.kind === 'arrival' ? ARRIVE_MS : 200;
        }
      }
      return at;
    },
    refuse: (flags) => {
      sounds('refuse');
      const thing = createCard(stage, faceOfFlags(flags), card).setDepth(45);
      refuseCard(stage, thing, alongWire(box.wire, 0.42));
    },
  };
};
