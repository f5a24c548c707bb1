/**
 * Plays a match in a page by real clicks and keys. What is right is worked out from the views that the page receives:
 * read off the wire, as a person reads them off the screen.
 */
import type { Page } from 'playwright-core';
import { ownAnswers } from '../shared/engine/match/own-endpoint.ts';
import { playOf } from '../shared/engine/match/play-of.ts';
import type { Card, Play } from '../shared/engine/match/play.ts';
import { rightOptions } from '../shared/engine/match/knowledge.ts';
import type { Option, Question } from '../shared/engine/match/question.ts';
import { OPTIONS } from '../shared/engine/match/question.ts';
import type { PromptView, QuestionView } from '../shared/engine/match/view.ts';
import { ACK, FIN, RST, SYN } from '../shared/engine/wire/segment.ts';
import { wordsOfOption } from '../shared/i18n/words-of-question.ts';
import { CAMPAIGN, QUICK, WHAT_IFS } from '../shared/levels/catalogue.ts';
import type { SavedMatch } from '../client/net/solo-store.ts';
import type { ViewUpdate } from '../shared/protocol/messages.ts';
import { updateFor } from '../shared/referee/referee.ts';
import { restoreReferee } from '../shared/referee/restore.ts';
import { botsOf } from '../shared/referee/table-rules.ts';
import type { OpenPage } from './browser.ts';

export interface PagePlayer extends OpenPage {
  readonly update: () => ViewUpdate | null;
  until(holds: () => boolean, what: string): Promise<void>;
}

const PATIENCE = 45_000;

/** Before the page connects: a socket that is open already is not heard. */
export function watchViews(open: OpenPage): PagePlayer {
  let update: ViewUpdate | null = null;
  function hear(packet: string): void {
    const found = packet.match(/^42\["match:view",(.*)\]$/su);
    if (found !== null) update = newerOf(update, JSON.parse(found[1]!) as ViewUpdate);
  }
  open.page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => hear(String(payload)));
  });
  // A page whose server was away may come back by long-polling before it has a WebSocket again.
  open.page.on('response', (response) => {
    if (!response.url().includes('transport=polling') || response.request().method() !== 'GET') return;
    response.text().then(
      (text) => text.split('\u001e').forEach(hear),
      // The page is gone, or the server is: nothing was said.
      () => undefined,
    );
  });
  return playerWith(
    open,
    () => update,
    () => Promise.resolve(),
  );
}

/** With a resumption an older view may come after a newer one: like the page, the player keeps the newer. */
const newerOf = (known: ViewUpdate | null, next: ViewUpdate): ViewUpdate =>
  known !== null && known.match === next.match && next.counter < known.counter ? known : next;

/** A match in the page sends nothing over a wire; the log that it keeps in the browser tells what its player sees. */
export function watchPractice(open: OpenPage): PagePlayer {
  let update: ViewUpdate | null = null;
  async function look(): Promise<void> {
    const text = await open.page
      .evaluate(() => {
        const { match } =
          (JSON.parse(sessionStorage.getItem('shake-and-wave.seat') ?? '{}') as KeptText).seated ?? {};
        return match === undefined ? null : localStorage.getItem(`shake-and-wave.solo.${match}`);
      })
      // A page that goes somewhere else has nothing to say until it is there.
      .catch((error: Error) => {
        if (error.message.includes('Execution context was destroyed')) return null;
        throw error;
      });
    update = text === null ? null : updateOf(JSON.parse(text) as SavedMatch);
  }
  return playerWith(open, () => update, look);
}

interface KeptText {
  readonly seated?: { readonly match: string };
}

function updateOf({ table, log }: SavedMatch): ViewUpdate | null {
  if (log === null) return null;
  const restored = restoreReferee(log, botsOf(table));
  if (!restored.ok) throw new Error(restored.detail);
  const seat = table.seats.A?.skill === null ? 'A' : 'B';
  return { match: table.id, ...updateFor(restored.value, seat) };
}

function playerWith(open: OpenPage, update: () => ViewUpdate | null, look: () => Promise<void>): PagePlayer {
  return {
    ...open,
    update,
    async until(holds, what) {
      const end = Date.now() + PATIENCE;
      for (await look(); !holds(); await look()) {
        if (Date.now() > end) throw new Error(`waited in vain for: ${what}`);
        await open.page.waitForTimeout(50);
      }
    },
  };
}

interface Asked {
  readonly lane: number;
  readonly prompt: PromptView;
  readonly right: Play;
}

export function asked(player: PagePlayer): Asked | null {
  const view = player.update()?.view;
  if (view === undefined) return null;
  const lane = view.lanes.findIndex(({ prompt }) => prompt !== null);
  const laneView = view.lanes[lane];
  if (laneView === undefined || laneView.prompt === null) return null;
  const [own] = ownAnswers(laneView, view.level.rcvWnd);
  return { lane, prompt: laneView.prompt, right: playOf(own!, view.level.help) };
}

interface Questioned {
  readonly question: QuestionView;
  readonly right: readonly Option[];
}

/** What the player is asked about the connection while no card is owed. */
export function questioned(player: PagePlayer): Questioned | null {
  const lanes = player.update()?.view.lanes ?? [];
  if (lanes.some(({ prompt }) => prompt !== null)) return null;
  const lane = lanes.find(({ question }) => question !== null);
  if (lane === undefined || lane.question === null) return null;
  return { question: lane.question, right: rightOptions(lane.question.question, lane)! };
}

