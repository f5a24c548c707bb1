/** A SYN of a call long over, which reaches the called side as if it were meant now. */
import type { FileConnection, FileItem } from './script.ts';

/** `iss` lies above every number that the caller takes: the real SYN must not fall into the ghost's window. */
export const ghost = (at: 'A' | 'B', iss: number): FileItem => ({
  id: 'ghost',
  at,
  when: { on: 'start' },
  after: 'listen',
  action: { do: 'inject', flags: 'SYN', seq: { from: 'zero', plus: iss } },
});

/** The caller has not called yet: its end is CLOSED. */
export const ghostBeforeTheCall: FileConnection = {
  script: [
    { id: 'listen', at: 'B', when: { on: 'start' }, action: { do: 'open', mode: 'passive' } },
    ghost('B', 9100),
    {
      id: 'connect',
      at: 'A',
      when: { on: 'lane-quiet' },
      after: 'ghost',
      action: { do: 'open', mode: 'active' },
    },
  ],
};
