import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { LESSONS } from '../../shared/levels/catalogue.ts';
import { LEVEL_FILE_LIMIT } from '../../shared/levels/level-file-limit.ts';
import { readLevelLink, writeLevelLink } from './level-link.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

const deflated = (text: string): string => `z${deflateRawSync(text).toString('base64url')}`;

describe('a level link', () => {
  test('holds every built-in lesson, both languages of it, in a link that chat programs take', async () => {
    for (const { file } of LESSONS) {
      const text = JSON.stringify(file);
      const link = await writeLevelLink(text);
      expect(link).toMatch(/^z[\w-]+$/u);
      expect(link.length, file.id).toBeLessThan(2500);
      expect(await readLevelLink(link)).toStrictEqual({ ok: true, text });
    }
  });

  test('holds any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        expect(await readLevelLink(await writeLevelLink(text))).toStrictEqual({ ok: true, text });
      }),
      { numRuns: 50 },
    );
  });

  test('is plain where nothing can be deflated, and read everywhere', async () => {
    const deflatedLink = await writeLevelLink('三次握手');
    vi.stubGlobal('CompressionStream', undefined);
    vi.stubGlobal('DecompressionStream', undefined);
    const link = await writeLevelLink('三次握手');
    expect(link).toMatch(/^p[\w-]+$/u);
    expect(await readLevelLink(link)).toStrictEqual({ ok: true, text: '三次握手' });
    expect(await readLevelLink(deflatedLink)).toStrictEqual({ ok: false, fault: 'unsupported' });
  });

  test('holds a level of the greatest length, and not an octet more', async () => {
    const whole = 'a'.repeat(LEVEL_FILE_LIMIT);
    expect(await readLevelLink(deflated(whole))).toStrictEqual({ ok: true, text: whole });
    expect(await readLevelLink(deflated(`${whole}a`))).toStrictEqual({ ok: false, fault: 'too-long' });
    const plain = (text: string): string => `p${Buffer.from(text).toString('base64url')}`;
    expect(await readLevelLink(plain(whole))).toStrictEqual({ ok: true, text: whole });
    expect(await readLevelLink(plain(`${whole}aaa`))).toStrictEqual({ ok: false, fault: 'too-long' });
  });

  test('that unpacks to far more than a level is stopped on the way', async () => {
    const bomb = deflated('a'.repeat(10_000_000));
    expect(bomb.length).toBeLessThan(20_000);
    expect(await readLevelLink(bomb)).toStrictEqual({ ok: false, fault: 'too-long' });
  });

  test('that is cut off, altered or made up is broken', async () => {
    const link = await writeLevelLink(JSON.stringify(LESSONS[0]!.file));
    for (const data of [
      '',
      'z',
      'x0',
      link.slice(0, -9),
      `z!${link.slice(2)}`,
      `q${link.slice(1)}`,
      'zAAAA',
      'p_w',
    ])
      expect(await readLevelLink(data), data).toStrictEqual({ ok: false, fault: 'broken' });
  });
});
