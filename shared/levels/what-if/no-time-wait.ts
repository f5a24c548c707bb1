/** Without TIME-WAIT a repeated FIN meets RST. */
import type { LevelFile } from '../schema.ts';
import { fourWaves, lastAckLost, opening } from '../script.ts';

export const noTimeWait: LevelFile = {
  format: 1,
  id: 'no-time-wait',
  texts: {
    en: {
      title: 'What if nobody waited?',
      summary: 'The first closer forgets everything as soon as it has sent the last ACK.',
      story:
        'Suppose whoever hung up first left the phone at once. Its last word was lost, the goodbye comes again, and a stranger answers: “I know of no call.”',
      goal: 'Watch the FIN meet RST; then close with TIME-WAIT.',
      lesson: 'TIME-WAIT keeps somebody by the phone who can say the last word again.',
    },
    'zh-CN': {
      title: '如果没有人等？',
      summary: '先关闭的一方一发出最后的 ACK，就忘掉一切。',
      story:
        '假设先挂断的一方立刻走开。它的最后一句丢了，再见又来了一遍，接电话的却是陌生人：“我不知道有什么通话。”',
      goal: '先看 FIN 遇上 RST，再带着 TIME-WAIT 关闭一次。',
      lesson: 'TIME-WAIT 让电话旁留着一个人，可以把最后一句再说一遍。',
    },
  },
  voice: 'farewell',
  difficulty: 'novice',
  help: 'choose',
  goal: 'closed',
  connections: [{ script: [...opening('A'), ...fourWaves('connect')], faults: [lastAckLost] }],
  trains: ['M16', 'M19'],
  shows: ['ack-of-fin-lost', 'time-wait-restarted', 'orderly-close'],
  whatIf: 'no-time-wait',
  opensAfter: 'did-you-hear-me',
};
