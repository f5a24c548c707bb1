/** What a player takes home from the debrief, saved by a real browser and read by the programs that it is for. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { replayFile } from '../scripts/log-tools/replay.ts';
import { dissect } from '../scripts/testing/tshark.ts';
import type { TextKey } from '../shared/i18n/translate.ts';
import { setUpGame } from './game.ts';
import type { PagePlayer } from './page-player.ts';
import { choose, chooseLesson, giveName, playOn } from './page-player.ts';

const game = setUpGame();

async function download({ page, t }: PagePlayer, button: TextKey): Promise<{ name: string; path: string }> {
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: t(button), exact: true }).click();
  const file = await saved;
  return { name: file.suggestedFilename(), path: await file.path() };
}

it('are a capture, a table, a script and a log of the match that was played', async () => {
  const player = await game.open('zh-CN');
  const { page, t } = player;
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto(game.server.url);
  await giveName(player, 'Ada');
  await chooseLesson(player, 'clean');
  for (const value of ['A', 'expert']) await choose(player, value);
  await page.getByRole('button', { name: t('lobby.bot'), exact: true }).click();
  await playOn(player, 'keyboard');
  await page.getByRole('button', { name: t('debrief.capture'), exact: true }).waitFor();
  const makesFiles = (): boolean => loaded.some((path) => path.includes('match-files'));
  expect(makesFiles()).toBe(false);

  const capture = await download(player, 'debrief.capture');
  expect(makesFiles()).toBe(true);
  expect(capture.name).toMatch(/^shake-and-wave-[2-9A-Z]{6}\.pcapng$/u);
  const frames = await dissect(capture.path, ['frame.interface_name', 'tcp.flags', 'frame.comment']);
  expect(
    frames.slice(0, 2).map((row) => [row['frame.interface_name'], Number(row['tcp.flags'])]),
  ).toStrictEqual([
    ['host-a', 2],
    ['host-b', 2],
  ]);
  expect(frames[0]!['frame.comment']).toMatch(/[\u4e00-\u9fff]/u);

  const log = await download(player, 'debrief.log');
  expect(replayFile(log.path)).toMatchObject({ status: 0, problems: '' });
  expect(replayFile(log.path).output).toContain('The recorded result is right.');

  const table = await download(player, 'debrief.table');
  expect(table.name).toMatch(/\.csv$/u);
  expect(readFileSync(table.path, 'utf8')).toMatch(/^\ufeffmatch_ms,/u);

  const script = await download(player, 'debrief.script');
  expect(script.name).toMatch(/\.pkt$/u);
  expect(readFileSync(script.path, 'utf8')).toContain('> S 0:0(0)');
});
