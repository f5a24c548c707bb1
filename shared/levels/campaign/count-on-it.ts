/** The handshake with its numbers: SYN uses one. */
import type { LevelFile } from '../schema.ts';
import { opening } from '../script.ts';

export const countOnIt: LevelFile = {
  format: 1,
  id: 'count-on-it',
  texts: {
    en: {
      title: 'Count on it',
      summary: 'seq = x, ack = x + 1: a SYN uses one number.',
      story:
        'Both keep a tally of what they say, and each begins at a number of its own choice. “I count from 4100.” – “Then I expect 4101 next, and I count from 900.” – “And I expect 901.” The greeting itself counts as one; that is why it can be confirmed at all.',
      goal: 'Open the connection with the right seq and ack.',
      lesson:
        'ack names the next number expected. A SYN occupies one number, so the answer to seq x is ack x + 1, and the first octet of data has number x + 1.',
    },
    'zh-CN': {
      title: '数到位',
      summary: 'seq = x，ack = x + 1：SYN 占用一个序列号。',
      story:
        '双方各自给自己说的话编号，起点由自己选定。“我从 4100 数起。”——“那我接下来等 4101；我从 900 数起。”——“我等 901。”打招呼本身也算一个号，正因如此它才能被确认。',
      goal: '用正确的 seq 和 ack 打开连接。',
      lesson:
        'ack 写的是期待的下一个序列号。SYN 占用一个号，所以对 seq x 的回答是 ack x + 1，第一个数据字节的序列号是 x + 1。',
    },
  },
  voice: 'courier',
  difficulty: 'novice',
  help: 'choose',
  goal: 'established',
  rounds: true,
  connections: [{ script: opening('A') }, { script: opening('B') }, { script: opening('A') }],
  trains: ['M08'],
  shows: ['handshake'],
  opensAfter: 'someone-knocks',
};
