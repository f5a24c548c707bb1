/** The level check in the page: a worker plays the level, for a bounded time. */
import type { LessonReport, Thoroughness } from '../../shared/level-check/check-lesson.ts';
import type { LevelFile } from '../../shared/levels/schema.ts';

/** Enough to find what is wrong with a lesson, in half a second or so; `npm run levels` is more thorough. */
export const IN_PAGE: Thoroughness = Object.freeze({ seeds: 20, deepSeeds: 4, states: 3000 });

export interface CheckOrder {
  readonly file: LevelFile;
  readonly how: Thoroughness;
}

/** A level that has not been checked by then has far more in it than a lesson needs, s. */
export const CHECK_WITHIN = 15;

export type CheckOutcome =
  | { readonly kind: 'report'; readonly report: LessonReport }
  | { readonly kind: 'too-slow' }
  | { readonly kind: 'failed' };

/** Tells once how it went, unless it is called off before by the function that it returns. */
export function checkLevel(file: LevelFile, tell: (outcome: CheckOutcome) => void): () => void {
  const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });

  function stop(): void {
    clearTimeout(timer);
    worker.terminate();
  }

  function finish(outcome: CheckOutcome): void {
    stop();
    tell(outcome);
  }

  const timer = setTimeout(() => finish({ kind: 'too-slow' }), CHECK_WITHIN * 1000);
  worker.addEventListener('message', ({ data }: MessageEvent<LessonReport>) =>
    finish({ kind: 'report', report: data }),
  );
  worker.addEventListener('error', () => finish({ kind: 'failed' }));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
  worker.postMessage({ file, how: IN_PAGE } satisfies CheckOrder);
  return stop;
}
