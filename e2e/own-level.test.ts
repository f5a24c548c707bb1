/** A teacher's way: write a level, have it checked, play it, pass it on; and the ways of those who get it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lessonById } from '../shared/levels/catalogue.ts';
import type { LevelFile } from '../shared/levels/schema.ts';
import { violations } from './accessibility.ts';
import { PHONE } from './browser.ts';
import { setUpGame } from './game.ts';
import type { PagePlayer } from './page-player.ts';
import { choose, giveName, playOn, seesDebrief, visibleText, watchPractice } from './page-player.ts';

const game = setUpGame();

/** As short as a lesson can be: one handshake. */
const firstContact = lessonById('first-contact')!.file;
const HELLO: LevelFile = {
  ...firstContact,
  id: 'hello',
  rounds: false,
  connections: firstContact.connections.slice(0, 1),
  texts: {
    en: { ...firstContact.texts.en!, title: 'Hello, class 7b' },
    'zh-CN': { ...firstContact.texts['zh-CN']!, title: '七年级二班，你好' },
  },
};
const TEXT = JSON.stringify(HELLO, null, 2);

const write = ({ page, t }: PagePlayer, text: string): Promise<void> =>
  page.getByLabel(t('own-level.text')).fill(text);

const sees = ({ page }: PagePlayer, words: string): Promise<void> =>
  page.getByText(words, { exact: false }).first().waitFor();

const isSound = (player: PagePlayer): Promise<void> =>
  player.page.locator('.check-good').waitFor({ timeout: 30_000 });

const linkOf = ({ page, t }: PagePlayer): Promise<string> =>
  page.getByLabel(t('own-level.share.link')).inputValue();

