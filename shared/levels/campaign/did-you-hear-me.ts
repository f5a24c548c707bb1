/** The last ACK is lost: FIN again, ACK again, and TIME-WAIT begins anew. */
import type { LevelFile } from '../schema.ts';
import { fourWaves, lastAckLost, opening } from '../script.ts';

export const didYouHearMe: LevelFile = {
  format: 1,
  id: 'did-you-hear-me',
  texts: {
    en: {
      title: 'Did you hear me?',
      summary: 'The last ACK is lost. Why TIME-WAIT waits for 2MSL.',
      story:
        '“I heard that too”, says the one who hung up first, but the line crackles just then. “Did you hear me? I have nothing more to say!” comes again. Good that the first one is still by the phone. It says the last word once more, and waits anew: who knows whether it got through this time.',
      goal: 'Close in order although the last ACK is lost.',
      lesson:
        'Nobody acknowledges the last ACK, so its sender waits 2MSL: long enough to hear the FIN again, to answer again, and for every old segment to die.',
    },
    'zh-CN': {
      title: '听到我了吗？',
      summary: '最后一个 ACK 丢了。TIME-WAIT 为什么要等 2MSL。',
      story:
        '“也听到了”，先挂断的一方说，可正好线路一阵杂音。“听到我了吗？我说完了！”又来了一遍。幸好先挂断的一方还守在电话旁。它把最后一句再说一次，并重新开始等：谁知道这回传到没有。',
      goal: '最后一个 ACK 丢了，仍要按顺序关闭。',
      lesson:
        '没有人确认最后一个 ACK，所以它的发送方要等 2MSL：足以再听到 FIN、再回答一次，也足以让所有旧报文段消亡。',
    },
  },
  voice: 'farewell',
  difficulty: 'novice',
  help: 'states',
  goal: 'closed',
  connections: [
    {
      script: [
        ...opening('A'),
        ...fourWaves('connect'),
        {
          id: 'where',
          at: 'first-closer',
          when: { on: 'my-ack-settled', of: 'fin' },
          after: 'close-second',
          action: { do: 'ask', question: 'peer-state' },
        },
      ],
      faults: [lastAckLost],
    },
  ],
  trains: ['M06', 'M16', 'M19'],
  shows: ['ack-of-fin-lost', 'time-wait-restarted', 'orderly-close'],
  opensAfter: 'ghost-syn',
};
