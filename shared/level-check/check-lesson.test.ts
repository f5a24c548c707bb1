import { expect, it } from 'vitest';
import { lessonById, lessonOf } from '../levels/catalogue.ts';
import type { LevelFile } from '../levels/schema.ts';
import type { LessonFaultCode } from './check-lesson.ts';
import { checkLesson } from './check-lesson.ts';

const QUICKLY = { seeds: 5, deepSeeds: 2, states: 2000 };

const fileOf = (id: string): LevelFile => lessonById(id)!.file;

const codesOf = (file: LevelFile): readonly LessonFaultCode[] =>
  checkLesson(lessonOf(file), QUICKLY).faults.map(({ code }) => code);

const withScript = (
  file: LevelFile,
  change: (script: LevelFile['connections'][number]['script']) => LevelFile['connections'][number]['script'],
): LevelFile => ({
  ...file,
  connections: file.connections.map((connection) => ({ ...connection, script: change(connection.script) })),
});

const fourWaves = fileOf('four-waves');

const BROKEN: readonly (readonly [string, LessonFaultCode, LevelFile])[] = [
  ['an RTO within two flights', 'lesson/times', { ...fourWaves, times: { rto: 2400 } }],
  ['a 2MSL shorter than 3.5 RTO', 'lesson/times', { ...fourWaves, times: { msl: 6900 } }],
  [
    'an MSL shorter than a flight',
    'lesson/times',
    { ...fourWaves, times: { msl: 1400, rto: 2500 }, shortTimeWait: true },
  ],
  [
    'a connection that nobody closes',
    'lesson/goal',
    withScript(fourWaves, (script) => script.filter(({ id }) => id !== 'close-second')),
  ],
  [
    'more losses than a connection bears',
    'lesson/goal',
    {
      ...fourWaves,
      connections: fourWaves.connections.map((connection) => ({
        ...connection,
        faults: [{ match: { flags: 'SYN' as const }, times: 5, action: { kind: 'drop' as const } }],
      })),
    },
  ],
  ['a promise that nothing keeps', 'lesson/key-event', { ...fourWaves, shows: ['ghost-refused'] }],
  [
    'a question whose moment never comes',
    'lesson/question',
    withScript(fourWaves, (script) =>
      script.map((item) =>
        item.id === 'time-wait-1' ? { ...item, action: { do: 'ask', question: 'closes-first' } } : item,
      ),
    ),
  ],
  [
    'more questions than a seat is asked',
    'lesson/question',
    withScript(fourWaves, (script) => [
      ...script,
      ...[1, 2, 3].map((n): (typeof script)[number] => ({
        id: `more-${n}`,
        at: 'first-closer',
        when: { on: 'lane-quiet' },
        after: n === 1 ? 'connect' : `more-${n - 1}`,
        action: { do: 'ask', question: 'known' },
      })),
    ]),
  ],
  ['a mistake that nobody can make', 'lesson/misconception', { ...fourWaves, trains: ['M12'] }],
  ['a switched rule that does no harm', 'lesson/no-harm', { ...fourWaves, whatIf: 'no-time-wait' }],
  [
    'a right answer that leads astray',
    'lesson/answer-misses',
    // Only who merges the last text with the FIN loses it, again and again.
    {
      ...fileOf('not-finished-yet'),
      connections: fileOf('not-finished-yet').connections.map((connection) => ({
        ...connection,
        faults: [
          { match: { flags: 'FIN+ACK' as const, text: true }, times: 9, action: { kind: 'drop' as const } },
        ],
      })),
    },
  ],
];

it.each(BROKEN)('refuses %s: %s', (_, code, file) => {
  expect(codesOf(file)).toContain(code);
});

it('says where and why', () => {
  const [fault] = checkLesson(lessonOf({ ...fourWaves, shows: ['ghost-refused'] }), QUICKLY).faults;
  expect(fault).toStrictEqual({ code: 'lesson/key-event', detail: 'seed 0: ghost-refused' });
});
