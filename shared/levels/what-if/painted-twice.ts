/** Two connections of one pair of ports, one after the other, and a segment of the first that is still under way. */
import type { FileConnection, FileItem } from '../script.ts';
import { opening } from '../script.ts';

const after = (item: string): Pick<FileItem, 'when' | 'after'> => ({ when: { on: 'closed' }, after: item });

/**
 * "red!" is said in the first and "blue" in the second. `between` ends the first; the two names say which of its items
 * the second listens and calls after.
 */
export const paintedTwice = (
  between: readonly FileItem[],
  listensAfter: string,
  callsAfter: string,
): FileConnection => ({
  script: [
    ...opening('A'),
    { id: 'paint', at: 'A', when: { on: 'established' }, action: { do: 'send', text: 'red!' } },
    ...between,
    { id: 'listen-again', at: 'B', ...after(listensAfter), action: { do: 'open', mode: 'passive' } },
    { id: 'connect-again', at: 'A', ...after(callsAfter), action: { do: 'open', mode: 'active' } },
    {
      id: 'repaint',
      at: 'A',
      when: { on: 'established' },
      after: 'connect-again',
      action: { do: 'send', text: 'blue' },
    },
    {
      id: 'old-segment',
      at: 'B',
      when: { on: 'established' },
      after: 'listen-again',
      action: { do: 'release', label: 'old' },
    },
  ],
  faults: [
    // The first copy of "red!" is kept back; "blue" is lost, so that the old one comes first.
    { match: { from: 'A', text: true }, nth: 1, action: { kind: 'hold', label: 'old' } },
    { match: { from: 'A', text: true }, nth: 3, action: { kind: 'drop' } },
  ],
});
