/** The scene of the board: puts the pieces where the layout says and shows them the model. */
import Phaser from 'phaser';
import type { Change } from './changes.ts';
import { changesBetween } from './changes.ts';
import type { Fog } from './fog.ts';
import { createFog } from './fog.ts';
import type { LanePiece } from './lane-piece.ts';
import { createLanePiece } from './lane-piece.ts';
import { layoutBoard } from './layout.ts';
import type { BoardModel, BoardSounds } from './model.ts';
import type { NumberLines } from './number-line.ts';
import { createNumberLines } from './number-line.ts';
import type { Stage } from './paint.ts';

/** More news than this at once is a jump, not a play: the new state is just shown. */
const JUMP = 12;
const MARKS = ['①', '②'] as const;

interface Pieces {
  readonly lanes: readonly LanePiece[];
  readonly fog: Fog;
  readonly lines: NumberLines;
}

export class BoardScene extends Phaser.Scene {
  private model: BoardModel;
  private readonly sounds: BoardSounds;
  private size: { w: number; h: number; ratio: number };
  private pieces: Pieces | null = null;

  constructor(model: BoardModel, size: { w: number; h: number; ratio: number }, sounds: BoardSounds) {
    super({ key: 'board' });
    this.model = model;
    this.size = size;
    this.sounds = sounds;
  }

  create(): void {
    this.build();
  }

  take(model: BoardModel): void {
    const before = this.model;
    this.model = model;
    if (this.pieces === null) return;
    if (before.lanes.length !== model.lanes.length || before.reducedMotion !== model.reducedMotion) {
      this.build();
      return;
    }
    const changes = document.hidden ? [] : changesBetween(before.lanes, model.lanes);
    const continued = model.lanes.every(
      (lane, i) => lane.trail.length >= (before.lanes[i]?.trail.length ?? 0),
    );
    if (!continued || document.hidden || changes.length > JUMP) {
      this.build();
      return;
    }
    this.play(changes, this.pieces);
  }

  refuse(lane: number, flags: number): void {
    this.pieces?.lanes[lane]?.refuse(flags);
  }

  resizeTo(size: { w: number; h: number; ratio: number }): void {
    this.size = size;
    if (this.pieces !== null) this.build();
  }

  private build(): void {
    this.tweens.killAll();
    this.time.removeAllEvents();
    for (const child of this.children.getAll()) child.destroy();
    const { w, h, ratio } = this.size;
    this.cameras.main
      .setSize(w * ratio, h * ratio)
      .setOrigin(0, 0)
      .setZoom(ratio);
    const { model } = this;
    const stage: Stage = { scene: this, pixelRatio: ratio, still: model.reducedMotion };
    const layout = layoutBoard(w, h, model.lanes.length);
    const fog = createFog(stage, layout);
    fog.back.setDepth(5);
    fog.front.setDepth(50);
    const lanes = layout.lanes.map((box) => createLanePiece(stage, box, layout.card, model, this.sounds));
    const lines = createNumberLines(stage, layout.lines);
    lines.node.setDepth(30);
    this.pieces = { lanes, fog, lines };
    this.show(this.pieces, true);
  }

  private show(pieces: Pieces, standing: boolean): void {
    const { lanes, litLane, names, peerPresence, labels } = this.model;
    lanes.forEach((lane, i) => {
      pieces.lanes[i]?.show(lane, this.model, lanes.length === 1 || i === litLane, standing);
    });
    const lit = lanes[litLane] ?? lanes[0];
    if (lit !== undefined) pieces.lines.show(lit, labels, lanes.length > 1 ? (MARKS[litLane] ?? null) : null);
    pieces.fog.show(lanes, names.peer, peerPresence, labels);
    pieces.fog.thin(lanes.some(({ over }) => over === 'goal' || over === 'finished'));
  }

  /** News first, where they concern something that has yet to come; then what stands. */
  private play(changes: readonly Change[], pieces: Pieces): void {
    const lastArrival = (lane: number): number =>
      changes.findLastIndex(
        (c) => c.lane === lane && c.kind === 'arrival' && c.to === 'host' && c.from === 'fog',
      );
    let wait = 0;
    pieces.lanes.forEach((piece, lane) => {
      const mine = changes.filter((change) => change.lane === lane);
      piece.animate(mine);
      if (lastArrival(lane) >= 0 && !this.model.reducedMotion) wait = 800;
    });
    if (wait === 0) this.show(pieces, false);
    else {
      this.time.delayedCall(wait, () => {
        if (this.pieces === pieces) this.show(pieces, false);
      });
    }
  }
}
