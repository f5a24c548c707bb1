/** The scene of the board: puts the pieces where the layout says and shows them the model. */
import type { Types } from 'phaser';
import { Scene } from 'phaser';
import type { Change } from './changes.ts';
import { changesBetween } from './changes.ts';
import type { Fog } from './fog.ts';
import { createFog } from './fog.ts';
import type { LaneLook, LanePiece } from './lane-piece.ts';
import { createLanePiece } from './lane-piece.ts';
import { layoutBoard } from './layout.ts';
import type { BoardModel, BoardSounds } from './model.ts';
import type { NumberLines } from './number-line.ts';
import { createNumberLines } from './number-line.ts';
import type { Stage } from './paint.ts';

export interface BoardSize {
  readonly w: number;
  readonly h: number;
  /** Device pixels in one CSS pixel. */
  readonly ratio: number;
}

/** More news than this at once is a jump, not a play: the new state is just shown. */
const JUMP = 12;
const MARKS = ['①', '②'] as const;
const KEY: Types.Scenes.SettingsConfig = { key: 'board' };

interface Pieces {
  readonly lanes: readonly LanePiece[];
  readonly fog: Fog;
  readonly lines: NumberLines | null;
}

const looksOf = (model: BoardModel): LaneLook[] => {
  const many = model.lanes.length > 1;
  return model.lanes.map((lane, i) => ({
    lane,
    model,
    lit: !many || i === model.litLane,
    mark: many ? (MARKS[i] ?? '') : '',
  }));
};

export class BoardScene extends Scene {
  private model: BoardModel;
  private size: BoardSize;
  private readonly sounds: BoardSounds;
  private pieces: Pieces | null = null;

  constructor(model: BoardModel, size: BoardSize, sounds: BoardSounds) {
    super(KEY);
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
    if (this.isLeap(before, model)) {
      this.build();
      return;
    }
    const changes = changesBetween(before.lanes, model.lanes);
    if (changes.length > JUMP) this.build();
    else this.play(changes, this.pieces);
  }

  refuse(lane: number, flags: number, octets: number): void {
    if (!document.hidden) this.pieces?.lanes[lane]?.refuse(flags, octets);
  }

  resizeTo(size: BoardSize): void {
    this.size = size;
    if (this.pieces !== null) this.build();
  }

  /** Nothing leads from the one to the other that could be shown. */
  private isLeap(before: BoardModel, after: BoardModel): boolean {
    if (document.hidden || before.reducedMotion !== after.reducedMotion) return true;
    if (before.lanes.length !== after.lanes.length) return true;
    if (before.labels.data !== after.labels.data) return true;
    return after.lanes.some((lane, i) => lane.trail.length < (before.lanes[i]?.trail.length ?? 0));
  }

  private build(): void {
    this.tweens.killAll();
    this.time.removeAllEvents();
    for (const child of this.children.getAll()) child.destroy();
    const { model } = this;
    const { w, h, ratio } = this.size;
    this.cameras.main
      .setSize(w * ratio, h * ratio)
      .setOrigin(0, 0)
      .setZoom(ratio);
    const stage: Stage = { scene: this, pixelRatio: ratio, still: model.reducedMotion };
    const layout = layoutBoard(w, h, model.lanes.length);
    const fog = createFog(stage, layout);
    const looks = looksOf(model);
    const lanes = layout.lanes.flatMap((box, i) => {
      const look = looks[i];
      return look === undefined ? [] : [createLanePiece(stage, box, layout.card, look, this.sounds)];
    });
    const lines = layout.lines === null ? null : createNumberLines(stage, layout.lines);
    this.pieces = { lanes, fog, lines };
    lanes.forEach((piece, i) => {
      const look = looks[i];
      if (look !== undefined) piece.stand(look);
    });
    this.showRest(this.pieces, true);
  }

  private showRest(pieces: Pieces, standing: boolean): void {
    const { lanes, litLane, names, peerPresence, labels } = this.model;
    const lit = lanes[litLane] ?? lanes[0];
    const mark = lanes.length > 1 ? (MARKS[litLane] ?? '') : '';
    if (lit !== undefined) pieces.lines?.show(lit, labels, mark, standing);
    pieces.fog.show(lanes, names.peer, peerPresence, labels);
  }

  private play(changes: readonly Change[], pieces: Pieces): void {
    let wait = 0;
    looksOf(this.model).forEach((look, lane) => {
      const mine = changes.filter((change) => change.lane === lane);
      const shown = pieces.lanes[lane]?.play(look, mine) ?? 0;
      if (mine.length > 0) wait = Math.max(wait, shown);
    });
    if (wait <= 0) {
      this.showRest(pieces, false);
      return;
    }
    this.time.delayedCall(wait, () => {
      if (this.pieces === pieces) this.showRest(pieces, false);
    });
  }
}
