/** What most lessons begin and end with. */
import type { LevelFile } from './schema.ts';

export type FileConnection = LevelFile['connections'][number];
export type FileItem = FileConnection['script'][number];
export type FileFault = NonNullable<FileConnection['faults']>[number];

type Seat = 'A' | 'B';

export const peerOf = (seat: Seat): Seat => (seat === 'A' ? 'B' : 'A');

/** One seat listens, the other calls, at the same instant. */
export const opening = (opener: Seat): FileItem[] => [
  { id: 'listen', at: peerOf(opener), when: { on: 'start' }, action: { do: 'open', mode: 'passive' } },
  { id: 'connect', at: opener, when: { on: 'start' }, action: { do: 'open', mode: 'active' } },
];

type Question = Extract<FileItem['action'], { readonly do: 'ask' }>['question'];

/** Both players are asked what they know, once all is quiet. What comes `after` the second waits for both answers. */
export const askBoth = (
  question: Question,
  after: string,
  [one, other]: readonly [FileItem['at'], FileItem['at']] = ['A', 'B'],
): FileItem[] => [
  { id: `${question}-1`, at: one, when: { on: 'lane-quiet' }, after, action: { do: 'ask', question } },
  { id: `${question}-2`, at: other, when: { on: 'lane-quiet' }, after, action: { do: 'ask', question } },
];

/** Whoever the seed has chosen closes once all is quiet. */
export const closeFirst = (after: string): FileItem => ({
  id: 'close-first',
  at: 'first-closer',
  when: { on: 'lane-quiet' },
  after,
  action: { do: 'close' },
});

export const closeSecond = (when: FileItem['when'], after: string): FileItem => ({
  id: 'close-second',
  at: 'second-closer',
  when,
  after,
  action: { do: 'close' },
});

/** The second closer's CLOSE comes after its ACK, so that it cannot merge. */
export const fourWaves = (after: string): FileItem[] => [
  closeFirst(after),
  closeSecond({ on: 'my-ack-settled', of: 'fin' }, 'close-first'),
];

/**
 * The connection's last segment is lost. The first pure ACK of a FIN is the second closer's, the second the first
 * closer's.
 */
export const lastAckLost: FileFault = {
  match: { flags: 'ACK', text: false, acknowledgesFin: true },
  nth: 2,
  action: { kind: 'drop' },
};
