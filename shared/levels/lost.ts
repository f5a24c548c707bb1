/** The first SYN and the last ACK are lost: the same segment again, and why TIME-WAIT waits. */
import type { Level } from '../engine/match/level.ts';
import { timesOf } from '../engine/match/level.ts';
import { ANY_SEGMENT, NO_RATES } from '../engine/network/fault-plan.ts';
import { ACK, SYN } from '../engine/wire/segment.ts';
import { fourWaves, opening } from './script.ts';

export const lost: Level = {
  id: 'lost',
  difficulty: 'novice',
  help: 'choose',
  lanes: [
    {
      script: [
        ...opening('A'),
        {
          id: 'greet',
          at: 'B',
          when: { on: 'established' },
          after: '',
          action: { do: 'send', text: 'Who is there?' },
        },
        {
          id: 'name',
          at: 'A',
          when: { on: 'delivered', octets: 13 },
          after: '',
          action: { do: 'send', text: 'The courier, with a parcel.' },
        },
        ...fourWaves('name'),
      ],
      faults: {
        scripted: [
          { match: { ...ANY_SEGMENT, flags: SYN }, nth: 1, times: 1, action: { kind: 'drop' } },
          // The first pure ACK of a FIN is the second closer's, the second is the connection's last segment.
          {
            match: { ...ANY_SEGMENT, flags: ACK, text: false, acknowledgesFin: true },
            nth: 2,
            times: 1,
            action: { kind: 'drop' },
          },
        ],
        rates: NO_RATES,
      },
    },
  ],
  goal: 'closed',
  ask: [],
  times: timesOf('novice'),
  atDeadline: 'assist',
  iss: 'small',
  rcvWnd: 1000,
};
