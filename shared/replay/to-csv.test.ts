import { describe, expect, it } from 'vitest';
import { levelById } from '../levels/catalogue.ts';
import { record } from '../testing/recording.ts';
import { CLOSE, ESTABLISHED, fourWaves, HANDSHAKE, item, send, testLevel } from '../testing/test-level.ts';
import { debriefOf } from './debrief-of.ts';
import type { MatchLog } from './log.ts';
import type { TableOptions } from './to-csv.ts';
import { toCsv } from './to-csv.ts';

const ALL: TableOptions = { language: 'en', seat: null, lane: null };

/** Reads RFC 4180 back. */
function parse(text: string): readonly (readonly string[])[] {
  const cells = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gu;
  const rows: string[][] = [[]];
  for (const [, cell, end] of text.matchAll(cells)) {
    rows.at(-1)!.push(cell!.startsWith('"') ? cell!.slice(1, -1).replaceAll('""', '"') : cell!);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

function table(log: MatchLog, options = ALL): readonly { readonly [column: string]: string }[] {
  const made = toCsv(log, options);
  if (!made.ok) throw new Error(made.code);
  const [header, ...rows] = parse(made.value.slice(1));
  return rows.map((row) => {
    expect(row).toHaveLength(header!.length);
    return Object.fromEntries(header!.map((name, at) => [name, row[at]!]));
  });
}

const { log } = record(levelById('storm')!, 'table', 'novice');

describe('the table of a match', () => {
  const rows = table(log);

  it('has every wrong play with its reason, in order', () => {
    const debrief = debriefOf(log);
    if (!debrief.ok) throw new Error(debrief.code);
    const { wrongPlays } = debrief.value;
    expect(wrongPlays.length).toBeGreaterThan(3);
    const wrong = rows.filter(({ verdict }) => verdict === 'wrong');
    expect(wrong.map(({ seat, wire, lane_ms, reason }) => [seat, wire, lane_ms, reason])).toStrictEqual(
      wrongPlays.map(({ seat, lane, at, refusal }) => [seat, String(lane + 1), String(at), refusal.reason]),
    );
    for (const { explanation } of wrong) expect(explanation).not.toBe('');
  });

  it('has every segment that was sent, with what the network did to it', () => {
    const debrief = debriefOf(log);
    if (!debrief.ok) throw new Error(debrief.code);
    const fates = debrief.value.ladders.map(({ segments }) => segments.map(({ fate }) => fate).sort());
    for (const [lane, expected] of fates.entries()) {
      const told = rows.filter(({ wire, network }) => wire === String(lane + 1) && network !== '');
      expect(told.map(({ network }) => network!).sort()).toStrictEqual(expected);
    }
  });

  it('follows each endpoint from state to state', () => {
    for (const [seat, wire] of [
      ['A', '1'],
      ['B', '1'],
      ['A', '2'],
      ['B', '2'],
    ]) {
      let state = 'CLOSED';
      for (const row of rows.filter((one) => one['seat'] === seat && one['wire'] === wire)) {
        expect(row['state_before']).toBe(state);
        state = row['state_after']!;
      }
      expect(state).toBe('CLOSED');
    }
  });

  it('can be of one seat or one wire, and in the other language', () => {
    expect(table(log, { ...ALL, seat: 'A' })).toStrictEqual(rows.filter(({ seat }) => seat === 'A'));
    expect(table(log, { ...ALL, lane: 1 })).toStrictEqual(rows.filter(({ wire }) => wire === '2'));
    const chinese = table(log, { ...ALL, language: 'zh-CN' });
    expect(chinese).toHaveLength(rows.length);
    expect(chinese[0]!['what_came']).toMatch(/[\u4e00-\u9fff]/u);
  });

  it('is for Excel too: a byte order mark first, and CRLF at each end', () => {
    const made = toCsv(log, ALL);
    expect(made.ok && made.value.codePointAt(0)).toBe(0xfeff);
    expect(made.ok && made.value.endsWith('\r\n')).toBe(true);
  });
});

it('keeps what the level makes players say from becoming cells, rows or formulas', () => {
  const text = '",\r\n=1+1';
  const level = testLevel([
    ...HANDSHAKE,
    item('say', 'A', ESTABLISHED, send(text)),
    item('stop', 'A', { on: 'lane-quiet' }, CLOSE, 'say'),
    ...fourWaves('stop')
      .slice(1)
      .map((one) => ({ ...one, after: 'stop' })),
  ]);
  const rows = table(record(level, 'table', 'expert').log);
  const said = rows.find(({ event }) => event === 'send');
  expect(said!['what_came']).toContain(text);
  for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/u);
});
