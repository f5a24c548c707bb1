import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { levelById } from '../../shared/levels/catalogue.ts';
import { logFileOf } from '../../shared/replay/log-file.ts';
import { record } from '../../shared/testing/recording.ts';
import { FalseLogError, exportFile } from './export.ts';
import { UsageError } from '../usage-error.ts';
import { readExportOptions } from './export-options.ts';
import { NotALogError } from './read-log-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'export-'));
afterAll(() => rmSync(folder, { recursive: true }));

function saved(name: string, value: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(value));
  return path;
}

const file = logFileOf(record(levelById('lost')!, 'export', 'novice').log);
const log = saved('log.json', file);

const exported = (args: readonly string[], path = log): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(exportFile(path, readExportOptions([path, ...args])));

describe('the command line', () => {
  it('gives every choice a default', () => {
    expect(readExportOptions(['a.json', '--csv'])).toStrictEqual({
      log: 'a.json',
      format: 'csv',
      seat: null,
      lane: null,
      language: 'en',
      out: null,
    });
  });

  it('counts wires from 1, and takes zh for zh-CN', () => {
    const args = ['a.json', '--pcapng', '--seat', 'B', '--lane', '2', '--lang', 'zh', '--out', 'b'];
    expect(readExportOptions(args)).toMatchObject({ seat: 'B', lane: 1, language: 'zh-CN', out: 'b' });
  });

  it.each([
    [['--csv'], /one log/u],
    [['a', 'b', '--csv'], /one log/u],
    [['a'], /one of --pcapng/u],
    [['a', '--csv', '--json'], /one of --pcapng/u],
    [['a', '--csv', '--seat', 'C'], /--seat C/u],
    [['a', '--csv', '--lane', '0'], /--lane 0/u],
    [['a', '--csv', '--lang', 'fr'], /--lang fr/u],
    [['a', '--json', '--seat', 'A'], /--json/u],
    [['a', '--xml'], /--xml/u],
  ])('%j is refused', (args, reason) => {
    expect(() => readExportOptions(args)).toThrow(UsageError);
    expect(() => readExportOptions(args)).toThrow(reason);
  });
});

describe('an export', () => {
  it('as JSON is the debrief', () => {
    const debrief = JSON.parse(exported(['--json'])) as { scores: unknown; levelId: string };
    expect(debrief.levelId).toBe('lost');
    expect(debrief.scores).toStrictEqual(file.result!.scores);
  });

  it('as a capture begins a section', () => {
    const bytes = exportFile(log, readExportOptions([log, '--pcapng']));
    expect([...bytes.subarray(0, 4)]).toStrictEqual([0x0a, 0x0d, 0x0d, 0x0a]);
  });

  it('speaks the language that was asked for', () => {
    expect(exported(['--packetdrill'])).toContain('What host A saw');
    expect(exported(['--packetdrill', '--seat', 'B', '--lang', 'zh-CN'])).toContain('主机 B 在线路 1 上所见');
  });

  it('of a wire that the match has not is refused', () => {
    expect(() => exported(['--csv', '--lane', '2'])).toThrow(UsageError);
  });

  it('is made of no log that is not what it says', () => {
    const cut = saved('cut.json', { ...file, entries: file.entries.slice(0, 5) });
    expect(() => exported(['--csv'], cut)).toThrow(FalseLogError);
    expect(() => exported(['--csv'], saved('other.json', {}))).toThrow(NotALogError);
  });
});
