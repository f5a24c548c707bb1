/** Half-close: the passive side still has something to say in CLOSE-WAIT. */
import type { LevelFile } from '../schema.ts';
import { askBoth, closeFirst, closeSecond, opening } from '../script.ts';

export const notFinishedYet: LevelFile = {
  format: 1,
  id: 'not-finished-yet',
  texts: {
    en: {
      title: 'Not finished yet',
      summary: 'Half-close: one side is done, the other still talks. Why four.',
      story:
        '“I have nothing more to say.” – “I heard that. But wait, I have: the key is under the mat, and the cat is fed.” The line stays open in one direction until that side is done too. Whoever hung up at the first goodbye would never find the key.',
      goal: 'Deliver what is still owed, then close the second direction.',
      lesson:
        'One FIN ends one direction. In CLOSE-WAIT the application may go on sending; in FIN-WAIT-2 the other side must go on acknowledging. That is why a close has four segments.',
    },
    'zh-CN': {
      title: '还没说完',
      summary: '半关闭：一方说完了，另一方还在说。为什么要四次。',
      story:
        '“我说完了。”——“听到了。不过等等，我还有话：钥匙在门垫下面，猫喂过了。”那个方向一直开着，直到这一方也说完。谁听到第一声再见就挂断，就永远找不到钥匙。',
      goal: '把还欠着的数据送到，再关闭第二个方向。',
      lesson:
        '一个 FIN 只结束一个方向。在 CLOSE-WAIT 中应用仍可发送；在 FIN-WAIT-2 中对方必须继续确认。所以关闭要四个报文段。',
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
        ...askBoth('waits-for', 'owed', ['first-closer', 'second-closer']),
        {
          id: 'owed-too',
          at: 'second-closer',
          when: { on: 'lane-quiet' },
          after: 'waits-for-2',
          action: { do: 'send', text: 'And the cat is fed.' },
        },
        closeSecond({ on: 'fin-arrived' }, 'owed-too'),
      ],
    },
  ],
  trains: ['M03', 'M05', 'M07', 'M23'],
  shows: ['data-in-close-wait', 'orderly-close'],
  opensAfter: 'four-waves',
};
