/** The peer is gone: FIN-WAIT-2 for ever, and a half-open connection found by RST. */
import type { LevelFile } from '../schema.ts';
import type { FileItem } from '../script.ts';
import { closeFirst, opening } from '../script.ts';

/** Nothing comes, and the one who waits is asked what that proves. */
const twoHoursLater = (at: FileItem['at'], after: string): FileItem[] => [
  { id: 'two-hours', at, when: { on: 'lane-quiet' }, after, action: { do: 'pass', minutes: 120 } },
  {
    id: 'still-there',
    at,
    when: { on: 'lane-quiet' },
    after: 'two-hours',
    action: { do: 'ask', question: 'still-there' },
  },
];

export const silence: LevelFile = {
  format: 1,
  id: 'silence',
  texts: {
    en: {
      title: 'Silence',
      summary: 'The peer never closes, or has forgotten everything. How a dead connection is found.',
      story:
        'Two silences. First: you have said goodbye, but the other side never does. Two hours pass in FIN-WAIT-2; then your application has had enough and slams the phone down. Second: the other house has burnt down and been rebuilt. You know nothing of it and talk on. “Who are you? I know of no call.”',
      goal: 'End both connections; only a reset can.',
      lesson:
        'A connection is two records, one at each end, and no wire between them. If one end loses its record, nothing tells the other until something is sent: then RST comes, and RST is never answered.',
    },
    'zh-CN': {
      title: '寂静',
      summary: '对方一直不关闭，或者忘了一切。怎样发现一条死连接。',
      story:
        '两种寂静。第一种：您已经告别，对方却一直不说再见。在 FIN-WAIT-2 里过了两个小时，您的应用受够了，啪地挂断。第二种：对面的房子烧毁后又重建，您毫不知情，继续说话。“您是谁？我不知道有什么通话。”',
      goal: '结束这两条连接；只有复位办得到。',
      lesson:
        '连接是两端各一份记录，中间并没有一根线。一端丢了记录，另一端无从得知，直到有报文段发出：这时 RST 回来，而 RST 从不需要回应。',
    },
  },
  voice: 'friends',
  difficulty: 'novice',
  help: 'type',
  goal: 'reset',
  rounds: true,
  connections: [
    {
      script: [
        ...opening('A'),
        closeFirst('connect'),
        ...twoHoursLater('first-closer', 'close-first'),
        {
          id: 'give-up',
          at: 'first-closer',
          when: { on: 'lane-quiet' },
          after: 'still-there',
          action: { do: 'abort' },
        },
      ],
    },
    {
      script: [
        ...opening('B'),
        { id: 'greet', at: 'B', when: { on: 'established' }, action: { do: 'send', text: 'Are you there?' } },
        { id: 'crash', at: 'A', when: { on: 'lane-quiet' }, after: 'greet', action: { do: 'crash' } },
        ...twoHoursLater('B', 'crash'),
        {
          id: 'talk-on',
          at: 'B',
          when: { on: 'lane-quiet' },
          after: 'still-there',
          action: { do: 'send', text: 'As I was saying:' },
        },
      ],
    },
  ],
  ask: ['reset'],
  trains: ['M12', 'M13', 'M17'],
  shows: ['abort-resets', 'half-open-found'],
  opensAfter: 'too-late',
};
