/** Which "what if" scene is on the screen, and what follows it. */
import type { ReadonlySignal } from '@preact/signals';
import { signal } from '@preact/signals';
import type { Lesson } from '../../shared/levels/catalogue.ts';

export interface OpenScene {
  readonly lesson: Lesson;
  /** Plays the same under the right rule; null where the scene is only looked at. */
  readonly playRight: (() => void) | null;
}

export interface SceneStage {
  readonly open: ReadonlySignal<OpenScene | null>;
  readonly show: (scene: OpenScene) => void;
  readonly close: () => void;
}

export function createSceneStage(): SceneStage {
  const open = signal<OpenScene | null>(null);
  return {
    open,
    show: (scene) => {
      open.value = scene;
    },
    close: () => {
      open.value = null;
    },
  };
}
