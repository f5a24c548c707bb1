/** The handshake from the called side, and when to say nothing. */
import type { LevelFile } from '../schema.ts';
import { askBoth, opening } from '../script.ts';

export const someoneKnocks: LevelFile = {
  format: 1,
  id: 'someone-knocks',
  texts: {
    en: {
      title: 'Someone knocks',
      summary: 'LISTEN, SYN-RECEIVED, ESTABLISHED: the same handshake from the other side.',
      story:
        'This time the bell rings at your door. You wait in LISTEN; a SYN comes, and you answer it and ask back in one breath. Then comes the courier’s “I hear you”. Would you now say “I hear that you hear me”? He would have to answer that too, and neither of you would ever stop.',
      goal: 'Be called, and know when no reply is the right reply.',
      lesson:
        'A pure ACK is never acknowledged: it uses no sequence number, and answering it would never end.',
    },
    'zh-CN': {
      title: '有人敲门',
      summary: 'LISTEN、SYN-RECEIVED、ESTABLISHED：换到另一侧看同一次握手。',
      story:
        '这一次是您家的门铃响了。您在 LISTEN 中等候；来了一个 SYN，您一口气既回答又反问。接着快递员说：“我听见了。”您还要再说“我听见您听见了”吗？那他又得回答，两人就没完没了。',
      goal: '接受呼叫，并知道什么时候不回复才是正确的。',
      lesson: '纯 ACK 从不需要确认：它不占用序列号，若要回应它，就永远不会结束。',
    },
  },
  voice: 'courier',
  difficulty: 'novice',
  help: 'flags',
  goal: 'established',
  rounds: true,
  connections: [
    { script: opening('B') },
    { script: opening('A') },
    { script: [...opening('B'), ...askBoth('known', 'connect')] },
  ],
  ask: ['ack-of-syn-ack'],
  trains: ['M21'],
  shows: ['handshake'],
  opensAfter: 'first-contact',
};
