/** The board of a match, drawn with Phaser: it shows views and decides nothing. */
import Phaser from 'phaser';
import { BoardScene } from './board-scene.ts';
import type { Board, BoardModel, BoardSounds } from './model.ts';

export type { Board, BoardCue, BoardLabels, BoardModel, BoardSounds, CallName, Presence } from './model.ts';

const sizeOf = (element: HTMLElement): { w: number; h: number; ratio: number } => ({
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

const giveBack = (canvas: HTMLCanvasElement): void => {
  const gl = canvas.getContext('webgl');
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
};

export const createBoard = (parent: HTMLElement, model: BoardModel, sounds?: BoardSounds): Board => {
  const holder = createHolder(parent);
  let size = sizeOf(holder);
  const scene = new BoardScene(model, size, sounds ?? (() => undefined));
  const game = new Phaser.Game({
    type: Phaser.AUTO,
    parent: holder,
    transparent: true,
    banner: false,
    audio: { noAudio: true },
    input: { keyboard: false, mouse: false, touch: false, gamepad: false },
    autoFocus: false,
    render: { antialias: true, powerPreference: 'low-power' },
    scale: {
      mode: Phaser.Scale.NONE,
      expandParent: false,
      width: size.w * size.ratio,
      height: size.h * size.ratio,
      zoom: 1 / size.ratio,
    },
    scene,
  });
  const styleCanvas = (): void => {
    game.canvas.style.cssText = `display:block;position:absolute;left:0;top:0;width:${size.w}px;height:${size.h}px;`;
  };
  const fit = (): void => {
    const now = sizeOf(holder);
    if (now.w === size.w && now.h === size.h && now.ratio === size.ratio) return;
    size = now;
    game.scale.setZoom(1 / size.ratio);
    game.scale.resize(size.w * size.ratio, size.h * size.ratio);
    styleCanvas();
    scene.resizeTo(size);
  };
  game.events.once(Phaser.Core.Events.READY, styleCanvas);
  const observer = new ResizeObserver(fit);
  observer.observe(holder);
  window.addEventListener('resize', fit);
  return {
    update: (next) => scene.take(next),
    refuse: (lane, flags) => scene.refuse(lane, flags),
    destroy: () => {
      observer.disconnect();
      window.removeEventListener('resize', fit);
      const { canvas } = game;
      game.events.once(Phaser.Core.Events.DESTROY, () => {
        queueMicrotask(() => giveBack(canvas));
      });
      game.destroy(true);
      holder.remove();
    },
  };
};
