/** TIME-WAIT is shorter than the peer's patience: its FIN meets RST. */
import type { LevelFile } from '../schema.ts';
import { fourWaves, lastAckLost, opening } from '../script.ts';

export const tooLate: LevelFile = {
  format: 1,
  id: 'too-late',
  texts: {
    en: {
      title: 'Too late',
      summary: 'A FIN that comes after TIME-WAIT is over meets RST.',
      story:
        'The one who hung up first did not wait long enough and has gone. “Did you hear me? I have nothing more to say!” But a stranger answers now: “I know of no call.” Everything was said, and yet one side will never know that it was heard.',
      goal: 'Play the close to its rough end, as the RFC has it.',
      lesson:
        'CLOSED knows nothing: any segment but RST is answered with RST. Here 2MSL was shorter than the retransmission timeout; that must not be, and this is why.',
    },
    'zh-CN': {
      title: '太晚了',
      summary: 'TIME-WAIT 结束之后才到的 FIN 会遇到 RST。',
      story:
        '先挂断的一方没有等够就走了。“听到我了吗？我说完了！”可现在接电话的是个陌生人：“我不知道有什么通话。”话都说完了，可有一方永远不会知道自己被听到了。',
      goal: '按 RFC 的规定，把这次关闭演到并不体面的结尾。',
      lesson:
        'CLOSED 什么都不记得：除 RST 外，来什么都回 RST。这一关里 2MSL 比重传超时还短；本不该如此，原因就在这里。',
    },
  },
  voice: 'farewell',
  difficulty: 'novice',
  help: 'type',
  goal: 'reset',
  connections: [{ script: [...opening('A'), ...fourWaves('connect')], faults: [lastAckLost] }],
  ask: ['reset'],
  times: { rto: 8000, msl: 3000 },
  shortTimeWait: true,
  trains: ['M13', 'M19'],
  shows: ['ack-of-fin-lost', 'fin-meets-reset'],
  opensAfter: 'did-you-hear-me',
};
