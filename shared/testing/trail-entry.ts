/** An entry of a trail, complete: what a test says of it, and otherwise a CLOSE in ESTABLISHED that nothing came of. */
import type { TrailEntry } from '../engine/match/view.ts';

export const trailEntry = (more: Partial<TrailEntry>): TrailEntry => ({
  index: 0,
  event: { kind: 'close' },
  by: 'player',
  prompt: 1,
  answer: null,
  joined: false,
  before: 'ESTABLISHED',
  after: 'ESTABLISHED',
  delivered: 0,
  notes: [],
  refusals: [],
  ...more,
});
