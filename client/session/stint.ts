/**
 * A stint is the time during which connection and seat stay the same. A question belongs to one: it is asked until it
 * is answered, by one asker at a time, and given up when the next stint begins.
 */
import type { Answer } from '../net/connection.ts';
import type { Passes } from './persist.ts';
import { passes, persist } from './persist.ts';

export interface Stint {
  readonly beginNext: () => void;
  /** Null if the stint is over, or if this topic is being asked about already. */
  ask<T>(topic: string, request: () => Promise<Answer<T>>, isPassing?: Passes): Promise<Answer<T> | null>;
}

export function createStint(): Stint {
  // A set of its own for every stint: its identity tells them apart.
  let topics = new Set<string>();

  return {
    beginNext: () => {
      topics = new Set();
    },
    ask: async (topic, request, isPassing = passes) => {
      const mine = topics;
      if (mine.has(topic)) return null;
      mine.add(topic);
      try {
        return await persist(request, () => topics === mine, isPassing);
      } finally {
        mine.delete(topic);
      }
    },
  };
}
