/** The game without a server, after one visit: the page, the board and the referee are all on the device. */
import { expect, it } from 'vitest';
import type { Language } from '../shared/i18n/translate.ts';
import { LAN_HOST, LAPTOP, PHONE } from './browser.ts';
import { setUpGame } from './game.ts';
import type { PagePlayer } from './page-player.ts';
import {
  choose,
  chooseLesson,
  giveName,
  isOver,
  playOn,
  seesDebrief,
  visibleText,
  watchPractice,
} from './page-player.ts';

const game = setUpGame();

/** Loads the page once, until everything lies on the device, and takes the server away. */
async function visitOnce(language: Language, viewport = LAPTOP): Promise<PagePlayer> {
  const player = await game.visit(language, { viewport, watch: watchPractice });
  await player.page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state === 'activated') return;
    await new Promise((resolve) => active?.addEventListener('statechange', resolve, { once: true }));
  });
  await game.server.stop('SIGKILL');
  return player;
}

const begin = async ({ page, t }: PagePlayer): Promise<void> =>
  page.getByRole('button', { name: t('lobby.bot'), exact: true }).click();

const keptLevels = ({ page }: PagePlayer): Promise<unknown> =>
  page.evaluate(
    () =>
      (JSON.parse(localStorage.getItem('shake-and-wave.progress') ?? '{}') as { levels?: unknown }).levels,
  );

it('is played to the debrief by clicks, and the result is kept', async () => {
  const ada = await visitOnce('en');
  const { page, t } = ada;
  await page.reload();
  await page.getByText(t('lobby.practice.offline')).waitFor();
  expect(await page.getByRole('button', { name: t('lobby.friend'), exact: true }).isDisabled()).toBe(true);
  await giveName(ada, 'Ada');
  await chooseLesson(ada, 'clean');
  await choose(ada, 'A');
  await choose(ada, 'expert');
  await begin(ada);
  await playOn(ada, 'mouse', 2);
  expect(await visibleText(page)).not.toContain(t('match.board-failed'));
  await page.locator('canvas').first().waitFor();
  // The page may go and come back in mid-match.
  await page.reload();
  await playOn(ada, 'mouse');
  expect(ada.update()!.view.lanes[0]!.over).toBe('goal');
  await seesDebrief(ada);
  const kept = { clean: { stars: 3, score: expect.any(Number) as number, finished: 1 } };
  expect(await keptLevels(ada)).toStrictEqual(kept);
  await page.reload();
  await seesDebrief(ada);
  expect(await keptLevels(ada)).toStrictEqual(kept);
  await page.getByRole('button', { name: t('debrief.lobby'), exact: true }).click();
  await page.locator('.lesson-stars').first().waitFor();
});

it('is there on a phone in Chinese, and the server takes over when it is back', async () => {
  const ada = await visitOnce('zh-CN', PHONE);
  const { page, t } = ada;
  await page.reload();
  await page.getByText(t('lobby.practice.offline')).waitFor();
  await game.server.start();
  await page.getByText(t('lobby.practice.offline')).waitFor({ state: 'hidden' });
  await giveName(ada, 'Ada');
  await begin(ada);
  await page.locator('.fan-card').first().waitFor();
  // The server's match is none of this page's.
  expect(ada.update()).toBeNull();
  expect(isOver(ada)).toBe(false);
});

it('over plain http a page that is open practises on without its server', async () => {
  const player = await game.open('en', { watch: watchPractice });
  const { page, t } = player;
  await page.goto(game.server.url.replace('127.0.0.1', LAN_HOST), { waitUntil: 'networkidle' });
  expect(await page.evaluate(() => [isSecureContext, 'serviceWorker' in navigator])).toStrictEqual([
    false,
    false,
  ]);
  await game.server.stop('SIGKILL');
  await page.getByText(t('lobby.practice.offline')).waitFor();
  await giveName(player, 'Ada');
  await choose(player, 'A');
  await begin(player);
  await playOn(player, 'mouse', 1);
  expect(player.update()!.view.lanes[0]!.tcb.state).toBe('SYN-SENT');
  // Nothing keeps what was never loaded: the game goes on without its picture, and says so.
  await page.getByText(t('match.board-failed')).waitFor();
  expect(player.complaints.splice(0).join('\n')).toMatch(
    /^the board could not be loaded .*\/assets\/board-\S*$/u,
  );
});
