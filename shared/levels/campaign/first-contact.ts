/** The three-way handshake, each seat once as caller and once as called. */
import type { LevelFile } from '../schema.ts';
import { opening } from '../script.ts';

export const firstContact: LevelFile = {
  format: 1,
  id: 'first-contact',
  texts: {
    en: {
      title: 'First contact',
      summary: 'Three segments open a connection. Play them as caller and as called.',
      story:
        'A courier has a parcel and rings first: “Hello, are you there?” – “Yes, I hear you. Do you hear me?” – “I hear you.” Only now do both know that both can speak and both can hear. TCP does the same with SYN, SYN+ACK and ACK.',
      goal: 'Open the connection three times; the seats take turns at calling.',
      lesson:
        'SYN asks, SYN+ACK answers and asks back, ACK answers that. After three segments both ends are ESTABLISHED, the called one last.',
    },
    'zh-CN': {
      title: '初次接触',
      summary: '三个报文段打开一条连接：先做主动方，再做被动方。',
      story:
        '快递员送件前先打电话：“喂，您在吗？”——“在，我听得见。您听得见我吗？”——“听得见。”到这时，双方才都知道：两边都能说，两边都能听。TCP 用 SYN、SYN+ACK 和 ACK 做的正是同一件事。',
      goal: '打开三次连接，双方轮流做主动方。',
      lesson:
        'SYN 发问，SYN+ACK 回答并反问，ACK 再回答。三个报文段之后，两端都进入 ESTABLISHED，被动方最后进入。',
    },
  },
  voice: 'courier',
  difficulty: 'novice',
  help: 'flags',
  goal: 'established',
  rounds: true,
  connections: [{ script: opening('A') }, { script: opening('B') }, { script: opening('A') }],
  shows: ['handshake'],
};
