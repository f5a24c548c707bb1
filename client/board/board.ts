/** The board of a match, drawn with Phaser: it shows views and decides nothing. */
import { CANVAS, Core, Game, Scale, WEBGL } from 'phaser';
import type { BoardSize } from './board-scene.ts';
import { BoardScene } from './board-scene.ts';
import type { Board, BoardModel, BoardSounds } from './model.ts';

export type { Board, BoardCue, BoardLabels, BoardModel, BoardSounds, CallName, Presence } from './model.ts';

const sizeOf = (element: HTMLElement): BoardSize => ({
  w: Math.max(1, element.clientWidth),
  h: Math.max(1, element.clientHeight),
  ratio: Math.min(3, Math.max(1, window.devicePixelRatio)),
});

/** A holder that never pushes its parent wider or taller. */
const createHolder = (parent: HTMLElement): HTMLElement => {
  const holder = document.createElement('div');
  holder.setAttribute('aria-hidden', 'true');
  holder.style.cssText = 'position:relative;width:100%;height:100%;overflow:hidden;contain:strict;';
  parent.append(holder);
  return holder;
};

const styleCanvas = (canvas: HTMLCanvasElement, { w, h }: BoardSize): void => {
  canvas.style.cssText = `display:block;position:absolute;left:0;top:0;width:${w}px;height:${h}px;`;
};

const pixels = ({ w, h, ratio }: BoardSize): { width: number; height: number } => ({
  width: Math.round(w * ratio),
  height: Math.round(h * ratio),
});

/** Browsers keep few WebGL contexts: one that is done with is given back at once, not when it is collected. */
const giveBack = (canvas: HTMLCanvasElement): void => {
  canvas.getContext('webgl')?.getExtension('WEBGL_lose_context')?.loseContext();
};

let webgl: boolean | null = null;

const hasWebgl = (): boolean => {
  if (webgl !== null) return webgl;
  const probe = document.createElement('canvas');
  webgl = probe.getContext('webgl') !== null;
  if (webgl) giveBack(probe);
  return webgl;
};

export const createBoard = (parent: HTMLElement, model: BoardModel, sounds?: BoardSounds): Board => {
  const holder = createHolder(parent);
  let size = sizeOf(holder);
  const scene = new BoardScene(model, size, sounds ?? (() => undefined));
  // A canvas of its own: Phaser would keep its own for the next game, context and all.
  const canvas = document.createElement('canvas');
  const game = new Game({
    type: hasWebgl() ? WEBGL : CANVAS,
    canvas,
    parent: holder,
    transparent: true,
    banner: false,
    audio: { noAudio: true },
    input: { keyboard: false, mouse: false, touch: false, gamepad: false },
    autoFocus: false,
    // Smoothed, the clock of the scene would run slow on a slow machine, or while another window has the focus.
    fps: { smoothStep: false },
    // One texture in a batch: with more, Phaser 4.2 tears rotated images (phaserjs/phaser issue 7372).
    render: { antialias: true, powerPreference: 'low-power', maxTextures: 1 },
    scale: { mode: Scale.NONE, expandParent: false, zoom: 1 / size.ratio, ...pixels(size) },
    scene,
  });
  const fit = (): void => {
    const now = sizeOf(holder);
    if (now.w === size.w && now.h === size.h && now.ratio === size.ratio) return;
    size = now;
    const { width, height } = pixels(size);
    game.scale.setZoom(1 / size.ratio);
    game.scale.resize(width, height);
    styleCanvas(canvas, size);
    scene.resizeTo(size);
  };
  game.events.once(Core.Events.READY, () => {
    styleCanvas(canvas, size);
    fit();
  });
  const observer = new ResizeObserver(() => {
    if (game.isRunning) fit();
  });
  observer.observe(holder);
  const onWindowResize = (): void => {
    if (game.isRunning) fit();
  };
  window.addEventListener('resize', onWindowResize);
  return {
    update: (next) => scene.take(next),
    refuse: (lane, flags, octets) => scene.refuse(lane, flags, octets),
    destroy: () => {
      observer.disconnect();
      window.removeEventListener('resize', onWindowResize);
      game.events.once(Core.Events.DESTROY, () => {
        if (hasWebgl()) queueMicrotask(() => giveBack(canvas));
      });
      game.destroy(true);
      holder.remove();
    },
  };
};
