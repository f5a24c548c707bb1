/** A connection from the first SYN to the last ACK, data both ways, nothing goes wrong. */
import type { Level } from '../engine/match/level.ts';
import { timesOf } from '../engine/match/level.ts';
import { NO_FAULTS } from '../engine/network/fault-plan.ts';
import { fourWaves, opening } from './script.ts';

export const clean: Level = {
  id: 'clean',
  difficulty: 'novice',
  help: 'choose',
  lanes: [
    {
      script: [
        ...opening('A'),
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
        ...fourWaves('thank'),
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
