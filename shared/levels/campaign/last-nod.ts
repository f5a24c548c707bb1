/** The handshake's final ACK is lost, and data completes it. */
import type { LevelFile } from '../schema.ts';
import type { FileConnection } from '../script.ts';
import { opening } from '../script.ts';

// The SEND comes after the ACK has left: one card for both would be the one that is lost.
const connection = (opener: 'A' | 'B', text: string): FileConnection => ({
  script: [
    ...opening(opener),
    {
      id: 'where',
      at: opener,
      when: { on: 'my-ack-settled', of: 'syn' },
      after: 'connect',
      action: { do: 'ask', question: 'peer-state' },
    },
    {
      id: 'speak',
      at: opener,
      when: { on: 'my-ack-settled', of: 'syn' },
      after: 'where',
      action: { do: 'send', text },
    },
  ],
  faults: [{ match: { from: opener, flags: 'ACK', text: false }, action: { kind: 'drop' } }],
});

export const lastNod: LevelFile = {
  format: 1,
  id: 'last-nod',
  texts: {
    en: {
      title: 'The last nod',
      summary: 'The handshake’s final ACK is lost. Does it matter?',
      story:
        'The caller’s last “I hear you” is drowned by a passing train. The caller does not know and begins to talk. The called side, who still waited for that word, hears the first sentence and thinks: whoever tells me this has heard me. That will do.',
      goal: 'Get the first words across although the last ACK is lost.',
      lesson:
        'Every segment after the SYN carries an ACK. Data whose ACK covers the SYN completes the handshake just as the lost ACK would have done.',
    },
    'zh-CN': {
      title: '最后一次点头',
      summary: '握手的最后一个 ACK 丢了。要紧吗？',
      story:
        '主动方最后那句“我听见了”被驶过的火车淹没。它不知道，开始说正事。被动方还在等那句话，却听到了第一句正文，心想：能跟我说这些，就是听见我了。够了。',
      goal: '最后一个 ACK 丢了，仍要把第一句话送到。',
      lesson: 'SYN 之后的每个报文段都带 ACK。数据的 ACK 覆盖了 SYN，就和那个丢失的 ACK 一样完成握手。',
    },
  },
  voice: 'courier',
  difficulty: 'novice',
  help: 'type',
  goal: 'delivered',
  rounds: true,
  connections: [connection('A', 'I have a parcel for you.'), connection('B', 'Is it heavy?')],
  trains: ['M07'],
  shows: ['last-handshake-ack-lost', 'data-completes-handshake'],
  opensAfter: 'nobody-answers',
};
