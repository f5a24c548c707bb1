/** The game in a real browser, as its players have it. */
import { describe, expect, it } from 'vitest';
import type { Card } from '../shared/engine/match/play.ts';
import type { HelpStage } from '../shared/engine/match/level.ts';
import { ACK, SYN } from '../shared/engine/wire/segment.ts';
import { translate } from '../shared/i18n/translate.ts';
import type { SharedReplay } from '../shared/protocol/messages.ts';
import { violations } from './accessibility.ts';
import { LAPTOP, PHONE } from './browser.ts';
import { setUpGame } from './game.ts';
import type { PagePlayer } from './page-player.ts';
import {
  asked,
  choose,
  chooseLesson,
  giveName,
  isOver,
  playInPage,
  playOn,
  seesDebrief,
  visibleText,
  watchPractice,
} from './page-player.ts';
import { rowsShown } from './rows-shown.ts';

const game = setUpGame();

async function createMatch(player: PagePlayer, level = 'clean', seat = 'A'): Promise<string> {
  const { page, t } = player;
  await giveName(player, 'Ada');
  await chooseLesson(player, level);
  await choose(player, seat);
  await page.getByRole('button', { name: t('lobby.friend'), exact: true }).click();
  const code = page.locator('.share-code');
  await code.waitFor();
  return (await code.innerText()).replaceAll(/\s/gu, '');
}

async function joinMatch(player: PagePlayer, code: string): Promise<void> {
  const { page, t } = player;
  await giveName(player, 'Bob');
  await page.getByRole('textbox', { name: t('lobby.join.code'), exact: true }).fill(code);
  await page.getByRole('button', { name: t('lobby.join.go'), exact: true }).click();
}

async function askFor({ page }: PagePlayer, help: HelpStage): Promise<void> {
  await page.locator('details.options > summary').click();
  await page.getByRole('combobox').first().selectOption(help);
}

async function playSolo(player: PagePlayer, level: string, seat: string): Promise<void> {
  await giveName(player, 'Ada');
  await chooseLesson(player, level);
  await choose(player, seat);
  await choose(player, 'expert');
  await player.page.getByRole('button', { name: player.t('lobby.bot'), exact: true }).click();
}

describe('two pages', () => {
  it.each([
    ['en', 'zh-CN'],
    ['zh-CN', 'en'],
  ] as const)('create (%s) and join (%s) by code and play from open to close', async (first, second) => {
    const ada = await game.visit(first);
    const bob = await game.visit(second, { viewport: PHONE });
    const code = await createMatch(ada);
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/u);
    await joinMatch(bob, code);
    await Promise.all([playOn(ada, 'mouse'), playOn(bob, 'mouse')]);
    expect(ada.update()!.view.lanes[0]!.over).toBe('goal');
    await Promise.all([seesDebrief(ada), seesDebrief(bob)]);
  });

  it('join by link, play by keys alone, and play again with roles swapped', async () => {
    const ada = await game.visit('en');
    const code = await createMatch(ada);
    const bob = await game.visit('en', { path: `/#join=${code}` });
    await giveName(bob, 'Bob');
    await bob.page.getByRole('button', { name: bob.t('lobby.join.go'), exact: true }).click();
    await Promise.all([playOn(ada, 'keyboard'), playOn(bob, 'keyboard')]);
    await Promise.all([seesDebrief(ada), seesDebrief(bob)]);
    await ada.page.getByRole('button', { name: ada.t('debrief.rematch'), exact: true }).click();
    await bob.page.getByText(bob.t('debrief.rematch.wanted', { name: 'Ada' })).waitFor();
    await bob.page.getByRole('button', { name: bob.t('debrief.rematch'), exact: true }).click();
    await ada.until(() => ada.update()!.view.seat === 'B' && !isOver(ada), 'the second match');
    await playOn(bob, 'mouse', 1);
    await ada.until(() => asked(ada) !== null, 'the SYN');
  });

  it('see each other go and come back: a reload resumes the match', async () => {
    const ada = await game.visit('en');
    const bob = await game.visit('zh-CN');
    await joinMatch(bob, await createMatch(ada));
    await playOn(ada, 'mouse', 1);
    await bob.until(() => asked(bob) !== null, 'the SYN');
    const before = asked(bob)!.prompt;
    await bob.page.goto('about:blank');
    await ada.page.getByText(ada.t('match.peer.reconnecting')).first().waitFor();
    await bob.page.goBack();
    await bob.until(() => bob.update()!.view.presence.B === 'present', 'the return');
    await ada.until(() => ada.update()!.view.presence.B === 'present', 'the return');
    expect(asked(bob)!.prompt.id).toBe(before.id);
    await Promise.all([playOn(ada, 'mouse'), playOn(bob, 'mouse')]);
    await Promise.all([seesDebrief(ada), seesDebrief(bob)]);
  });

  it('go on after the server was killed and started again in mid-match', async () => {
    const ada = await game.visit('en');
    const bob = await game.visit('en');
    await joinMatch(bob, await createMatch(ada, 'lost'));
    await playOn(ada, 'mouse', 1);
    await game.server.stop('SIGKILL');
    await ada.page.waitForTimeout(1500);
    await game.server.start();
    await Promise.all([playOn(ada, 'mouse'), playOn(bob, 'mouse')]);
    expect(ada.update()!.view.lanes[0]!.over).toBe('goal');
    await Promise.all([seesDebrief(ada), seesDebrief(bob)]);
  });
});

