/** Nothing left to say: ACK and FIN may share a segment. */
import type { LevelFile } from '../schema.ts';
import { closeFirst, closeSecond, opening } from '../script.ts';

export const threeWillDo: LevelFile = {
  format: 1,
  id: 'three-will-do',
  texts: {
    en: {
      title: 'Three will do',
      summary: 'Nothing left to send: ACK and FIN fit into one segment.',
      story:
        '“I have nothing more to say.” – “I heard that, and neither have I.” – “Good. Goodbye.” When both are done at once, the second and the third word are said in one breath. Two breaths are right as well, just longer.',
      goal: 'Close the connection; with one card where two would be needed, if you can.',
      lesson:
        'Four segments are the rule, not the law: when the application has closed before the ACK leaves, FIN+ACK does both, and FIN-WAIT-1 leads straight to TIME-WAIT.',
    },
    'zh-CN': {
      title: '三次就够',
      summary: '没有数据要发了：ACK 和 FIN 可以合在一个报文段里。',
      story:
        '“我说完了。”——“听到了，我也说完了。”——“好，再见。”双方同时说完时，第二句和第三句可以一口气说出。分两口气说也对，只是更长。',
      goal: '关闭连接；能用一张牌完成两件事就更好。',
      lesson:
        '四个报文段是常例而非定律：若应用在 ACK 发出之前已经关闭，FIN+ACK 一举两得，FIN-WAIT-1 直接进入 TIME-WAIT。',
    },
  },
  voice: 'farewell',
  difficulty: 'novice',
  help: 'choose',
  goal: 'closed',
  connections: [
    {
      script: [...opening('A'), closeFirst('connect'), closeSecond({ on: 'fin-arrived' }, 'close-first')],
    },
  ],
  trains: ['M02', 'M19'],
  shows: ['fin-with-ack', 'orderly-close'],
  opensAfter: 'not-finished-yet',
};
