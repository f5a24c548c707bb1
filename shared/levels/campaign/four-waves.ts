/** Active close and passive close; the seed says who begins. */
import type { LevelFile } from '../schema.ts';
import { askBoth, closeFirst, closeSecond, opening } from '../script.ts';

export const fourWavesLesson: LevelFile = {
  format: 1,
  id: 'four-waves',
  texts: {
    en: {
      title: 'Four waves',
      summary: 'FIN, ACK, FIN, ACK: each direction is closed by its own end.',
      story:
        'The long goodbye. “I have nothing more to say.” – “I heard that.” … “Now I have nothing more to say either.” – “I heard that too.” Each closes only its own direction. And whoever said goodbye first stays by the phone a little longer, in case the last word was not heard.',
      goal: 'Close both directions in order. Who closes first is drawn by lot.',
      lesson:
        'A FIN ends the direction of its sender and uses one number. Whoever closes first passes through FIN-WAIT-1, FIN-WAIT-2 and TIME-WAIT, be it the caller or the called.',
    },
    'zh-CN': {
      title: '四次挥手',
      summary: 'FIN、ACK、FIN、ACK：每个方向由自己的一端关闭。',
      story:
        '漫长的告别。“我说完了。”——“听到了。”……“现在我也说完了。”——“也听到了。”每一方只关闭自己的那个方向。先说再见的人还要在电话旁多等一会儿，以防最后一句没被听见。',
      goal: '按顺序关闭两个方向。谁先关闭由抽签决定。',
      lesson:
        'FIN 结束发送方自己的那个方向，并占用一个序列号。先关闭的一方经过 FIN-WAIT-1、FIN-WAIT-2 和 TIME-WAIT，不论它当初是主动方还是被动方。',
    },
  },
  voice: 'farewell',
  difficulty: 'novice',
  help: 'choose',
  goal: 'closed',
  connections: [
    {
      script: [
        ...opening('A'),
        ...askBoth('closes-first', 'connect'),
        closeFirst('closes-first-2'),
        ...askBoth('time-wait', 'close-first', ['first-closer', 'second-closer']),
        closeSecond({ on: 'lane-quiet' }, 'time-wait-2'),
      ],
    },
  ],
  trains: ['M04', 'M08', 'M18', 'M19', 'M23'],
  shows: ['handshake', 'orderly-close'],
  opensAfter: 'say-something',
};
