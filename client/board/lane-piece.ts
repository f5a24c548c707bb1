/** One lane on the board: my host, the wire, what stands at the door, and how it ended. */
import type Phaser from 'phaser';
import type { LaneView } from '../../shared/engine/match/view.ts';
import type { CardSize } from './card.ts';
import { refuseCard } from './card-ends.ts';
import { createCard, faceOfFlags } from './card.ts';
import { createHands, createSign } from './celebration.ts';
import type { Change } from './changes.ts';
import { createDoor } from './door.ts';
import { createHost } from './host.ts';
import type { LaneParts } from './lane-changes.ts';
import { playChange, spanOf } from './lane-changes.ts';
import type { LaneBox } from './layout.ts';
import type { BoardModel, BoardSounds } from './model.ts';
import type { Stage } from './paint.ts';
import { alongWire, createWire } from './wire.ts';

export interface LaneLook {
  readonly lane: LaneView;
  readonly model: BoardModel;
  readonly lit: boolean;
  /** ① or ②; empty when there is one lane. */
  readonly mark: string;
}

export interface LanePiece {
  /** Draws the standing state without what led to it. */
  stand(look: LaneLook): void;
  /** Plays what happened and comes to the new state; tells when that is, in ms from now. */
  play(look: LaneLook, changes: readonly Change[]): number;
  refuse(flags: number, octets: number): void;
}

/** Further behind than this, the lane leaps to its new state. */
const PATIENCE_MS = 3000;

export const createLanePiece = (
  stage: Stage,
  box: LaneBox,
  card: CardSize,
  first: LaneLook,
  sounds: BoardSounds,
): LanePiece => {
  const { scene, still } = stage;
  let look = first;
  /** Fires when all that was to be played has been; the clock of the scene is not that of the world. */
  let busy: Phaser.Time.TimerEvent | null = null;
  const pending: Phaser.Time.TimerEvent[] = [];
  const wire = createWire(stage, box);
  wire.node.setDepth(10);
  const host = createHost(stage, box);
  host.node.setDepth(20);
  const door = createDoor(stage, box, card);

  let ended: string | null = null;
  const tokens: Phaser.GameObjects.GameObject[] = [];
  const end = (): void => {
    const { over } = look.lane;
    const words = look.model.labels.ends;
    const key = over === null ? null : `${over} ${words[over]}`;
    if (key === ended) return;
    ended = key;
    for (const token of tokens.splice(0)) token.destroy();
    const good = over === 'goal' || over === 'finished';
    wire.show(over !== null && !good);
    if (over === null) return;
    if (good) tokens.push(...createHands(stage, box, over));
    tokens.push(createSign(stage, box, words[over], good));
  };
  const parts: LaneParts = {
    stage,
    box,
    card,
    host,
    wire,
    door,
    sounds,
    labels: () => look.model.labels,
    end,
  };

  const showNow = (): void => {
    const { lane, model, lit, mark } = look;
    host.show(lane, `${mark} ${model.names.me}`.trim(), model.labels.application);
    host.node.setAlpha(lit ? 1 : 0.62);
    wire.node.setAlpha(lit ? 1 : 0.45);
    door.stack(lane.prompt?.queued ?? [], model.labels);
    door.dim(!lit);
    if (ended !== null || lane.over === null) end();
  };
  const later = (delay: number, run: () => void): void => {
    if (delay <= 0) run();
    else pending.push(scene.time.delayedCall(delay, run));
  };
  /** All has been played: nothing stands at the door that is not asked for. */
  const rest = (): void => {
    busy = null;
    pending.length = 0;
    if (look.lane.prompt === null) door.take()?.destroy();
  };
  const stand = (now: LaneLook): void => {
    look = now;
    for (const event of pending.splice(0)) event.remove();
    busy?.remove();
    busy = null;
    showNow();
    end();
    door.stand(now.lane.prompt?.event ?? null, now.model.labels);
  };
  return {
    stand,
    play: (now, changes) => {
      look = now;
      const before = busy === null ? 0 : busy.getRemaining();
      if (before > PATIENCE_MS) {
        stand(now);
        return 0;
      }
      door.stack(now.lane.prompt?.queued ?? [], now.model.labels);
      let at = before;
      let showAt = before;
      for (const change of changes) {
        later(at, () => playChange(parts, change));
        if (change.kind === 'arrival' && change.to === 'host') showAt = at + spanOf(change, still);
        at += spanOf(change, still);
      }
      later(showAt, showNow);
      if (at > 0) {
        busy?.remove();
        busy = scene.time.delayedCall(at, rest);
      }
      return showAt;
    },
    refuse: (flags, octets) => {
      sounds('refuse');
      refuseCard(
        stage,
        createCard(stage, faceOfFlags(flags, octets, look.model.labels.data), card),
        alongWire(box.wire, 0.42),
      );
    },
  };
};
