/** Notes of segments that were let in: whatever was refused may come from anybody (RFC 9293 §3.10.7). */
import type { Note } from '../tcp/note.ts';

export const SYN_LET_IN: ReadonlySet<Note> = new Set<Note>([
  'listen/syn',
  'syn-sent/syn-ack',
  'syn-sent/crossed-syn',
]);

export const LET_IN_AFTER_SYN: ReadonlySet<Note> = new Set<Note>([
  'ack/established',
  'ack/advanced',
  'ack/duplicate',
  'text/delivered',
  'text/held',
  'fin/reached',
]);
