/** SYN lost, then SYN+ACK lost: the same segment again, after a time that doubles. */
import type { LevelFile } from '../schema.ts';
import type { FileFault } from '../script.ts';
import { opening } from '../script.ts';

const synLost: FileFault = { match: { flags: 'SYN' }, action: { kind: 'drop' } };
const synAckLost: FileFault = { match: { flags: 'SYN+ACK' }, action: { kind: 'drop' } };

export const nobodyAnswers: LevelFile = {
  format: 1,
  id: 'nobody-answers',
  texts: {
    en: {
      title: 'Nobody answers',
      summary: 'A SYN is lost, then a SYN+ACK: the same segment again.',
      story:
        'The courier rings. Silence. Was the bell not heard, or the answer? He cannot know, and need not: after a while he rings again, in exactly the same words, and then waits twice as long.',
      goal: 'Open the connection although the network swallows segments.',
      lesson:
        'What is not acknowledged in time is sent again: same flags, same seq, same data. The retransmission timeout doubles each time. A repeated SYN means that your answer was lost: answer again.',
    },
    'zh-CN': {
      title: '无人应答',
      summary: 'SYN 丢了，接着 SYN+ACK 丢了：再发一次同样的报文段。',
      story:
        '快递员按门铃，没有动静。是铃声没被听见，还是回答没传出来？他无从知道，也不必知道：过一会儿再按一次，说一模一样的话，然后等两倍的时间。',
      goal: '网络吞掉报文段，仍要把连接打开。',
      lesson:
        '没有及时得到确认的报文段要重发：同样的标志，同样的 seq，同样的数据。重传超时每次加倍。收到重复的 SYN，说明您的回答丢了：再回答一次。',
    },
  },
  voice: 'courier',
  difficulty: 'novice',
  help: 'choose',
  goal: 'established',
  rounds: true,
  connections: [
    { script: opening('A'), faults: [synLost] },
    { script: opening('B'), faults: [synAckLost] },
    // The called side's own timer expires first.
    { script: opening('A'), faults: [synAckLost], rto: { A: 6000, B: 3000 } },
  ],
  trains: ['M09', 'M16', 'M22'],
  shows: ['syn-lost', 'syn-repeated', 'syn-ack-lost', 'syn-ack-repeated'],
  opensAfter: 'three-will-do',
};
