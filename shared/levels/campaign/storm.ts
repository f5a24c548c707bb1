/** Two connections at once, roles crossed, and a network that loses, delays, doubles and mixes. */
import type { LevelFile } from '../schema.ts';
import type { FileConnection } from '../script.ts';
import { closeFirst, closeSecond, opening, peerOf } from '../script.ts';

const RATES = { drop: 10, corrupt: 3, duplicate: 6, reorder: 6, delay: 8 };

const connection = (opener: 'A' | 'B'): FileConnection => ({
  script: [
    ...opening(opener),
    { id: 'ask', at: opener, when: { on: 'established' }, action: { do: 'send', text: 'GET /weather' } },
    {
      id: 'answer',
      at: peerOf(opener),
      when: { on: 'delivered', octets: 12 },
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
      at: peerOf(opener),
      when: { on: 'delivered', octets: 25 },
      after: 'answer',
      action: { do: 'send', text: 'Sun.' },
    },
    closeFirst('answer-again'),
    closeSecond({ on: 'fin-arrived' }, 'close-first'),
  ],
  rates: RATES,
});

export const storm: LevelFile = {
  format: 1,
  id: 'storm',
  texts: {
    en: {
      title: 'Storm',
      summary: 'Two wires at once, and everything that can happen, at random.',
      story:
        'Two lines at once, you call on the one and are called on the other, and the storm tears at both. Words get lost, come twice, come late, come out of turn. You have seen it all before; now it comes all at once.',
      goal: 'Open, talk and close on both wires, whatever the network does.',
      lesson: 'Numbers, acknowledgments and timers are all that TCP has, and all that it needs.',
    },
    'zh-CN': {
      title: '风暴',
      summary: '两条线同时进行，什么都可能随机发生。',
      story:
        '两条线同时响：一条您打出去，一条别人打进来，风暴撕扯着两条线。话会丢，会来两遍，会迟到，会乱序。这些您都见过，只是现在一起来了。',
      goal: '不论网络做什么，在两条线上打开、交谈、关闭。',
      lesson: '序列号、确认和定时器，是 TCP 的全部家当，也足够了。',
    },
  },
  voice: 'friends',
  difficulty: 'standard',
  help: 'type',
  goal: 'closed',
  connections: [connection('A'), connection('B')],
  iss: 'full',
  trains: ['M07', 'M08', 'M09', 'M16', 'M19'],
  shows: ['data-both-ways', 'orderly-close', 'random-fault'],
  opensAfter: 'intruder',
};
