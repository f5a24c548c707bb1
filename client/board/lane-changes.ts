/** How each change of a lane is played: which pieces move, and how long the next change waits for it. */
import { signOfMinutes } from '../../shared/i18n/sign-of-minutes.ts';
import type { BubbleFace } from './bubble.ts';
import { createBubble } from './bubble.ts';
import type { CardSize } from './card.ts';
import { burn } from './card-ends.ts';
import { createCard, faceOf } from './card.ts';
import { celebrate } from './celebration.ts';
import type { Change } from './changes.ts';
import { createDamagedCard } from './damaged-card.ts';
import type { Door } from './door.ts';
import { bubbleSizeOf } from './door.ts';
import type { Host } from './host.ts';
import type { LaneBox } from './layout.ts';
import type { BoardLabels, BoardSounds } from './model.ts';
import type { Stage } from './paint.ts';
import { INK } from './palette.ts';
import { ARRIVE_MS, arrive, depart, driftAway, letFall, takeIn } from './travel.ts';
import type { Wire } from './wire.ts';
import { alongWire } from './wire.ts';

export interface LaneParts {
  readonly stage: Stage;
  readonly box: LaneBox;
  readonly card: CardSize;
  readonly host: Host;
  readonly wire: Wire;
  readonly door: Door;
  readonly sounds: BoardSounds;
  readonly labels: () => BoardLabels;
  /** Shows how the lane ended. */
  readonly end: () => void;
}

type Kind<K extends Change['kind']> = Extract<Change, { kind: K }>;

/** How long the change after this one waits. */
export const spanOf = (change: Change, still: boolean): number => {
  if (still) return 0;
  switch (change.kind) {
    case 'arrival':
      if (change.to === 'queue') return 0;
      return change.from === 'queue' ? 260 : ARRIVE_MS;
    case 'checksum':
      return ARRIVE_MS + 200;
    case 'departure':
      return 300;
    case 'call':
    case 'timer':
      return change.to === 'queue' ? 0 : 420;
    case 'settled':
    case 'withdrawn':
      return 150;
    case 'crash':
    case 'pass':
      return 700;
    case 'state':
    case 'over':
    default:
      return 0;
  }
};

/** A few words beside something, for a while. */
const remark = (parts: LaneParts, text: string, color: string, x: number, y: number): void => {
  const { stage, box, card } = parts;
  const face: BubbleFace = { kind: 'note', text, color };
  const flag = createBubble(stage, face, parts.labels(), bubbleSizeOf(card) * 0.9).setDepth(47);
  flag.setPosition(x, Math.max(y, box.area.y + flag.displayHeight / 2 - 8));
  stage.scene.time.delayedCall(1600, () => driftAway(stage, flag));
};

const playArrival = (parts: LaneParts, change: Kind<'arrival'>): void => {
  if (change.to === 'queue') return;
  const { stage, box, card, door, host, sounds } = parts;
  const thing = createCard(stage, faceOf(change.segment, parts.labels().data), card).setDepth(42);
  const at = door.placeOf(thing);
  const stays = change.to === 'door';
  if (stays) door.put(thing);
  const land = (): void => {
    sounds('land');
    if (stays) door.sway(thing);
    else if (change.dropped || stage.still) letFall(stage, thing);
    else {
      host.bump();
      takeIn(stage, thing, box);
    }
  };
  if (change.from === 'fog') {
    sounds('arrive');
    arrive(stage, thing, box, at, land);
    return;
  }
  thing.setPosition(at.x + card.w * 0.3, at.y - card.h * 0.26);
  if (stage.still) {
    thing.setPosition(at.x, at.y);
    land();
  } else stage.scene.tweens.add({ targets: thing, ...at, duration: 240, ease: 'Back.Out', onComplete: land });
};

