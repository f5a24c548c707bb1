/** The place before my host where things wait for an answer. */
import type Phaser from 'phaser';
import type { EventView } from '../../shared/engine/match/view.ts';
import type { BubbleFace } from './bubble.ts';
import { createBubble } from './bubble.ts';
import type { CardSize } from './card.ts';
import { createCard, faceOf } from './card.ts';
import { createDamagedCard } from './damaged-card.ts';
import type { LaneBox, Point } from './layout.ts';
import type { BoardLabels, CallName } from './model.ts';
import type { Stage } from './paint.ts';

export type Thing = Phaser.GameObjects.Image | Phaser.GameObjects.Container;

export interface Door {
  /** Puts something there, in place of what there was. */
  put(thing: Thing): void;
  /** It sways while it waits. */
  sway(thing: Thing): void;
  /** Hands out what stood there. */
  take(): Thing | null;
  /** Shows what waits there, at once. */
  stand(event: EventView | null, labels: BoardLabels): void;
  /** Shows what waits behind. */
  stack(events: readonly EventView[], labels: BoardLabels): void;
  /** Whether this lane is not the one that is being answered. */
  dim(on: boolean): void;
  /** Where the middle of a thing comes to be. */
  placeOf(thing: Thing): Point;
}

export const bubbleSizeOf = (card: CardSize): number => Math.max(11, Math.min(card.h * 0.2, 16));

export const callOf = (event: EventView): { call: CallName; octets: number } | null => {
  if (event.kind === 'open') {
    return { call: event.mode === 'active' ? 'open-active' : 'open-passive', octets: 0 };
  }
  if (event.kind === 'send') return { call: 'send', octets: event.text.length };
  if (event.kind === 'close' || event.kind === 'abort') return { call: event.kind, octets: 0 };
  return null;
};

const bubbleOf = (event: EventView): BubbleFace | null => {
  const call = callOf(event);
  if (call !== null) return { kind: 'call', ...call };
  if (event.kind === 'timeout') return { kind: 'timer', timer: event.timer };
  return event.kind === 'crash' ? { kind: 'crash' } : null;
};

const DIMMED = 0xa4abc4;

export const createDoor = (stage: Stage, box: LaneBox, card: CardSize): Door => {
  const { scene, still } = stage;
  let standing: Thing | null = null;
  let dimmed = false;
  const behind: Thing[] = [];

  const make = (event: EventView, labels: BoardLabels): Thing | null => {
    if (event.kind === 'segment') return createCard(stage, faceOf(event.segment, labels.data), card);
    if (event.kind === 'checksum-failure') return createDamagedCard(stage, card).node;
    const face = bubbleOf(event);
    return face === null ? null : createBubble(stage, face, labels, bubbleSizeOf(card));
  };
  const shade = (thing: Thing | null): void => {
    if (thing === null || !('setTint' in thing)) return;
    if (dimmed) thing.setTint(DIMMED);
    else thing.clearTint();
  };
  const placeOf = (thing: Thing): Point => {
    const half = 'displayWidth' in thing ? Math.max(thing.displayWidth / 2 - 6, 20) : card.w / 2;
    return { x: Math.round(box.wire.from.x + half), y: box.door.y };
  };
  const door: Door = {
    placeOf,
    put: (thing) => {
      standing?.destroy();
      standing = thing.setDepth(43);
      shade(thing);
    },
    sway: (thing) => {
      if (still || !thing.active || thing !== standing) return;
      const { y } = placeOf(thing);
      scene.tweens.add({
        targets: thing,
        y: { from: thing.y, to: y - 5 },
        duration: 950,
        yoyo: true,
        repeat: -1,
        ease: 'Sine.InOut',
      });
    },
    take: () => {
      const thing = standing;
      standing = null;
      return thing;
    },
    stand: (event, labels) => {
      standing?.destroy();
      standing = null;
      const thing = event === null ? null : make(event, labels);
      if (thing === null) return;
      const at = placeOf(thing);
      thing.setPosition(at.x, at.y);
      door.put(thing);
      door.sway(thing);
    },
    stack: (events, labels) => {
      for (const thing of behind.splice(0)) thing.destroy();
      for (const [i, event] of events.slice(0, 3).entries()) {
        const thing = make(event, labels);
        if (thing === null) continue;
        thing.setScale(thing.scale * 0.8).setDepth(41 - i);
        thing.setPosition(box.door.x + card.w * (0.34 + i * 0.18), box.door.y - card.h * (0.26 + i * 0.1));
        shade(thing);
        behind.push(thing);
      }
    },
    dim: (on) => {
      dimmed = on;
      for (const thing of [standing, ...behind]) shade(thing);
    },
  };
  return door;
};