export const isOver = (player: PagePlayer): boolean => (player.update()?.view.ended ?? null) !== null;

/** The hand's seven cards, in the order of their keys. */
const HAND: readonly number[] = [SYN, SYN | ACK, ACK, -1, FIN, FIN | ACK, RST];

function keyOf({ flags, len }: Card): number {
  return len > 0 ? 4 : HAND.indexOf(flags) + 1;
}

async function fillNumber({ page, t }: PagePlayer, name: 'seq' | 'ack', value: number | null): Promise<void> {
  if (value === null) return;
  const slot = page.getByRole('group', { name: t(`match.${name}.long`), exact: true });
  const input = slot.getByRole('textbox');
  if ((await input.count()) > 0) await input.fill(String(value));
  else await slot.getByRole('button', { name: String(value), exact: true }).click();
}

export type By = 'mouse' | 'keyboard';

/** Builds the card on the screen and sends it, or says "no reply". */
export async function playInPage(player: PagePlayer, { card, state }: Play, by: By, lane = 0): Promise<void> {
  const { page, t } = player;
  const tabs = page.locator('.lane-tab');
  if ((await tabs.count()) > 1) await tabs.nth(lane).click();
  // The view is on the wire before it is on the screen.
  await page.locator('.fan-card[aria-disabled="false"]').first().waitFor();
  if (state !== null) await page.getByRole('combobox').last().selectOption(state);
  if (card === null) {
    if (by === 'keyboard') await page.keyboard.press('n');
    else await page.getByRole('button', { name: t('match.no-reply'), exact: true }).click();
    return;
  }
  const key = keyOf(card);
  const taken = page
    .getByRole('group', { name: t('match.hand') })
    .getByRole('button')
    .nth(key - 1);
  // After a wrong play the card is still in the hand; taking it again would put it back.
  if ((await taken.getAttribute('aria-pressed')) !== 'true') {
    if (by === 'keyboard') await page.keyboard.press(String(key));
    else await taken.click();
  }
  const extra = card.len > 0 ? card.flags & ~ACK : 0;
  if (extra !== 0)
    await page
      .getByRole('group', { name: t('match.flags') })
      .getByText('FIN', { exact: true })
      .click();
  await fillNumber(player, 'seq', card.seq);
  await fillNumber(player, 'ack', card.ack);
  if (card.len > 0) {
    const lengths = page.getByRole('group', { name: t('match.len.long'), exact: true });
    await lengths.getByRole('button', { name: t('match.len.value', { n: card.len }), exact: true }).click();
  }
  if (by === 'keyboard') await page.keyboard.press('Enter');
  else await page.locator('.button-send').click();
}

/** Chooses these options and answers, by the keys of digits or by clicks. */
export async function answerInPage(
  { page, t, language }: PagePlayer,
  question: Question,
  options: readonly Option[],
  by: By,
): Promise<void> {
  const group = page.locator('.answer-options');
  await group.waitFor();
  for (const option of options) {
    const n = (OPTIONS[question] as readonly Option[]).indexOf(option);
    if (by === 'keyboard' && n < 9) await page.keyboard.press(String(n + 1));
    else await group.getByText(wordsOfOption(language, question, option), { exact: true }).click();
  }
  if (by === 'keyboard') await page.keyboard.press('Enter');
  else await page.getByRole('button', { name: t('question.answer'), exact: true }).click();
}

/** Answers what is asked until the match is over, or so many times. */
export async function playOn(player: PagePlayer, by: By, times = Number.POSITIVE_INFINITY): Promise<void> {
  for (let time = 0; time < times; time++) {
    await player.until(
      () => isOver(player) || asked(player) !== null || questioned(player) !== null,
      'a prompt, a question or the end',
    );
    if (isOver(player)) return;
    const open = questioned(player);
    if (open !== null) {
      const { question, right } = open;
      await answerInPage(player, question.question, right, by);
      await player.until(
        () => questioned(player)?.question.id !== question.id,
        `an answer to ${question.id}`,
      );
      continue;
    }
    const { lane, prompt, right } = asked(player)!;
    await playInPage(player, right, by, lane);
    await player.until(
      () => isOver(player) || asked(player)?.prompt.id !== prompt.id,
      `the verdict on ${prompt.id}`,
    );
  }
}

export const visibleText = (page: Page): Promise<string> => page.locator('body').innerText();

export async function giveName({ page, t }: PagePlayer, name: string): Promise<void> {
  await page.getByLabel(t('lobby.name'), { exact: true }).first().fill(name);
}

export const choose = ({ page }: PagePlayer, value: string): Promise<void> =>
  page.locator(`input[type="radio"][value="${value}"]`).first().check({ force: true });

/** Every lesson is open to who asks for it. */
export async function chooseLesson(player: PagePlayer, id: string): Promise<void> {
  const { page, t } = player;
  await page.getByLabel(t('lobby.unlock-all'), { exact: true }).check();
  const group = LESSON_GROUPS.find(({ lessons }) => lessons.some(({ file }) => file.id === id))!;
  await choose(player, group.name);
  await choose(player, id);
}

const LESSON_GROUPS = [
  { name: 'campaign', lessons: CAMPAIGN },
  { name: 'what-if', lessons: WHAT_IFS },
  { name: 'quick', lessons: QUICK },
] as const;

export const seesDebrief = ({ page, t }: PagePlayer): Promise<void> =>
  page.getByRole('button', { name: t('debrief.rematch'), exact: true }).waitFor();
