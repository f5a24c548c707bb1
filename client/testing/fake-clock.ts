/** The page's clock in the hands of a test: time passes when it says so, and wake-ups come in order. */
import type { PageClock } from '../net/page-clock.ts';

export interface FakeClock extends PageClock {
  /** Lets time pass, each wake-up at its own time. */
  pass(ms: number): void;
  /** The page sleeps: time passes and nobody wakes until it is over. */
  sleep(ms: number): void;
  /** The page goes without a word: nothing of it ever wakes again, and then time passes. */
  lose(ms: number): void;
}

interface WakeUp {
  readonly at: number;
  readonly work: () => void;
}

export function createFakeClock(start = 1_000_000): FakeClock {
  let now = start;
  const wakeUps = new Set<WakeUp>();

  function runUntil(end: number): void {
    for (;;) {
      const [first] = [...wakeUps].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (first === undefined) return;
      wakeUps.delete(first);
      now = Math.max(now, first.at);
      first.work();
    }
  }

  return {
    now: () => now,
    after: (ms, work) => {
      const wakeUp = { at: now + Math.max(0, ms), work };
      wakeUps.add(wakeUp);
      return () => wakeUps.delete(wakeUp);
    },
    pass: (ms) => {
      const end = now + ms;
      runUntil(end);
      now = end;
    },
    sleep: (ms) => {
      now += ms;
      runUntil(now);
    },
    lose: (ms) => {
      wakeUps.clear();
      now += ms;
    },
  };
}
