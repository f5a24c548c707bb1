/** Quick match: a connection from the first SYN to the last ACK, data both ways, nothing goes wrong. */
import type { LevelFile } from '../schema.ts';
import { fourWaves, opening } from '../script.ts';

export const clean: LevelFile = {
  format: 1,
  id: 'clean',
  texts: {
    en: {
      title: 'A clean connection',
      summary: 'Handshake, a few words, four waves. Nothing gets lost.',
      story: 'The whole call, from hello to goodbye, on a quiet day.',
      goal: 'Open, talk, and close in order.',
      lesson:
        'Three segments open, every octet is acknowledged, and each direction is closed by its own end.',
    },
    'zh-CN': {
      title: '一次干净的连接',
      summary: '握手、几句话、四次挥手。什么都不会丢。',
      story: '风平浪静的一天，从“喂”到“再见”的一整通电话。',
      goal: '打开、交谈，再按顺序关闭。',
      lesson: '三个报文段打开连接，每个字节都得到确认，每个方向由自己的一端关闭。',
    },
  },
  voice: 'courier',
  difficulty: 'novice',
  help: 'choose',
  goal: 'closed',
  connections: [
    {
      script: [
        ...opening('A'),
        {
          id: 'ask',
          at: 'A',
          when: { on: 'established' },
          action: { do: 'send', text: 'Are you in at three?' },
        },
        {
          id: 'answer',
          at: 'B',
          when: { on: 'delivered', octets: 20 },
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
    },
  ],
  ask: ['ack-of-syn-ack'],
  trains: ['M07', 'M08'],
  shows: ['handshake', 'data-both-ways', 'orderly-close'],
};
