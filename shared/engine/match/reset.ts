/** Connections that ended by a reset (RFC 9293 §3.5.3, §3.10.7.3). */
import type { LaneSeat } from './state.ts';
import type { TrailEntry } from './view.ts';

/** What brought the seat's connection to its end; undefined if no reset did. */
export const resetOf = ({ trail }: Pick<LaneSeat, 'trail'>): TrailEntry | undefined =>
  trail.find(({ notes }) => notes.includes('reset/exact') || notes.includes('syn-sent/reset'));
