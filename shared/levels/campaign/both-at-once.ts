/** Simultaneous open and simultaneous close (RFC 9293 §3.5 figure 7, §3.6 figure 13). */
import type { LevelFile } from '../schema.ts';
import type { FileItem } from '../script.ts';

export const bothAtOnce: LevelFile = {
  format: 1,
  id: 'both-at-once',
  texts: {
    en: {
      title: 'Both at once',
      summary: 'Simultaneous open, and simultaneous close through CLOSING.',
      story:
        'Both pick up the phone and dial at the same moment, and both hear: “Hello, are you there?” – “Yes, and you?” It works, and there is no caller and no called. And in the end both say “I have nothing more to say” in the same breath, and both wait by the phone.',
      goal: 'Open together, close together.',
      lesson:
        'Neither the roles client and server nor an order of things is built into TCP. Crossed SYNs lead through SYN-RECEIVED, crossed FINs through CLOSING, and then both sit in TIME-WAIT.',
    },
    'zh-CN': {
      title: '不约而同',
      summary: '同时打开，以及经过 CLOSING 的同时关闭。',
      story:
        '两人同一刻拿起电话拨号，都听到：“喂，您在吗？”——“在，您呢？”居然通了，没有谁是主叫，也没有谁是被叫。最后两人又异口同声：“我说完了。”于是都守在电话旁。',
      goal: '一起打开，一起关闭。',
      lesson:
        'TCP 里既没有客户端和服务器之分，也没有规定的先后。交叉的 SYN 经过 SYN-RECEIVED，交叉的 FIN 经过 CLOSING，然后两端都进入 TIME-WAIT。',
    },
  },
  voice: 'friends',
  difficulty: 'novice',
  help: 'states',
  goal: 'closed',
  connections: [
    {
      script: [
        { id: 'connect-a', at: 'A', when: { on: 'start' }, action: { do: 'open', mode: 'active' } },
        { id: 'connect-b', at: 'B', when: { on: 'start' }, action: { do: 'open', mode: 'active' } },
        { id: 'close-a', at: 'A', when: { on: 'lane-quiet' }, after: 'connect-a', action: { do: 'close' } },
        { id: 'close-b', at: 'B', when: { on: 'lane-quiet' }, after: 'connect-b', action: { do: 'close' } },
        ...(['A', 'B'] as const).map((at): FileItem => ({
          id: `who-waits-${at.toLowerCase()}`,
          at,
          when: { on: 'my-ack-settled', of: 'fin' },
          after: 'close-b',
          action: { do: 'ask', question: 'time-wait' },
        })),
      ],
    },
  ],
  trains: ['M04', 'M08', 'M19'],
  shows: ['simultaneous-open', 'simultaneous-close'],
  opensAfter: 'silence',
};
