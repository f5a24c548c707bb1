/** Whether an answer deals with something that went wrong, not with the ordinary course of a connection. */
import type { Alternative } from '../tcp/alternatives.ts';
import type { Note } from '../tcp/note.ts';
import type { Queued } from './state.ts';

const TROUBLE: ReadonlySet<Note> = new Set<Note>([
  'closed/reset',
  'listen/reset-ack',
  'syn-sent/unacceptable-ack',
  'segment/unacceptable',
  'segment/duplicate-syn',
  'reset/outside-window',
  'reset/challenged',
  'syn/challenged',
  'ack/unacceptable',
  'ack/reset',
  'text/held',
  'time-wait/restarted',
  'timer/retransmitted',
]);

export const troubleIn = ({ outcomes }: Alternative, queue: readonly Queued[]): boolean =>
  queue[0]?.kind === 'timeout' || outcomes.some(({ notes }) => notes.some((note) => TROUBLE.has(note)));
