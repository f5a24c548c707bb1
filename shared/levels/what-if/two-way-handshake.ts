/** Were two segments enough, a ghost SYN would open a connection with nobody. */
import type { LevelFile } from '../schema.ts';
import { ghostBeforeTheCall } from '../ghost.ts';

export const twoWayHandshake: LevelFile = {
  format: 1,
  id: 'two-way-handshake',
  texts: {
    en: {
      title: 'What if two were enough?',
      summary: 'The listener believes in the connection as soon as it has answered the SYN.',
      story:
        'Suppose the called side took its own answer for the connection, and nobody answered a SYN+ACK. Then a letter from last week is enough: the line is held, for nobody, and the real caller finds it taken.',
      goal: 'Watch the zombie; then open the connection with three segments.',
      lesson:
        'A SYN+ACK proves nothing yet: the SYN may be old. Only its acknowledgment shows that somebody is there, now.',
    },
    'zh-CN': {
      title: '如果两次就够？',
      summary: '监听方一回答 SYN，就当连接已经存在。',
      story:
        '假设被动方把自己的回答就当作连接成立，而没有人再理会 SYN+ACK。那么上周的一封信就够了：线路被占着，为了一个不存在的人，真正的来电却打不进来。',
      goal: '先看僵尸连接，再用三个报文段打开连接。',
      lesson: 'SYN+ACK 还什么都证明不了：那个 SYN 可能是旧的。只有对它的确认才说明此刻真有人在。',
    },
  },
  voice: 'courier',
  difficulty: 'novice',
  help: 'choose',
  goal: 'established',
  connections: [ghostBeforeTheCall],
  trains: ['M08'],
  shows: ['ghost-refused', 'handshake'],
  whatIf: 'two-way-handshake',
  opensAfter: 'ghost-syn',
};
