/** Quick match: the first SYN and the last ACK are lost. */
import type { LevelFile } from '../schema.ts';
import { fourWaves, lastAckLost, opening } from '../script.ts';

export const lost: LevelFile = {
  format: 1,
  id: 'lost',
  texts: {
    en: {
      title: 'Lost and found',
      summary: 'Segments vanish. Meet timers, retransmissions and duplicates.',
      story: 'The same call on a bad line: the first word gets lost, and so does the last.',
      goal: 'Open, talk, and close in order although segments vanish.',
      lesson: 'What is not acknowledged comes again; whoever hears a thing twice acknowledges it again.',
    },
    'zh-CN': {
      title: '失而复得',
      summary: '报文段会消失。认识定时器、重传和重复。',
      story: '同一通电话，线路很差：第一句丢了，最后一句也丢了。',
      goal: '报文段会消失，仍要打开、交谈，再按顺序关闭。',
      lesson: '没有得到确认的会再来一次；同一件事听到两遍，就再确认一遍。',
    },
  },
  voice: 'courier',
  difficulty: 'novice',
  help: 'choose',
  goal: 'closed',
  connections: [
    {
      script: [
        ...opening('A'),
        { id: 'greet', at: 'B', when: { on: 'established' }, action: { do: 'send', text: 'Who is there?' } },
        {
          id: 'name',
          at: 'A',
          when: { on: 'delivered', octets: 13 },
          action: { do: 'send', text: 'The courier, with a parcel.' },
        },
        ...fourWaves('name'),
      ],
      faults: [{ match: { flags: 'SYN' }, action: { kind: 'drop' } }, lastAckLost],
    },
  ],
  trains: ['M07', 'M08', 'M09', 'M16'],
  shows: ['syn-lost', 'syn-repeated', 'ack-of-fin-lost', 'time-wait-restarted', 'orderly-close'],
};
