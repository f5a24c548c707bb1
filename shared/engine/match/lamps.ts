/**
 * What this seat has proof of, from nothing but what it sent and what came. A segment that arrives and belongs here
 * proves the way from the peer; one that acknowledges our SYN proves the way to it, and that the peer's SYN was meant
 * for this connection and is no old duplicate (RFC 9293 §3.5).
 */
import type { Note } from '../tcp/note.ts';
import { LET_IN_AFTER_SYN, SYN_LET_IN } from './let-in.ts';
import type { LaneView, TrailEntry } from './view.ts';

export const LAMPS = ['i-send', 'i-receive', 'peer-sends', 'peer-receives', 'no-ghost'] as const;
export type Lamp = (typeof LAMPS)[number];

export type Lamps = { readonly [lamp in Lamp]: boolean };

const DARK: Lamps = Object.freeze({
  'i-send': false,
  'i-receive': false,
  'peer-sends': false,
  'peer-receives': false,
  'no-ghost': false,
});

const LET_IN: ReadonlySet<Note> = new Set<Note>([
  ...SYN_LET_IN,
  ...LET_IN_AFTER_SYN,
  'segment/crossed-syn-ack',
]);

/** It acknowledged what only this connection can have sent. */
const ACKNOWLEDGED: ReadonlySet<Note> = new Set<Note>([
  'syn-sent/syn-ack',
  'ack/established',
  'ack/advanced',
]);

export const lampsOf = ({ trail }: Pick<LaneView, 'trail'>): Lamps => trail.reduce(after, DARK);

function after(lamps: Lamps, { event, notes, after: state }: TrailEntry): Lamps {
  // No connection, no proof: what was known of the last one says nothing of the next.
  if (state === 'CLOSED' || state === 'LISTEN') return DARK;
  if (event.kind !== 'segment' || !notes.some((note) => LET_IN.has(note))) return lamps;
  const heard: Lamps = { ...lamps, 'i-receive': true, 'peer-sends': true };
  return notes.some((note) => ACKNOWLEDGED.has(note))
    ? { ...heard, 'i-send': true, 'peer-receives': true, 'no-ghost': true }
    : heard;
}
