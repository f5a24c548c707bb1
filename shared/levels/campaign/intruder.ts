/** Forged resets and a forged SYN: what RFC 5961 lets in and what it challenges. */
import type { LevelFile } from '../schema.ts';
import type { FileItem } from '../script.ts';
import { askBoth, opening } from '../script.ts';

/** The same forged segment reaches both ends, unseen by the other. */
const forgery = (name: string, after: string, flags: 'RST' | 'SYN', plus: number): FileItem[] =>
  (['A', 'B'] as const).map((at) => ({
    id: `${name}-${at.toLowerCase()}`,
    at,
    when: { on: 'lane-quiet' },
    after,
    action: { do: 'inject', flags, seq: { from: 'rcv.nxt', plus } },
  }));

export const intruder: LevelFile = {
  format: 1,
  id: 'intruder',
  texts: {
    en: {
      title: 'Intruder',
      summary: 'Forged RST and SYN: outside the window, inside it, and exact.',
      story:
        'Somebody who hears nothing of your talk shouts into the line: “It is over!” You cannot see who shouts, only the number that comes with it. A number from nowhere you ignore. One that is near you doubt, and ask back. Only who names the very next number is believed, friend or not.',
      goal: 'Keep the connection alive for as long as the numbers allow.',
      lesson:
        'A RST counts only with exactly RCV.NXT. In the window it draws a challenge ACK, outside it nothing; a SYN draws a challenge ACK too. The handshake proves an address, never a person.',
    },
    'zh-CN': {
      title: '不速之客',
      summary: '伪造的 RST 和 SYN：窗口外、窗口内和恰好命中。',
      story:
        '有个听不到你们谈话的人冲着线路大喊：“结束了！”您看不见是谁在喊，只看得见随之而来的序列号。不着边际的号，不理；相近的号，存疑并反问；只有报出恰好下一个号的，才会被相信，不管他是不是朋友。',
      goal: '只要序列号允许，就让连接活下去。',
      lesson:
        'RST 只有恰好等于 RCV.NXT 才有效。落在窗口内，回一个 challenge ACK；落在窗口外，什么也不回；SYN 也会引出 challenge ACK。握手证明的是地址，从来不是身份。',
    },
  },
  voice: 'friends',
  difficulty: 'novice',
  help: 'type',
  goal: 'reset',
  connections: [
    {
      script: [
        ...opening('A'),
        { id: 'ask', at: 'A', when: { on: 'established' }, action: { do: 'send', text: 'Can we talk?' } },
        {
          id: 'answer',
          at: 'B',
          when: { on: 'delivered', octets: 12 },
          action: { do: 'send', text: 'If nobody listens.' },
        },
        ...askBoth('identity', 'answer'),
        ...forgery('far-reset', 'identity-2', 'RST', 5000),
        ...forgery('near-reset', 'far-reset-b', 'RST', 300),
        ...forgery('syn', 'near-reset-b', 'SYN', 400),
        ...forgery('exact-reset', 'syn-b', 'RST', 0),
      ],
    },
  ],
  ask: ['reset-outside-window', 'reset'],
  trains: ['M13', 'M14', 'M20'],
  shows: ['reset-outside-window', 'reset-challenged', 'syn-challenged', 'reset-exact'],
  opensAfter: 'both-at-once',
};
