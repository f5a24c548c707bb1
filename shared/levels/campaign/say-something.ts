/** Data both ways at once: ack = seq + length. */
import type { LevelFile } from '../schema.ts';
import { askBoth, opening } from '../script.ts';

export const saySomething: LevelFile = {
  format: 1,
  id: 'say-something',
  texts: {
    en: {
      title: 'Say something',
      summary: 'Data in both directions at once: ack = seq + length.',
      story:
        'Two friends talk on the phone, and both may speak at the same time: full duplex. Each direction has a number line of its own, and every octet a number on it. What you confirm is the next octet you expect, not the last one you got.',
      goal: 'Every word said must be heard, in both directions.',
      lesson:
        'ack = seq + length: the next octet expected. An ACK can ride on data going the other way, so one segment does two jobs.',
    },
    'zh-CN': {
      title: '说点什么',
      summary: '双向同时传数据：ack = seq + 长度。',
      story:
        '两个朋友通电话，可以同时开口：这就是全双工。每个方向有自己的一条数轴，每个字节在上面有一个号。您确认的是期待的下一个字节，而不是刚收到的最后一个。',
      goal: '双向说的每一句话都要被听到。',
      lesson: 'ack = seq + 长度，即期待的下一个字节。ACK 可以搭在反方向的数据上，一个报文段做两件事。',
    },
  },
  voice: 'friends',
  difficulty: 'novice',
  help: 'choose',
  goal: 'delivered',
  connections: [
    {
      script: [
        ...opening('A'),
        {
          id: 'a-asks',
          at: 'A',
          when: { on: 'established' },
          action: { do: 'send', text: 'Are you in at three?' },
        },
        {
          id: 'b-greets',
          at: 'B',
          when: { on: 'established' },
          action: { do: 'send', text: 'Hello, stranger!' },
        },
        {
          id: 'b-answers',
          at: 'B',
          when: { on: 'delivered', octets: 20 },
          after: 'b-greets',
          action: { do: 'send', text: 'Yes. Ring the bell.' },
        },
        {
          id: 'a-thanks',
          at: 'A',
          when: { on: 'lane-quiet' },
          after: 'b-answers',
          action: { do: 'send', text: 'Fine, till then!' },
        },
        ...askBoth('data', 'a-thanks'),
      ],
    },
  ],
  trains: ['M07', 'M09', 'M11'],
  shows: ['handshake', 'data-both-ways'],
  opensAfter: 'count-on-it',
};
