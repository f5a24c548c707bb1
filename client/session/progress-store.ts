/** Keeps progress in the browser. What cannot be read is put aside, never thrown away. */
import type { ReadonlySignal } from '@preact/signals';
import { effect, signal } from '@preact/signals';
import { isBranch } from '../net/page-match.ts';
import { isPractice } from './practice.ts';
import type { MatchResult, Progress } from './progress.ts';
import { NO_PROGRESS, recordResult } from './progress.ts';
import { readProgress } from './read-progress.ts';
import type { Session } from './session-shape.ts';

export interface ProgressStore {
  readonly progress: ReadonlySignal<Progress>;
  /** Once for each match, however often it is told. */
  record(result: MatchResult): void;
}

const KEY = 'shake-and-wave.progress';
const unreadableKey = (n: number): string => `${KEY}.unreadable.${String(n)}`;

export function createProgressStore(storage: Storage): ProgressStore {
  /** Throws if storage is full or forbidden. */
  function putAside(text: string): void {
    let n = 1;
    while (storage.getItem(unreadableKey(n)) !== null) n += 1;
    storage.setItem(unreadableKey(n), text);
    storage.removeItem(KEY);
  }

  function load(): Progress {
    try {
      const text = storage.getItem(KEY);
      if (text === null) return NO_PROGRESS;
      const known = readProgress(text);
      if (known === null) putAside(text);
      return known ?? NO_PROGRESS;
    } catch {
      return NO_PROGRESS;
    }
  }

  /** What stands there unread is worth more than one result. */
  function save(next: Progress): void {
    try {
      const text = storage.getItem(KEY);
      if (text === null || readProgress(text) !== null) storage.setItem(KEY, JSON.stringify(next));
    } catch {
      // A browser that forgets is no reason to stop.
    }
  }

  const progress = signal(load());

  /** Another tab may have played meanwhile; if nothing can be kept, this page still knows its own. */
  const newest = (): Progress => {
    const stored = load();
    return stored === NO_PROGRESS ? progress.peek() : stored;
  };

  return {
    progress,
    record: (result) => {
      const before = newest();
      const next = recordResult(before, result);
      progress.value = next;
      if (next !== before) save(next);
    },
  };
}

/** Every debrief that the session shows counts, wherever its match was hosted; a branch begins where another came to. */
export function keepProgress(
  { debrief, seated }: Pick<Session, 'debrief' | 'seated'>,
  store: ProgressStore,
  /** Unix ms. */
  now: () => number,
): void {
  effect(() => {
    const seat = seated.value;
    if (debrief.value === null || seat === null || isBranch(seat.match)) return;
    store.record({
      match: seat.match,
      at: now(),
      seat: seat.seat,
      practice: isPractice(seat),
      debrief: debrief.value,
    });
  });
}
