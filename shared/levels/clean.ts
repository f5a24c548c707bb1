/** A connection from the first SYN to the last ACK, data both ways, nothing goes wrong. */
import type { Level } from '../engine/match/level.ts';
import { timesOf } from '../engine/match/level.ts';
import { NO_FAULTS } from '../engine/network/fault-plan.ts';

export const clean: Level = {
  id: 'clean',
  difficulty: 'novice',
  help: 'choose',
  lanes: [
    {
      script: [
        { id: 'listen', at: 'B', when: { on: 'start' }, after: '', action: { do: 'open', mode: 'passive' } },
        { id: 'connect', at: 'A', when: { on: 'start' }, after: '', action: { do: 'open', mode: 'active' } },
        {
          id: 'ask',
          at: 'A',
          when: { on: 'established' },
          after: '',
          action: { do: 'send', text: 'Are you in at three?' },
        },
        {
          id: 'answer',
          at: 'B',
          when: { on: 'delivered', octets: 20 },
          after: '',
          action: { do: 'send', text: 'Yes. Ring the bell.' },
        },
        {
          id: 'thank',
          at: 'A',
          when: { on: 'lane-quiet' },
          after: 'answer',
          action: { do: 'send', text: 'Fine, till then!' },
        },
        {
          id: 'close-first',
          at: 'first-closer',
          when: { on: 'lane-quiet' },
          after: 'thank',
          action: { do: 'close' },
        },
        {
          id: 'close-second',
          at: 'second-closer',
          when: { on: 'my-ack-settled', of: 'fin' },
          after: 'close-first',
          action: { do: 'close' },
        },
      ],
      faults: NO_FAULTS,
    },
  ],
  goal: 'closed',
  ask: ['ack-of-syn-ack'],
  times: timesOf('novice'),
  atDeadline: 'assist',
  iss: 'small',
  rcvWnd: 1000,
};