describe('a level of one’s own', () => {
  it('is mended where the check says, played to the debrief, and counts for no record', async () => {
    const player = await game.visit('en', { watch: watchPractice });
    const { page, t } = player;
    await page.getByRole('link', { name: t('lobby.own-level') }).click();
    await page.getByRole('heading', { level: 1, name: t('own-level.title') }).waitFor();

    await write(player, TEXT);
    await isSound(player);
    await write(player, TEXT.replace('"help": "flags",', '"help": "flags"'));
    await sees(player, t('level-issue.file/not-json'));
    const line = TEXT.split('\n').findIndex((one) => one.includes('"help"')) + 2;
    await page.getByRole('button', { name: t('own-level.line', { n: line }) }).click();
    expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe('"goal": "established",');

    await write(player, TEXT.replace('"mode": "active"', '"mode": "activ"'));
    await sees(player, t('level-issue.file/choice', { detail: 'active, passive' }));
    expect(await visibleText(page)).toContain('connection 1, script item 2 (“connect”): action.mode');

    await write(player, TEXT.replace('"goal": "established"', '"goal": "closed"'));
    await sees(player, t('lesson-fault.lesson/goal'));

    await write(player, TEXT);
    await isSound(player);
    expect(await violations(page)).toStrictEqual([]);

    await giveName(player, 'Ada');
    await choose(player, 'A');
    await page.getByRole('button', { name: t('lobby.bot'), exact: true }).click();
    await playOn(player, 'mouse');
    await seesDebrief(player);
    await sees(player, 'Hello, class 7b');
    const progress = await page.evaluate(() => localStorage.getItem('shake-and-wave.progress'));
    expect(JSON.parse(progress!)).toMatchObject({ levels: {}, pendingPractice: [] });

    // Back at the text, as it was.
    await page.getByRole('button', { name: t('debrief.lobby'), exact: true }).click();
    expect(await page.getByLabel(t('own-level.text')).inputValue()).toBe(TEXT);
  });

  it('begins with a lesson or a file, and nothing is lost by it', async () => {
    const player = await game.visit('zh-CN', { path: '/#level' });
    const { page, t } = player;
    await page.getByLabel(t('own-level.source')).selectOption('four-waves');
    await isSound(player);
    const lesson = await page.getByLabel(t('own-level.text')).inputValue();
    expect(JSON.parse(lesson)).toStrictEqual(lessonById('four-waves')!.file);
    const file = { name: 'hello.json', mimeType: 'application/json', buffer: Buffer.from(TEXT) };
    await page.locator('input[type="file"]').setInputFiles(file);
    await sees(player, '七年级二班，你好');
    await page.getByRole('button', { name: t('own-level.undo') }).click();
    expect(await page.getByLabel(t('own-level.text')).inputValue()).toBe(lesson);
    await page.locator('input[type="file"]').setInputFiles({ ...file, buffer: Buffer.alloc(17_000, ' ') });
    await sees(player, t('own-level.file-too-long'));
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: t('own-level.download') }).click();
    expect(readFileSync(await (await download).path(), 'utf8')).toBe(lesson);
  });

  it('goes on as a link: its card comes first, in the reader’s language, and it is played with a friend', async () => {
    const ann = await game.visit('en', { path: '/#level' });
    await write(ann, TEXT);
    await isSound(ann);
    const link = await linkOf(ann);
    expect(link).toMatch(/#level=z[\w-]+$/u);

    const bob = await game.visit('zh-CN', { path: new URL(link).hash, viewport: PHONE });
    await bob.page.getByRole('heading', { level: 1, name: '七年级二班，你好' }).waitFor();
    await sees(bob, bob.t('own-level.shared'));
    await sees(bob, HELLO.texts['zh-CN']!.goal);
    expect(await violations(bob.page)).toStrictEqual([]);
    await giveName(bob, 'Bob');
    await choose(bob, 'B');
    await bob.page.getByRole('button', { name: bob.t('lobby.friend'), exact: true }).click();
    const code = (await bob.page.locator('.share-code').innerText()).replaceAll(/\s/gu, '');

    const cem = await game.visit('en', { path: `/#join=${code}` });
    await giveName(cem, 'Cem');
    await cem.page.getByRole('button', { name: cem.t('lobby.join.go'), exact: true }).click();
    await Promise.all([playOn(bob, 'mouse'), playOn(cem, 'keyboard')]);
    await Promise.all([seesDebrief(bob), seesDebrief(cem)]);
    // Who joined never had the link; the seat brought the words.
    await sees(cem, 'Hello, class 7b');

    await bob.page.getByRole('button', { name: bob.t('debrief.lobby'), exact: true }).click();
    await bob.page.getByRole('button', { name: bob.t('own-level.shared.edit') }).click();
    expect(JSON.parse(await bob.page.getByLabel(bob.t('own-level.text')).inputValue())).toStrictEqual(HELLO);
  });

  it('in a link that is damaged, too full, or no level is not opened, and the page says so', async () => {
    const player = await game.visit('en', { path: '/#level=zAAAA' });
    const { page, t } = player;
    await sees(player, t('own-level.link.broken'));
    for (const [data, words] of [
      [`p${Buffer.from('a'.repeat(17_000)).toString('base64url')}`, t('own-level.link.too-long')],
      [`p${Buffer.from('{"format": 1}').toString('base64url')}`, t('own-level.link.no-level')],
    ] as const) {
      await page.goto(`${game.server.url}/#level=${data}`);
      await sees(player, words);
    }
    expect(await violations(page)).toStrictEqual([]);
  });

  it('that would never be done is given up, and the page stays awake', async () => {
    const player = await game.visit('en', { path: '/#level' });
    const { page, t } = player;
    const send = (at: string, id: string) => ({
      id,
      at,
      when: { on: 'established' },
      action: { do: 'send', text: 'a'.repeat(1400) },
    });
    const hostile = {
      ...lessonById('four-waves')!.file,
      rcvWnd: 100,
      rounds: true,
      connections: [1, 2, 3, 4].map(() => ({
        script: [...HELLO.connections[0]!.script, send('A', 'much'), send('B', 'more')],
        rates: { drop: 50, duplicate: 50, delay: 50 },
      })),
    };
    await write(player, JSON.stringify(hostile));
    // Typing goes on while the worker plays.
    await page.getByLabel(t('own-level.text')).press('End');
    await sees(player, t('lesson-fault.lesson/runaway'));
    await giveName(player, 'Ada');
    await page.getByRole('button', { name: t('lobby.bot'), exact: true }).click();
    await sees(player, t('error.level/invalid'));
  });
});
