/** Images painted by code with the 2D canvas, sharp at any pixel ratio. */
import type Phaser from 'phaser';
import { MONO, SANS } from './palette.ts';

export type Pen = CanvasRenderingContext2D;
export type Draw = (pen: Pen, w: number, h: number) => void;

/** What drawn things need from the board they stand on. */
export interface Stage {
  readonly scene: Phaser.Scene;
  readonly pixelRatio: number;
  /** No idle life, no travelling. */
  readonly still: boolean;
}

let painted = 0;

/** An image of w × h CSS pixels with its origin in its middle; its texture goes when it goes. */
export const paintImage = (stage: Stage, w: number, h: number, draw: Draw): Phaser.GameObjects.Image => {
  painted += 1;
  const key = `painted-${painted}`;
  const { scene, pixelRatio } = stage;
  const wide = Math.max(1, Math.ceil(w * pixelRatio));
  const high = Math.max(1, Math.ceil(h * pixelRatio));
  const texture = scene.textures.createCanvas(key, wide, high);
  if (texture !== null) {
    texture.context.scale(pixelRatio, pixelRatio);
    draw(texture.context, w, h);
    texture.refresh();
  }
  const { textures } = scene;
  const image = scene.add.image(0, 0, key).setScale(1 / pixelRatio);
  image.once('destroy', () => {
    if (textures.exists(key)) textures.remove(key);
  });
  return image;
};

/** An image that many others are like: its texture stays as long as the game. */
export const paintShared = (
  stage: Stage,
  name: string,
  size: number,
  draw: Draw,
): Phaser.GameObjects.Image => {
  const { scene, pixelRatio } = stage;
  const key = `shared-${name}-${size}-${pixelRatio}`;
  if (!scene.textures.exists(key)) {
    const side = Math.ceil(size * pixelRatio);
    const texture = scene.textures.createCanvas(key, side, side);
    if (texture !== null) {
      texture.context.scale(pixelRatio, pixelRatio);
      draw(texture.context, size, size);
      texture.refresh();
    }
  }
  return scene.add.image(0, 0, key).setScale(1 / pixelRatio);
};

/** The middle nearest to this one at which the pixels of a texture fall on those of the screen. */
const onPixels = (middle: number, length: number, ratio: number): number =>
  (Math.round(middle * ratio - length / 2) + length / 2) / ratio;

/** A place for an image that is painted anew when what it shows changes. */
export interface Repaintable {
  readonly image: () => Phaser.GameObjects.Image;
  readonly repaint: (content: string, draw: Draw) => boolean;
}

export const repaintable = (
  stage: Stage,
  box: { x: number; y: number; w: number; h: number },
  adopt: (image: Phaser.GameObjects.Image) => void,
): Repaintable => {
  let shown: string | null = null;
  let image = paintImage(stage, 1, 1, () => undefined);
  adopt(image);
  return {
    image: () => image,
    repaint: (content, draw) => {
      if (content === shown) return false;
      shown = content;
      const { alpha, depth } = image;
      image.destroy();
      image = paintImage(stage, box.w, box.h, draw).setAlpha(alpha).setDepth(depth);
      image.setPosition(
        onPixels(box.x, image.frame.width, stage.pixelRatio),
        onPixels(box.y, image.frame.height, stage.pixelRatio),
      );
      adopt(image);
      return true;
    },
  };
};

export const roundRect = (pen: Pen, x: number, y: number, w: number, h: number, radius: number): void => {
  pen.beginPath();
  pen.roundRect(x, y, Math.max(w, 0), Math.max(h, 0), Math.max(0, Math.min(radius, w / 2, h / 2)));
};

export interface Type {
  readonly size: number;
  readonly weight?: number;
  readonly mono?: boolean;
  readonly color: string;
  readonly align?: 'left' | 'center' | 'right';
  /** The text shrinks to this width, down to two thirds of its size; then it is cut. */
  readonly fit?: number;
}

const fontOf = (size: number, type: Type): string =>
  `${type.weight ?? 500} ${size}px ${type.mono === true ? MONO : SANS}`;

/** Draws one line of text, its middle at y; returns its width. */
export const write = (pen: Pen, text: string, x: number, y: number, type: Type): number => {
  pen.textAlign = type.align ?? 'left';
  pen.textBaseline = 'middle';
  pen.fillStyle = type.color;
  pen.font = fontOf(type.size, type);
  let line = text;
  let { width } = pen.measureText(line);
  if (type.fit !== undefined && width > type.fit) {
    const size = Math.max((type.size * type.fit) / width, type.size * 0.66);
    pen.font = fontOf(size, type);
    ({ width } = pen.measureText(line));
    while (width > type.fit + 0.5 && line.length > 1) {
      line = `${line.replace(/…$/u, '').slice(0, -1)}…`;
      ({ width } = pen.measureText(line));
    }
  }
  pen.fillText(line, x, y + type.size * 0.04);
  return width;
};

/** The width a line of text would take. */
export const measure = (pen: Pen, text: string, type: Type): number => {
  pen.font = fontOf(type.size, type);
  return pen.measureText(text).width;
};

export const withShadow = (pen: Pen, color: string, blur: number, dy: number, draw: () => void): void => {
  const ratio = pen.getTransform().a;
  pen.save();
  pen.shadowColor = color;
  pen.shadowBlur = blur * ratio;
  pen.shadowOffsetY = dy * ratio;
  draw();
  pen.restore();
};

export const verticalGradient = (
  pen: Pen,
  y0: number,
  y1: number,
  top: string,
  bottom: string,
): CanvasGradient => {
  const gradient = pen.createLinearGradient(0, y0, 0, y1);
  gradient.addColorStop(0, top);
  gradient.addColorStop(1, bottom);
  return gradient;
};

/** A soft round glow. */
export const paintGlow =
  (color: string, middle = 1): Draw =>
  (pen, w, h) => {
    const gradient = pen.createRadialGradient(w / 2, h / 2, 0, w / 2, h / 2, w / 2);
    const clear = color.replace(/[\d.]+\)$/u, '0)');
    gradient.addColorStop(0, color);
    gradient.addColorStop(Math.min(0.35 * middle, 1), color);
    gradient.addColorStop(1, clear);
    pen.fillStyle = gradient;
    pen.fillRect(0, 0, w, h);
  };