describe('one page', () => {
  it('has the wrong card explained without the answer, and the right one after it', async () => {
    const ada = await game.visit('en');
    await askFor(ada, 'type');
    await playSolo(ada, 'clean', 'B');
    await ada.until(() => asked(ada) !== null, 'the SYN');
    const { prompt, right } = asked(ada)!;
    if (prompt.event.kind !== 'segment') throw new Error('not the SYN');
    const { seq } = prompt.event.segment;
    const { nextIss } = ada.update()!.view.lanes[0]!;
    await playInPage(
      ada,
      { card: { flags: SYN | ACK, seq: nextIss, ack: seq, len: 0 }, state: null },
      'mouse',
    );
    await ada.until(() => asked(ada)!.prompt.refusals.length === 1, 'the refusal');
    expect(asked(ada)!.prompt.refusals[0]).toMatchObject({ field: 'ack', reason: 'M08' });
    const spoken = ada.page.locator('[aria-live="assertive"]').filter({ hasText: /\S/u }).first();
    await spoken.waitFor({ state: 'attached' });
    const question = (await spoken.textContent()) ?? '';
    expect(question).toContain(String(seq));
    expect(question).not.toContain(String(seq + 1));
    expect(await visibleText(ada.page)).toContain(question.replace(/^.*?\. /u, ''));
    await playInPage(ada, right, 'mouse');
    await ada.until(() => ada.update()!.view.lanes[0]!.trail.length >= 2, 'the right play');
    await expect.poll(() => visibleText(ada.page)).toContain(String(seq + 1));

    // What would have followed: the SYN+ACK acknowledges nothing that was sent, and is met with RST.
    await ada.page.getByRole('button', { name: ada.t('ahead.look'), exact: true }).click();
    const dialog = ada.page.getByRole('dialog', { name: ada.t('ahead.title') });
    await dialog.getByText(ada.t('ahead.peer')).first().waitFor();
    expect(await dialog.locator('.ladder-list').textContent()).toContain('RST');
    expect(await dialog.locator('.ahead-note').innerText()).not.toContain(ada.t('ahead.none'));
    await ada.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await playOn(ada, 'mouse');
    await seesDebrief(ada);
  });

  it.each([
    ['storm', 'A', PHONE, 'zh-CN'],
    ['lost', 'B', LAPTOP, 'en'],
  ] as const)('plays %s against the bot to the debrief', async (level, seat, viewport, language) => {
    const ada = await game.visit(language, { viewport });
    await playSolo(ada, level, seat);
    await playOn(ada, viewport === PHONE ? 'mouse' : 'keyboard');
    await seesDebrief(ada);
    expect(ada.update()!.view.lanes.every(({ over }) => over === 'goal')).toBe(true);
  });

  it('does not load the board before a match begins, and speaks both languages', async () => {
    const loaded: string[] = [];
    const player = await game.open('en');
    player.page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await player.page.goto(game.server.url);
    await player.page.getByRole('button', { name: '中文' }).click();

    await player.page.getByRole('button', { name: translate('zh-CN', 'lobby.bot'), exact: true }).waitFor();
    expect(await player.page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(loaded.filter((path) => path.includes('phaser'))).toStrictEqual([]);
    await player.page.reload();
    await player.page.getByRole('button', { name: translate('zh-CN', 'lobby.bot'), exact: true }).waitFor();
  });

  it('never scrolls sideways on a phone', async () => {
    const ada = await game.visit('en', { viewport: PHONE });
    const overflows = (): Promise<boolean> =>
      ada.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    expect(await overflows()).toBe(false);
    await playSolo(ada, 'storm', 'A');
    await ada.until(() => asked(ada) !== null, 'a prompt');
    expect(await overflows()).toBe(false);
    await ada.page.keyboard.press('1');
    expect(await overflows()).toBe(false);
  });
});

describe('a debrief', () => {
  it('is stepped through, explains a wrong play, and is shown to whoever gets the link', async () => {
    const ada = await game.visit('en');
    const { page, t } = ada;
    await askFor(ada, 'type');
    await playSolo(ada, 'clean', 'B');
    await ada.until(() => asked(ada) !== null, 'the SYN');
    const { event } = asked(ada)!.prompt;
    if (event.kind !== 'segment') throw new Error('not the SYN');
    const { nextIss } = ada.update()!.view.lanes[0]!;
    const wrong: Card = { flags: SYN | ACK, seq: nextIss, ack: event.segment.seq, len: 0 };
    await playInPage(ada, { card: wrong, state: null }, 'mouse');
    await ada.until(() => asked(ada)!.prompt.refusals.length === 1, 'the refusal');
    await playOn(ada, 'mouse');
    await seesDebrief(ada);

    const states = (): Promise<string[]> => page.locator('.tcb-now-state').allInnerTexts();
    const scrub = page.getByRole('slider', { name: t('playhead.scrub') });
    await scrub.focus();
    await scrub.press('Home');
    expect(await states()).toStrictEqual(['CLOSED', 'CLOSED']);
    const seen = new Set<string>();
    for (let steps = 0; steps < 80; steps++) {
      await scrub.press('ArrowRight');
      const [mine, peers] = await states();
      seen.add(`B ${mine}`).add(`A ${peers}`);
      const told = await scrub.getAttribute('aria-valuetext');
      expect(told).toContain(`Ada: ${mine}`);
    }
    for (const found of ['A SYN-SENT', 'B LISTEN', 'B SYN-RECEIVED', 'A ESTABLISHED', 'B ESTABLISHED'])
      expect([...seen]).toContain(found);

    await page.getByRole('button', { name: t('debrief.wrong.show') }).click();
    expect(await states()).toStrictEqual(['LISTEN', 'SYN-SENT']);
    await page.getByText(t('line.right', { n: event.segment.seq + 1 })).waitFor();
    expect(await page.locator('.story').innerText()).toContain(`ack ${event.segment.seq}`);
    expect(await page.locator('.flight').count()).toBe(1);
    await page.keyboard.press('ArrowRight');
    expect(await states()).toStrictEqual(['SYN-RECEIVED', 'SYN-SENT']);
    const play = page.getByRole('button', { name: t('playhead.play'), exact: true });
    const shown = await rowsShown(page, '.tcb-now-state');
    await page.getByRole('button', { name: t('playhead.speed.value', { n: 4 }) }).click();
    await play.click();
    const isAtEnd = (): Promise<boolean> =>
      scrub.evaluate(({ value, max }: HTMLInputElement) => value === max);
    await expect.poll(isAtEnd, { timeout: 60_000 }).toBe(true);
    expect(await shown()).toContain('ESTABLISHED ESTABLISHED');
    // So slowly that it cannot be over before it is stopped.
    await page.getByRole('button', { name: t('playhead.speed.value', { n: 0.5 }) }).click();
    await play.click();
    await page.getByRole('button', { name: t('playhead.pause') }).click();
    await play.waitFor();
    expect(await isAtEnd()).toBe(false);
    expect(await violations(page)).toStrictEqual([]);

    // The client refuses the wrong acknowledgment with RST; the connection opens later all the same.
    await page.getByRole('button', { name: t('ahead.look'), exact: true }).click();
    await page.getByRole('heading', { name: t('ahead.title') }).waitFor();
    await page.getByRole('button', { name: t('playhead.speed.value', { n: 4 }) }).click();
    await page.locator('.ladder-box').getByText('RST').first().waitFor();
    expect(await page.locator('.ahead-note').innerText()).toMatch(/\d+ s later/u);
    expect(await violations(page)).toStrictEqual([]);
    await page.getByRole('button', { name: t('ahead.close'), exact: true }).click();
    await page.getByRole('heading', { name: t('debrief.ladder') }).waitFor();

    const link = await page.getByRole('textbox', { name: t('share.link') }).inputValue();
    expect(link).toMatch(new RegExp(`^${game.server.url}/replay/[0-9a-f]{32}$`, 'u'));
    const eve = await game.open('zh-CN', { viewport: PHONE });
    const loaded: string[] = [];
    eve.page.on('request', (request) => loaded.push(request.url()));
    await eve.page.goto(link);
    await eve.page.getByRole('heading', { level: 1 }).waitFor();
    const seat = eve.t('replay.seat', { seat: 'B' });
    expect(await visibleText(eve.page)).toContain(seat);
    expect(await visibleText(eve.page)).not.toContain('Ada');
    expect(loaded.filter((url) => /phaser|socket\.io/u.test(url))).toStrictEqual([]);
    expect(await violations(eve.page)).toStrictEqual([]);
    expect(
      await eve.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ),
    ).toBe(0);

    await page.getByRole('checkbox', { name: t('share.name') }).check();
    const shared = async (): Promise<SharedReplay> =>
      (await (await fetch(link.replace('/replay/', '/api/replays/'))).json()) as SharedReplay;
    await expect.poll(async () => (await shared()).names).toStrictEqual({ A: null, B: 'Ada' });
    await eve.page.reload();
    await eve.page.getByRole('heading', { level: 1, name: 'Ada' }).waitFor();
    expect(await visibleText(eve.page)).not.toContain(seat);

    // From the SYN's arrival Eve does better than Ada, against a bot, in her own page.
    const branch = watchPractice(eve);
    for (const key of ['Home', 'ArrowRight'])
      await eve.page.getByRole('slider', { name: eve.t('playhead.scrub') }).press(key);
    await eve.page.getByRole('button', { name: eve.t('branch.as', { name: 'Ada' }) }).click();
    await branch.until(() => asked(branch) !== null, 'the SYN');
    expect(branch.update()!.view.lanes[0]!.tcb.state).toBe('LISTEN');
    await playOn(branch, 'mouse');
    await seesDebrief(branch);
    expect(branch.update()!.view.lanes[0]!.over).toBe('goal');
    expect(await eve.page.evaluate(() => localStorage.getItem('shake-and-wave.progress'))).toBeNull();
  });

  it('of a link that leads nowhere says so', async () => {
    const { page, t, complaints } = await game.visit('en', { path: `/replay/${'0'.repeat(32)}` });
    await page.getByRole('heading', { name: t('replay/unknown') }).waitFor();
    expect(await violations(page)).toStrictEqual([]);
    await page.getByRole('link', { name: t('replay.to-game') }).click();
    await page.getByRole('button', { name: t('lobby.bot'), exact: true }).waitFor();
    // The browser's own word of the answer that says so.
    expect(complaints.splice(0).join('\n')).toMatch(/^[^\n]* 404 [^\n]*$/u);
  });
});

describe('a network that blocks WebSocket', () => {
  it('is played over long-polling', async () => {
    const player = await game.open('en');
    const { page } = player;
    let frames = 0;
    page.on('websocket', (socket) => {
      socket.on('framereceived', () => {
        frames += 1;
      });
    });
    // As behind a firewall: every WebSocket ends up where nobody answers.
    await page.addInitScript(() => {
      const Blocked = class extends WebSocket {
        constructor() {
          super('ws://127.0.0.1:59999/');
        }
      };
      Object.assign(globalThis, { WebSocket: Blocked });
    });
    await page.goto(game.server.url);
    await askFor(player, 'flags');
    await playSolo(player, 'clean', 'A');
    await playOn(player, 'keyboard');
    await seesDebrief(player);
    expect(player.update()!.view.lanes[0]!.over).toBe('goal');
    expect(frames).toBe(0);
  });
});
