/** Did SYN and FIN use no number, a lost FIN could not be told from one that was heard. */
import type { LevelFile } from '../schema.ts';
import { opening } from '../script.ts';

export const uncounted: LevelFile = {
  format: 1,
  id: 'uncounted',
  texts: {
    en: {
      title: 'What if SYN and FIN used no number?',
      summary: 'The acknowledgment of the data looks just like that of the FIN.',
      story:
        '“The parcel is at the door. Goodbye!” The goodbye is swallowed by the line. “I heard of the parcel”, says the other. If goodbyes were not counted, was that an answer to the parcel, or to both?',
      goal: 'Watch one side wait for ever; then close in order.',
      lesson: 'SYN and FIN use one number each so that they can be acknowledged, and sent again, like data.',
    },
    'zh-CN': {
      title: '如果 SYN 和 FIN 不占序列号？',
      summary: '对数据的确认和对 FIN 的确认变得一模一样。',
      story:
        '“包裹放在门口了。再见！”再见被线路吞掉了。“包裹的事听到了”，对方说。如果再见不编号，这算是只回答了包裹，还是两件都回答了？',
      goal: '先看一方永远等下去，再按顺序关闭。',
      lesson: 'SYN 和 FIN 各占一个序列号，这样它们才能像数据一样被确认、被重传。',
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
        {
          id: 'tell',
          at: 'A',
          when: { on: 'lane-quiet' },
          after: 'connect',
          action: { do: 'send', text: 'The parcel is at the door.' },
        },
        {
          id: 'close-first',
          at: 'A',
          when: { on: 'established' },
          after: 'tell',
          action: { do: 'close' },
        },
        {
          id: 'close-second',
          at: 'B',
          when: { on: 'my-ack-settled', of: 'fin' },
          after: 'close-first',
          action: { do: 'close' },
        },
      ],
      faults: [{ match: { from: 'A', flags: 'FIN+ACK' }, action: { kind: 'drop' } }],
    },
  ],
  trains: ['M08', 'M09'],
  shows: ['fin-lost', 'orderly-close'],
  whatIf: 'uncounted-syn-fin',
  opensAfter: 'nobody-answers',
};
