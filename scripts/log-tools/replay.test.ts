/** A log file says what was played, and whoever changes it is found out and told what does not fit. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { levelById } from '../../shared/levels/catalogue.ts';
import type { LogFile } from '../../shared/replay/log-file.ts';
import { logFileOf } from '../../shared/replay/log-file.ts';
import type { LogEntry } from '../../shared/replay/log.ts';
import { hashOfLevel } from '../../shared/replay/log.ts';
import { record } from '../../shared/testing/recording.ts';
import { replayFile } from './replay.ts';

const folder = mkdtempSync(join(tmpdir(), 'replay-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = logFileOf(record(levelById('lost')!, 'replay file', 'novice').log);

function run(value: unknown): ReturnType<typeof replayFile> {
  const path = join(folder, 'log.json');
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return replayFile(path);
}

const withEntry = (at: number, change: (entry: LogEntry) => LogEntry): LogFile => ({
  ...file,
  entries: file.entries.map((entry, index) => (index === at ? change(entry) : entry)),
});

/** It is refused whatever it is changed to: the score stays. */
const wrong = file.entries.findIndex(({ command }, index) => {
  const next = file.entries[index + 1]?.command;
  return (
    command.kind === 'play' &&
    next?.kind === 'play' &&
    command.prompt === next.prompt &&
    command.seat === next.seat
  );
});
const firstPlay = file.entries.findIndex(({ command }) => command.kind === 'play');
const right = file.entries.findIndex(({ command }) => command.kind === 'play' && command.play.card !== null);

describe('an honest log', () => {
  it('is told as a ladder with its score, and its result is confirmed', () => {
    const { status, output, problems } = run(file);
    expect([status, problems]).toStrictEqual([0, '']);
    const { A, B } = file.result!.scores;
    expect(output).toContain(`score A: ${A.score} of 1000`);
    expect(output).toContain(`score B: ${B.score} of 1000`);
    expect(output).toContain('The recorded result is right.');
    expect(output).toMatch(/SYN-SENT +\| SYN, seq \d+ -+x +\| +LISTEN +lost/u);
    expect(output).toMatch(/LISTEN +SYN, seq \d+ reaches B/u);
    expect(output).toMatch(/\|<-+ SYN\+ACK, seq \d+, ack \d+ \|/u);
  });

  it('of an older version has no result to confirm', () => {
    const { status, output } = run({ header: file.header, entries: file.entries });
    expect(status).toBe(0);
    expect(output).toContain('records no result');
  });

  it('may be of a level that this version does not know', () => {
    const level = { ...file.header.level, id: 'another' };
    const header = { ...file.header, level, levelHash: hashOfLevel(level) };
    expect(run(logFileOf({ header, entries: file.entries })).output).toContain('not a level of this version');
  });
});

describe('a changed log', () => {
  const level = { ...file.header.level, rcvWnd: 900 };
  const { scores } = file.result!;
  const better = { ...scores, A: { ...scores.A, score: scores.A.score + 1 } };
  const cases: readonly (readonly [string, LogFile, string, RegExp])[] = [
    ['another level', { ...file, header: { ...file.header, level } }, 'log/level', /level has been changed/u],
    [
      'another level with its hash',
      {
        ...file,
        header: {
          ...file.header,
          level: {
            ...level,
            times: { ...level.times, windows: { flags: 1, choose: 1, type: 1, states: 1 } },
          },
          levelHash: hashOfLevel({
            ...level,
            times: { ...level.times, windows: { flags: 1, choose: 1, type: 1, states: 1 } },
          }),
        },
      },
      'log/result',
      /scores\.A\./u,
    ],
    [
      'a play made silent',
      withEntry(right, (entry) =>
        entry.command.kind === 'play'
          ? { ...entry, command: { ...entry.command, play: { card: null, state: null } } }
          : entry,
      ),
      'log/result',
      /recorded, .* replayed/u,
    ],
    [
      'a mistake smoothed over',
      withEntry(wrong, (entry) =>
        entry.command.kind === 'play' && entry.command.play.card !== null
          ? {
              ...entry,
              command: {
                ...entry.command,
                play: { card: { ...entry.command.play.card, seq: 7 }, state: null },
              },
            }
          : entry,
      ),
      'log/result',
      /state: /u,
    ],
    [
      'a play taken back in time',
      withEntry(firstPlay + 1, (entry) => ({ ...entry, at: 0 })),
      'log/order',
      /comes after/u,
    ],
    ['entries in another order', { ...file, entries: file.entries.toReversed() }, 'log/order', /entry \d+/u],
    [
      'a better score',
      { ...file, result: { ...file.result!, scores: better } },
      'log/result',
      /scores\.A\.score/u,
    ],
    [
      'another end',
      { ...file, result: { ...file.result!, ended: 'time-over' } },
      'log/result',
      /ended: "time-over" recorded, "lanes-over" replayed/u,
    ],
    ['its end cut off', { ...file, entries: file.entries.slice(0, -4) }, 'log/not-ended', /cut short/u],
    ['other rules', { ...file, header: { ...file.header, rules: 999 } }, 'log/rules', /rules 999/u],
    ['another format', { ...file, header: { ...file.header, format: 999 } }, 'log/format', /format 999/u],
  ];

  it.each(cases)('with %s is refused', (_, changed, code, reason) => {
    const { status, output, problems } = run(changed);
    expect([status, output]).toStrictEqual([1, '']);
    expect(problems).toContain(`[${code}]`);
    expect(problems).toMatch(reason);
  });

  it('that the engine cannot play is refused, not thrown', () => {
    const broken = {
      ...file.header.level,
      lanes: [{ ...file.header.level.lanes[0]!, faults: { scripted: [{}], rates: {} } }],
    };
    const header = {
      ...file.header,
      level: broken,
      levelHash: hashOfLevel(broken as unknown as LogFile['header']['level']),
    };
    const { status, problems } = run({ ...file, header });
    expect(status).toBe(1);
    expect(problems).toContain('cannot be played');
  });
});

describe('what is no log', () => {
  it.each([
    ['an empty file', '', /not JSON/u],
    ['half a log', JSON.stringify(file).slice(0, 2000), /not JSON/u],
    ['other JSON', { a: 1 }, /header/u],
    ['a list', [], /expected object/u],
    ['a log without entries', { header: file.header }, /entries/u],
    [
      'an unknown command',
      { ...file, entries: [{ at: 0, n: 0, command: { kind: 'win' } }] },
      /entries\.0\.command/u,
    ],
    [
      'a time that is no number',
      { ...file, entries: [{ at: 'now', n: 0, command: { kind: 'pause' } }] },
      /entries\.0\.at/u,
    ],
  ])('such as %s is told from a log that is wrong', (_, value, reason) => {
    const { status, problems } = run(value);
    expect(status).toBe(2);
    expect(problems).toContain('is not a match log');
    expect(problems).toMatch(reason);
  });

  it('such as a file that is not there', () => {
    expect(replayFile(join(folder, 'nowhere.json'))).toMatchObject({ status: 2, output: '' });
  });
});
