/** What most lessons begin and end with. */
import type { ScriptItem } from '../engine/match/level.ts';
import type { Seat } from '../engine/match/seat.ts';
import { otherSeat } from '../engine/match/seat.ts';

/** One seat listens, the other calls, at the same instant. */
export const opening = (opener: Seat): readonly ScriptItem[] => [
  {
    id: 'listen',
    at: otherSeat(opener),
    when: { on: 'start' },
    after: '',
    action: { do: 'open', mode: 'passive' },
  },
  { id: 'connect', at: opener, when: { on: 'start' }, after: '', action: { do: 'open', mode: 'active' } },
];

/** Four waves once all is quiet: the second closer's CLOSE comes after its ACK, so that it cannot merge. */
export const fourWaves = (after: string): readonly ScriptItem[] => [
  { id: 'close-first', at: 'first-closer', when: { on: 'lane-quiet' }, after, action: { do: 'close' } },
  {
    id: 'close-second',
    at: 'second-closer',
    when: { on: 'my-ack-settled', of: 'fin' },
    after: 'close-first',
    action: { do: 'close' },
  },
];
