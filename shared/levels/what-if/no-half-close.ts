/** Did one FIN end both directions, what is still owed would be lost. */
import type { LevelFile } from '../schema.ts';
import { closeFirst, closeSecond, opening } from '../script.ts';

export const noHalfClose: LevelFile = {
  format: 1,
  id: 'no-half-close',
  texts: {
    en: {
      title: 'What if one goodbye ended it all?',
      summary: 'A FIN closes both directions, whatever the other side still has to say.',
      story:
        '“I have nothing more to say.” Click. “Wait, the key is under –” Nobody hears it: one goodbye has ended both directions.',
      goal: 'Watch what is lost; then deliver it through a half-closed connection.',
      lesson: 'Each direction ends by its own FIN. What is owed can still be delivered in CLOSE-WAIT.',
    },
    'zh-CN': {
      title: '如果一声再见结束一切？',
      summary: '一个 FIN 关闭两个方向，不管对方还有没有话说。',
      story: '“我说完了。”咔哒。“等等，钥匙在——”没有人听到：一声再见把两个方向都结束了。',
      goal: '先看丢了什么，再通过半关闭的连接把它送到。',
      lesson: '每个方向由自己的 FIN 结束。欠着的数据在 CLOSE-WAIT 中仍可送达。',
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
        closeFirst('connect'),
        {
          id: 'owed',
          at: 'second-closer',
          when: { on: 'my-ack-settled', of: 'fin' },
          after: 'close-first',
          action: { do: 'send', text: 'The key is under the mat.' },
        },
        closeSecond({ on: 'lane-quiet' }, 'owed'),
      ],
    },
  ],
  trains: ['M03', 'M23'],
  shows: ['data-in-close-wait', 'orderly-close'],
  whatIf: 'no-half-close',
  opensAfter: 'not-finished-yet',
};