const playDeparture = (parts: LaneParts, change: Kind<'departure'>): void => {
  const { stage, box, card, sounds } = parts;
  const thing = createCard(stage, faceOf(change.segment, parts.labels().data, change.again), card).setDepth(
    40,
  );
  if (!change.late) {
    sounds('depart');
    depart(stage, thing, box);
    return;
  }
  sounds('burn');
  const at = alongWire(box.wire, 0.36);
  burn(stage, thing, at);
  remark(parts, parts.labels().late, '#ff9a62', at.x + card.w * 0.2, at.y - card.h * 0.74);
};

/** Something of the application or of the clock comes up from the drawer. */
const playBubble = (parts: LaneParts, face: BubbleFace, stays: boolean): void => {
  const { stage, box, card, door } = parts;
  const { scene, still } = stage;
  const thing = createBubble(stage, face, parts.labels(), bubbleSizeOf(card)).setDepth(44);
  const at = door.placeOf(thing);
  if (stays) door.put(thing);
  const there = (): void => {
    if (stays) door.sway(thing);
    else scene.time.delayedCall(still ? 900 : 480, () => driftAway(stage, thing));
  };
  if (still) {
    thing.setPosition(at.x, at.y);
    there();
    return;
  }
  const full = thing.scale;
  const drawer = box.tray ?? box.monitor;
  thing.setPosition(drawer.x + drawer.w * 0.5, drawer.y + drawer.h / 2).setScale(full * 0.3);
  scene.tweens.add({
    targets: thing,
    ...at,
    scale: full,
    duration: 460,
    ease: 'Back.Out',
    onComplete: there,
  });
};

const playDamage = (parts: LaneParts): void => {
  const { stage, box, card, sounds } = parts;
  const { node, left, right } = createDamagedCard(stage, card);
  node.setDepth(42);
  sounds('arrive');
  arrive(stage, node, box, box.door, () => {
    sounds('tear');
    remark(parts, parts.labels().damaged, '#ff9aa4', box.door.x + card.w * 0.2, box.door.y - card.h * 0.76);
    const pace = stage.still ? { delay: 900, duration: 1 } : { delay: 260, duration: 750 };
    const drop = { y: 80, alpha: 0, ...pace, ease: 'Quad.In' };
    stage.scene.tweens.add({ targets: left, x: -34, angle: -34, ...drop });
    stage.scene.tweens.add({ targets: right, x: 34, angle: 38, ...drop, onComplete: () => node.destroy() });
  });
};

const playSettled = (parts: LaneParts, change: Kind<'settled'>): void => {
  const thing = parts.door.take();
  if (thing === null) return;
  if (change.dropped) letFall(parts.stage, thing);
  else takeIn(parts.stage, thing, parts.box);
};

export const playChange = (parts: LaneParts, change: Change): void => {
  const { sounds, host, wire, door, stage } = parts;
  switch (change.kind) {
    case 'arrival':
      playArrival(parts, change);
      break;
    case 'departure':
      playDeparture(parts, change);
      break;
    case 'settled':
      playSettled(parts, change);
      break;
    case 'withdrawn': {
      const thing = door.take();
      if (thing !== null) driftAway(stage, thing);
      break;
    }
    case 'call':
    case 'timer':
      if (change.to === 'queue') break;
      sounds(change.kind);
      playBubble(parts, change, change.to === 'door');
      break;
    case 'checksum':
      playDamage(parts);
      break;
    case 'crash':
      sounds('crash');
      host.crash();
      playBubble(parts, { kind: 'crash' }, false);
      break;
    case 'pass':
      sounds('timer');
      playBubble(parts, { kind: 'note', text: signOfMinutes(change.minutes), color: INK.gold }, false);
      break;
    case 'state':
      sounds('state');
      host.flash();
      break;
    case 'over':
      parts.end();
      if (change.end === 'goal' || change.end === 'finished') {
        sounds('celebrate');
        celebrate(stage, parts.box);
      } else {
        sounds('break');
        wire.snap();
      }
      break;
  }
};
