/** Without TIME-WAIT a segment of the last connection can land in the next. */
import type { LevelFile } from '../schema.ts';
import { paintedTwice } from './painted-twice.ts';

export const oldSegment: LevelFile = {
  format: 1,
  id: 'old-segment',
  texts: {
    en: {
      title: 'What if nobody waited, once more',
      summary: 'The same ports are used again at once, while an old segment is still under way.',
      story:
        'The first call is over and the next begins at once, on the same line, and by bad luck with the same numbers. A word of the first call is still somewhere in the wire. Watch where it lands.',
      goal: 'Watch the word change; then let TIME-WAIT outlive the old segment.',
      lesson:
        'After 2MSL every segment of the old connection is dead. That is the second purpose of TIME-WAIT, and no luck with numbers is needed.',
    },
    'zh-CN': {
      title: '如果没有人等，再来一次',
      summary: '同一对端口立刻又被使用，而一个旧报文段还在路上。',
      story:
        '第一通电话刚结束，下一通马上在同一条线上开始，碰巧连序列号也一样。第一通里的一个词还在线路的某处。看看它落到哪里。',
      goal: '先看那个词怎样被替换，再让 TIME-WAIT 熬过旧报文段。',
      lesson: '过了 2MSL，旧连接的报文段都已消亡。这是 TIME-WAIT 的第二个用处，不必靠序列号碰运气。',
    },
  },
  voice: 'friends',
  difficulty: 'novice',
  help: 'choose',
  goal: 'delivered',
  connections: [
    paintedTwice(
      [
        { id: 'close-a', at: 'A', when: { on: 'lane-quiet' }, after: 'paint', action: { do: 'close' } },
        { id: 'close-b', at: 'B', when: { on: 'fin-arrived' }, after: 'close-a', action: { do: 'close' } },
      ],
      'close-b',
      'listen-again',
    ),
  ],
  iss: 'repeating',
  times: { msl: 20_000 },
  trains: ['M08', 'M09'],
  shows: ['second-incarnation', 'orderly-close'],
  whatIf: 'no-time-wait',
  opensAfter: 'no-time-wait',
};
