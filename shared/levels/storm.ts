/** Free play: two connections at once, roles crossed, and a network that loses, delays, doubles and mixes. */
import type { LaneSpec, Level, ScriptItem } from '../engine/match/level.ts';
import { timesOf } from '../engine/match/level.ts';
import type { Seat } from '../engine/match/seat.ts';
import { otherSeat } from '../engine/match/seat.ts';
import { opening } from './script.ts';

/** In 1/65536: about 10 % lost, 3 % corrupted, 6 % doubled, 6 % overtaken, 8 % late. */
const RATES = { drop: 6554, corrupt: 1966, duplicate: 3932, reorder: 3932, delay: 5243 };

function script(opener: Seat): readonly ScriptItem[] {
  const listener = otherSeat(opener);
  return [
    ...opening(opener),
    {
      id: 'ask',
      at: opener,
      when: { on: 'established' },
      after: '',
      action: { do: 'send', text: 'GET /weather' },
    },
    {
      id: 'answer',
      at: listener,
      when: { on: 'delivered', octets: 12 },
      after: '',
      action: { do: 'send', text: 'Storm from the west.' },
    },
    {
      id: 'ask-again',
      at: opener,
      when: { on: 'lane-quiet' },
      after: 'answer',
      action: { do: 'send', text: 'GET /tomorrow' },
    },
    {
      id: 'answer-again',
      at: listener,
      when: { on: 'delivered', octets: 25 },
      after: 'answer',
      action: { do: 'send', text: 'Sun.' },
    },
    {
      id: 'close-first',
      at: 'first-closer',
      when: { on: 'lane-quiet' },
      after: 'answer-again',
      action: { do: 'close' },
    },
    {
      id: 'close-second',
      at: 'second-closer',
      when: { on: 'fin-arrived' },
      after: 'close-first',
      action: { do: 'close' },
    },
  ];
}

const lane = (opener: Seat): LaneSpec => ({ script: script(opener), faults: { scripted: [], rates: RATES } });

export const storm: Level = {
  id: 'storm',
  difficulty: 'standard',
  help: 'type',
  lanes: [lane('A'), lane('B')],
  goal: 'closed',
  ask: [],
  times: timesOf('standard'),
  atDeadline: 'drop',
  iss: 'full',
  rcvWnd: 1000,
};
