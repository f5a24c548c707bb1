/** The server and the headless player as an operator and a programmer have them: as processes. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lessonById } from '../shared/levels/catalogue.ts';
import { debriefOf } from '../shared/replay/debrief-of.ts';
import type { MatchLog } from '../shared/replay/log.ts';
import { startPlayer } from './player-process.ts';
import type { ServerProcess } from './server-process.ts';
import { ROOT, startServer } from './server-process.ts';

let server: ServerProcess;
let folder: string;

beforeEach(async () => {
  server = await startServer();
  folder = mkdtempSync(join(tmpdir(), 'shake-and-wave-logs-'));
});

afterEach(async () => {
  await server.remove();
  rmSync(folder, { recursive: true });
});

const readLog = (file: string): MatchLog => JSON.parse(readFileSync(file, 'utf8')) as MatchLog;

const verdicts = (lines: readonly string[]): string[] => lines.filter((line) => line.startsWith('verdict '));

describe('two headless players', () => {
  it('play matches from code to log, roles swapped each time', async () => {
    const log = join(folder, 'log.json');
    const host = startPlayer(
      '--url',
      server.url,
      '--create',
      '--role',
      'client',
      '--matches',
      '2',
      '--log',
      log,
    );
    const [, code] = await host.line(/^code ([2-9A-Z]{6})$/u);
    const guest = startPlayer('--url', server.url, '--join', code!, '--matches', '2');
    expect([await host.exit, await guest.exit]).toStrictEqual([0, 0]);
    expect(host.lines.at(-1)).toBe('match 2: lanes-over, goal');
    expect(verdicts([...host.lines, ...guest.lines]).every((line) => line.includes(': right'))).toBe(true);
    const debrief = debriefOf(readLog(log));
    if (!debrief.ok) throw new Error(debrief.code);
    expect(debrief.value.scores.A.score).toBeGreaterThan(900);
  });

  it('go on where they were when the server is killed in mid-match, and no acknowledged play is lost', async () => {
    const log = join(folder, 'log.json');
    const host = startPlayer('--url', server.url, '--create', '--level', 'storm', '--log', log);
    const [, code] = await host.line(/^code (.*)$/u);
    const guest = startPlayer('--url', server.url, '--join', code!);
    for (const round of [3, 6, 9]) {
      await host.line(new RegExp(`^verdict ${round}:`, 'u'));
      await server.stop('SIGKILL');
      await server.start();
    }
    expect([await host.exit, await guest.exit]).toStrictEqual([0, 0]);
    const { entries } = readLog(log);
    const played = entries.filter(({ n, command }) => n > 0 && command.kind === 'play');
    const seats = ['A', 'B'].map((seat) =>
      played.flatMap(({ n, command }) => (command.kind === 'play' && command.seat === seat ? n : [])),
    );
    // Every acknowledged command is in the log once, in order.
    for (const numbers of seats) expect(numbers).toStrictEqual(numbers.map((_, index) => index + 1));
    expect(played).toHaveLength(verdicts(host.lines).length + verdicts(guest.lines).length);
    expect(debriefOf(readLog(log)).ok).toBe(true);
  });

  it('play with mistakes and are told what was wrong', async () => {
    const host = startPlayer('--url', server.url, '--create', '--skill', 'standard', '--untimed');
    const [, code] = await host.line(/^code (.*)$/u);
    const guest = startPlayer('--url', server.url, '--join', code!, '--skill', 'standard');
    expect([await host.exit, await guest.exit]).toStrictEqual([0, 0]);
  });
});

describe('a headless player', () => {
  it('plays alone against the bot', async () => {
    const player = startPlayer('--url', server.url, '--solo', '--role', 'server', '--skill', 'expert');
    expect(await player.exit).toBe(0);
    expect(player.lines[0]).toMatch(/^prompt 1 lane 1: segment SYN seq=\d+$/u);
  });

  it('plays a level from a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shake-and-wave-level-'));
    const path = join(folder, 'level.json');
    const log = join(folder, 'log.json');
    writeFileSync(path, JSON.stringify(lessonById('first-contact')!.file));
    const solo = ['--url', server.url, '--solo', '--skill', 'expert'];
    const player = startPlayer(...solo, '--level-file', path, '--log', log);
    expect(await player.exit).toBe(0);
    const { header } = JSON.parse(readFileSync(log, 'utf8')) as MatchLog;
    expect(header.level.id).toMatch(/^file:[\da-f]{8}$/u);
    writeFileSync(path, '{}');
    const refused = startPlayer(...solo, '--level-file', path);
    expect(await refused.exit).toBe(1);
    expect(refused.errors[0]).toMatch(/^level\/invalid: file\/missing: format/u);
    rmSync(folder, { recursive: true });
  });

  it('goes to the next server of its list when one is gone', async () => {
    const dead = 'http://127.0.0.1:1';
    const player = startPlayer('--url', `${dead},${server.url}`, '--solo', '--skill', 'expert');
    expect(await player.exit).toBe(0);
  });

  it.each([
    [['--solo'], '--url is missing'],
    [['--url', 'http://127.0.0.1:1', '--solo', '--create'], 'give one of --create, --join CODE, --solo'],
    [
      ['--url', 'http://127.0.0.1:1', '--solo', '--skill', 'godlike'],
      '--skill godlike: not novice, standard, expert',
    ],
  ])('says what is wrong with %j', async (args, message) => {
    const player = startPlayer(...args);
    expect(await player.exit).toBe(1);
    expect(player.errors[0]).toBe(message);
  });

  it('ends with one clear line when the code leads nowhere', async () => {
    const player = startPlayer('--url', server.url, '--join', 'ZZZZZZ');
    expect(await player.exit).toBe(1);
    expect(player.errors).toStrictEqual(['match/unknown: ZZZZZZ']);
  });
});

describe('the server', () => {
  it('is healthy when it is ready, and stops on SIGTERM with status 0', async () => {
    const response = await fetch(`${server.url}/healthz`);
    expect([response.status, await response.json()]).toStrictEqual([200, { ready: true }]);
    expect(await (await fetch(`${server.url}/metrics`)).text()).toContain('commands_committed_total');
    expect(await server.stop('SIGTERM')).toBe(0);
  });

  it('stops while a match is under way, and the match goes on afterwards', async () => {
    const host = startPlayer('--url', server.url, '--create');
    const [, code] = await host.line(/^code (.*)$/u);
    const guest = startPlayer('--url', server.url, '--join', code!);
    await host.line(/^verdict 2:/u);
    expect(await server.stop('SIGTERM')).toBe(0);
    await server.start();
    expect([await host.exit, await guest.exit]).toStrictEqual([0, 0]);
  });

  it.each([
    [{ PORT: 'eighty' }, /^wrong setting: PORT: /u],
    [{ PORT: '70000' }, /^wrong setting: PORT: /u],
    [{ LOG_LEVEL: 'loud' }, /^wrong setting: LOG_LEVEL: /u],
  ])('does not start with %j, and says why in one line', (env, message) => {
    const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'dist/server/main.js')], {
      env: { ...process.env, DATA_DIR: folder, ...env },
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('says in one line that its port or its folder is taken', () => {
    const start = (env: object): string =>
      spawnSync(process.execPath, [join(ROOT, 'dist/server/main.js')], {
        env: { ...process.env, LOG_LEVEL: 'silent', HOST: '127.0.0.1', PORT: '0', DATA_DIR: folder, ...env },
        encoding: 'utf8',
      }).stderr;
    expect(start({ PORT: String(server.port) })).toMatch(/^listen EADDRINUSE.*\n$/u);
  });
});
