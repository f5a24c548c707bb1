/** The page's time: Unix ms that never step back while the page lives, and wake-ups by it. */
export interface PageClock {
  now(): number;
  /** Calls once, so much later, unless the returned function is called first. */
  after(ms: number, work: () => void): () => void;
}

/** A browser's timers take no more, ms. */
const LONGEST_TIMER = 2 ** 31 - 1;

export function createPageClock(): PageClock {
  return {
    now: () => Math.trunc(performance.timeOrigin + performance.now()),
    after: (ms, work) => {
      const timer = setTimeout(work, Math.max(0, Math.min(ms, LONGEST_TIMER)));
      return () => clearTimeout(timer);
    },
  };
}
