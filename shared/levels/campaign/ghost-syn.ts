/** An old duplicate SYN arrives late: why two segments are not enough (RFC 9293 §3.5, figure 9). */
import { ghost, ghostBeforeTheCall } from '../ghost.ts';
import type { LevelFile } from '../schema.ts';
import { askBoth, opening } from '../script.ts';

export const ghostSyn: LevelFile = {
  format: 1,
  id: 'ghost-syn',
  texts: {
    en: {
      title: 'The ghost SYN',
      summary: 'An old duplicate SYN arrives late. Why two segments are not enough.',
      story:
        'A letter that was thought lost turns up: “Hello, are you there?” It was written last week, for a call long over. You cannot see that, so you answer politely. But the supposed caller says: “What? I did not call you.” If your answer alone had opened the line, you would now be holding it for nobody.',
      goal: 'Lay the ghost, then open the real connection.',
      lesson:
        'The third segment proves that the SYN was meant now. An answer to a SYN that was never sent is met with RST, and the listener goes back to LISTEN: nothing is left behind.',
    },
    'zh-CN': {
      title: '幽灵 SYN',
      summary: '一个旧的重复 SYN 姗姗来迟。为什么两次握手不够。',
      story:
        '一封以为丢了的信忽然寄到：“喂，您在吗？”它是上周写的，那通电话早已结束。您看不出来，于是礼貌地回答。可那位“主叫”却说：“什么？我没打给您。”如果您的回答本身就算接通，您现在就在替一个不存在的人占着线。',
      goal: '送走幽灵，再打开真正的连接。',
      lesson:
        '第三个报文段证明那个 SYN 是当下发出的。对一个从未发出的 SYN 的应答会得到 RST，监听方回到 LISTEN，什么也不留下。',
    },
  },
  voice: 'courier',
  difficulty: 'novice',
  help: 'states',
  goal: 'established',
  rounds: true,
  connections: [
    ghostBeforeTheCall,
    {
      // The caller is in SYN-SENT: its own SYN is lost, and the ghost comes instead.
      script: [...opening('B'), ghost('A', 29_100), ...askBoth('known', 'connect')],
      faults: [{ match: { from: 'B', flags: 'SYN' }, action: { kind: 'drop' } }],
    },
  ],
  ask: ['reset'],
  trains: ['M01', 'M13', 'M14'],
  shows: ['ghost-refused', 'handshake'],
  opensAfter: 'last-nod',
};
