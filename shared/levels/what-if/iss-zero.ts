/** Were every initial number 0, a segment of the last connection would fit into the next. */
import type { LevelFile } from '../schema.ts';
import { paintedTwice } from './painted-twice.ts';

export const issZero: LevelFile = {
  format: 1,
  id: 'iss-zero',
  texts: {
    en: {
      title: 'What if all counting began at 0?',
      summary: 'After a crash the same pair of ports opens again, and an old segment is still under way.',
      story:
        'Both hosts crash and come back, and open the same connection again. If both always began to count at 0, a late segment of the first connection would carry just the number that the second is waiting for. Watch which colour arrives.',
      goal: 'Watch the word change; then play the same with numbers that are chosen well.',
      lesson:
        'Initial numbers are chosen so that segments of an earlier connection do not fit. A capture tool that shows 0 shows a relative number.',
    },
    'zh-CN': {
      title: '如果总从 0 数起？',
      summary: '崩溃之后，同一对端口又打开连接，而一个旧报文段还在路上。',
      story:
        '两台主机都崩溃又恢复，重新打开同一条连接。如果双方总从 0 数起，第一条连接里迟到的报文段带着的，正好是第二条连接等待的序列号。看看到达的是什么颜色。',
      goal: '先看那个词怎样被替换，再用选得好的初始序列号重来一遍。',
      lesson: '初始序列号的选择，是为了让先前连接的报文段对不上号。抓包工具里显示的 0 是相对序列号。',
    },
  },
  voice: 'friends',
  difficulty: 'novice',
  help: 'choose',
  goal: 'delivered',
  connections: [
    paintedTwice(
      [
        { id: 'crash-a', at: 'A', when: { on: 'lane-quiet' }, after: 'paint', action: { do: 'crash' } },
        { id: 'crash-b', at: 'B', when: { on: 'lane-quiet' }, after: 'paint', action: { do: 'crash' } },
      ],
      'crash-b',
      'crash-a',
    ),
  ],
  times: { msl: 20_000 },
  trains: ['M07', 'M09'],
  shows: ['second-incarnation', 'old-segment-refused'],
  whatIf: 'iss-zero',
  opensAfter: 'intruder',
};
