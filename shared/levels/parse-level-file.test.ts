import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LESSONS, lessonById } from './catalogue.ts';
import { levelOf } from './level-of.ts';
import { LEVEL_FILE_LIMIT } from './level-file-limit.ts';
import { parseLevelFile } from './parse-level-file.ts';
import type { LevelFile } from './schema.ts';

const clean = lessonById('clean')!.file;

const codesOf = (file: unknown): readonly string[] => {
  const parsed = parseLevelFile(JSON.stringify(file));
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`);
};

const withItem = (change: object): LevelFile => ({
  ...clean,
  connections: [
    {
      script: clean.connections[0]!.script.map((item, at) => (at === 2 ? { ...item, ...change } : item)),
    },
  ],
});

describe('a level file', () => {
  it.each(LESSONS.map(({ file, level }) => [file.id, file, level] as const))(
    'of the built-in lesson %s reads back as the same level, within the limit',
    (_, file, level) => {
      const text = JSON.stringify(file, null, 2);
      const parsed = parseLevelFile(text);
      expect(parsed).toStrictEqual({ ok: true, file });
      expect(parsed.ok && levelOf(parsed.file)).toStrictEqual(level);
    },
  );

  it('names what is wrong, and where', () => {
    expect(codesOf({ ...clean, difficulty: 'hard' })).toStrictEqual(['file/choice difficulty']);
    expect(codesOf({ ...clean, color: 'red' })).toStrictEqual(['file/unknown-field color']);
    expect(codesOf(withItem({ when: { on: 'tuesday' } }))).toStrictEqual([
      'file/choice connections.0.script.2.when.on',
    ]);
    expect(codesOf(withItem({ action: { do: 'send', text: '?' } }))).toStrictEqual([
      'file/ascii connections.0.script.2.action.text',
    ]);
    const { goal: _, ...goalless } = clean;
    expect(codesOf(goalless)).toStrictEqual(['file/missing goal']);
    expect(codesOf({ ...clean, rounds: 'yes' })).toStrictEqual(['file/kind rounds']);
    expect(codesOf({ ...clean, connections: [] })).toStrictEqual(['file/too-few connections']);
    expect(codesOf({ ...clean, ask: Array(4).fill('rst') })).toContain('file/too-many ask');
    expect(codesOf({ ...clean, id: 'My level' })).toStrictEqual(['file/name id']);
    expect(codesOf({ ...clean, texts: {} })).toStrictEqual(['file/no-language texts']);
  });

  it('tells the line of what is wrong', () => {
    const text = JSON.stringify({ ...clean, difficulty: 'hard' }, null, 2);
    const line = text.split('\n').findIndex((one) => one.includes('"difficulty"')) + 1;
    expect(parseLevelFile(text)).toMatchObject({ issues: [{ line, detail: 'novice, standard, expert' }] });
    expect(parseLevelFile('{\n  "format": 1\n  "id": "a"\n}')).toMatchObject({
      issues: [{ code: 'file/not-json', line: 3 }],
    });
  });

  it('must name what it refers to, once, and in order', () => {
    expect(codesOf(withItem({ id: 'connect' }))).toContain('file/twice connections.0.script.2.id');
    expect(codesOf(withItem({ after: 'nobody' }))).toContain(
      'file/unknown-item connections.0.script.2.after',
    );
    expect(codesOf(withItem({ after: 'thank' }))).toContain('file/order connections.0.script.2.after');
    expect(codesOf(withItem({ action: { do: 'release', label: 'old' } }))).toContain(
      'file/unknown-item connections.0.script.2.action.label',
    );
  });

  it('has two connections at once at most, and four rounds', () => {
    const [connection] = clean.connections;
    const three = { ...clean, connections: [connection!, connection!, connection!] };
    expect(codesOf(three)).toStrictEqual(['file/lanes connections']);
    expect(codesOf({ ...three, rounds: true })).toStrictEqual([]);
  });

  it('keeps every number within its bounds', () => {
    expect(codesOf({ ...clean, times: { rto: 199 } })).toStrictEqual(['file/too-small times.rto']);
    expect(codesOf({ ...clean, rcvWnd: 65_536 })).toStrictEqual(['file/too-large rcvWnd']);
    const copies = { match: {}, action: { kind: 'duplicate', copies: 4 } };
    expect(codesOf({ ...clean, connections: [{ ...clean.connections[0], faults: [copies] }] })).toStrictEqual(
      ['file/too-large connections.0.faults.0.action.copies'],
    );
  });

  it('shows no invisible or direction-changing characters', () => {
    const texts = { en: { ...clean.texts.en!, title: 'Clean \u202e level' } };
    expect(codesOf({ ...clean, texts })).toStrictEqual(['file/invisible texts.en.title']);
  });

  it('is refused when too long, measured in octets, and when it is no JSON', () => {
    const long = ' '.repeat(LEVEL_FILE_LIMIT + 1);
    expect(parseLevelFile(long)).toMatchObject({ ok: false, issues: [{ code: 'file/too-long' }] });
    const wide = `"${'三'.repeat(LEVEL_FILE_LIMIT / 3)}"`;
    expect(parseLevelFile(wide)).toMatchObject({ ok: false, issues: [{ code: 'file/too-long' }] });
    expect(parseLevelFile('{"format": 1,')).toMatchObject({ ok: false, issues: [{ code: 'file/not-json' }] });
  });

  it('never throws, whatever it says', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseLevelFile(text).ok).toBe(false);
      }),
    );
  });
});
