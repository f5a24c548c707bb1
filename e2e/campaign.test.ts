/** Lessons played to their end by real clicks, in both languages at once. */
import { expect, it } from 'vitest';
import type { Language } from '../shared/i18n/translate.ts';
import { lessonById } from '../shared/levels/catalogue.ts';
import { LAPTOP, PHONE } from './browser.ts';
import { setUpGame } from './game.ts';
import type { PagePlayer } from './page-player.ts';
import {
  answerInPage,
  asked,
  choose,
  chooseLesson,
  giveName,
  playOn,
  questioned,
  seesDebrief,
} from './page-player.ts';

const game = setUpGame();

const visit = (language: Language): Promise<PagePlayer> =>
  game.visit(language, { viewport: language === 'en' ? LAPTOP : PHONE });

async function begin(player: PagePlayer, lesson: string, seat: 'A' | 'B'): Promise<void> {
  const { page, t, language } = player;
  await giveName(player, 'Ada');
  await chooseLesson(player, lesson);
  const { story } = lessonById(lesson)!.file.texts[language]!;
  await page.getByText(story).waitFor();
  await choose(player, seat);
  await choose(player, 'expert');
  await page.getByRole('button', { name: t('lobby.bot'), exact: true }).click();
}

async function playToTheGoal(player: PagePlayer): Promise<void> {
  await playOn(player, 'mouse');
  await seesDebrief(player);
  const { lanes } = player.update()!.view;
  expect(lanes.map(({ over }) => over)).toStrictEqual(lanes.map(() => 'goal'));
}

/** Back in the lobby the lesson has its stars, and what comes after it is open. */
async function seesStars({ page, t }: PagePlayer, lesson: string): Promise<void> {
  await page.getByRole('button', { name: t('debrief.lobby'), exact: true }).click();
  const stop = page.locator('.lesson-stop', { has: page.locator(`input[value="${lesson}"]`) });
  await stop.locator('.lesson-stars .icon[data-filled="true"]').nth(2).waitFor();
  await page.getByLabel(t('lobby.unlock-all'), { exact: true }).uncheck();
}

const inBothLanguages = (run: (language: Language) => Promise<void>): Promise<unknown> =>
  Promise.all([run('en'), run('zh-CN')]);

it.each([
  ['first-contact', 'A', 'someone-knocks'],
  ['four-waves', 'B', 'not-finished-yet'],
  ['ghost-syn', 'B', 'did-you-hear-me'],
  ['did-you-hear-me', 'A', 'too-late'],
] as const)('%s is played to three stars and opens what follows', async (lesson, seat, next) => {
  await inBothLanguages(async (language) => {
    const player = await visit(language);
    await begin(player, lesson, seat);
    await playToTheGoal(player);
    await seesStars(player, lesson);
    expect(await player.page.locator(`input[value="${next}"]`).isEnabled()).toBe(true);
  });
});

it('a rule switched wrong is watched to its harm, and the same is played right', async () => {
  await inBothLanguages(async (language) => {
    const player = await visit(language);
    const { page, t } = player;
    await begin(player, 'no-half-close', 'A');
    await page.getByText(t('rule.no-half-close')).waitFor();
    await page
      .getByRole('group', { name: t('playhead.speed') })
      .getByText('4×')
      .click();
    await page.locator('.scene-harm li').first().waitFor();
    expect(await page.locator('.scene-harm').innerText()).toContain('The key is under the mat.');
    expect(player.update()).toBeNull();
    await page.getByRole('button', { name: t('scene.play-right'), exact: true }).click();
    await playToTheGoal(player);
    await seesStars(player, 'no-half-close');
  });
});

async function untilQuestioned(player: PagePlayer): Promise<void> {
  for (;;) {
    await player.until(() => asked(player) !== null || questioned(player) !== null, 'a prompt or a question');
    if (questioned(player) !== null) return;
    await playOn(player, 'keyboard', 1);
  }
}

it('what a player knows is asked, a mistake is named, and the debrief tells it again', async () => {
  await inBothLanguages(async (language) => {
    const player = await visit(language);
    const { page, t } = player;
    await begin(player, 'say-something', 'A');
    await untilQuestioned(player);
    await answerInPage(player, 'data', ['peer-application'], 'keyboard');
    const mistaken = t('mistake.idea', { mistake: t('mistake.M11') });
    await page.getByText(mistaken).waitFor();
    await page.getByText(t('because.data.peer-tcp')).waitFor();
    await playOn(player, 'keyboard');
    await seesDebrief(player);
    expect(player.update()!.view.questions).toMatchObject([{ question: 'data', mistake: 'M11' }]);
    await page.locator('.asked').getByText(mistaken).waitFor();
  });
});

it('a question can be skipped, and the lesson goes on', async () => {
  const player = await visit('en');
  const { page, t } = player;
  await begin(player, 'four-waves', 'B');
  await untilQuestioned(player);
  const { id } = questioned(player)!.question;
  await page.getByRole('button', { name: t('question.skip'), exact: true }).click();
  // The view that says so may come after the click.
  await player.until(() => questioned(player)?.question.id !== id, 'the skip');
  await playOn(player, 'mouse');
  await seesDebrief(player);
  await page.locator('.asked').getByText(t('question.verdict.none')).waitFor();
  expect(await page.locator('.asked').innerText()).toContain(t('option.closes-first.either'));
});
