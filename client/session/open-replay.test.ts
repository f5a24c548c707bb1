import { expect, it } from 'vitest';
import { levelOf } from '../../shared/levels/level-of.ts';
import { lost } from '../../shared/levels/quick/lost.ts';
import type { MatchLog } from '../../shared/replay/log.ts';
import { asPeople, record } from '../../shared/testing/recording.ts';
import type { FetchedReplay } from '../net/shared-replay.ts';
import { openReplay } from './open-replay.ts';
import { replayIn, replayLink } from './replay-link.ts';

const log = asPeople(record(levelOf(lost), 'opened', 'novice').log);
const names = { A: null, B: 'Grace' };

const opened = (more: Partial<MatchLog>) =>
  openReplay(Promise.resolve({ ok: true, value: { log: { ...log, ...more }, names } }));

it('makes the debrief from the log, and knows the names of those who agreed', async () => {
  const replay = await opened({});
  expect(replay).toMatchObject({
    ok: true,
    names,
    debrief: { levelId: 'lost', bots: { A: false, B: false } },
  });
});

it('tells a replay of older rules from one that is broken', async () => {
  const { header, entries } = log;
  expect(await opened({ header: { ...header, rules: header.rules - 1 } })).toMatchObject({
    code: 'replay/old',
  });
  expect(await opened({ header: { ...header, levelHash: '' } })).toMatchObject({ code: 'replay/failed' });
  expect(await opened({ entries: entries.slice(0, 3) })).toMatchObject({ code: 'replay/failed' });
  const nonsense = { ok: true, value: {} } as FetchedReplay;
  expect(await openReplay(Promise.resolve(nonsense))).toMatchObject({ code: 'replay/failed' });
});

it('says what the server said', async () => {
  for (const code of ['replay/unknown', 'replay/failed'] as const)
    expect(await openReplay(Promise.resolve({ ok: false, code }))).toStrictEqual({ ok: false, code });
});

it('has an address that leads back to it, and no other does', () => {
  const id = 'f'.repeat(32);
  const link = replayLink('https://game.example', id);
  expect(replayIn(new URL(link).pathname)).toBe(id);
  expect(replayIn(`/replay/${id}/`)).toBe(id);
  for (const path of ['/', '/replay', '/replay/', `/x/replay/${id}`, `/replay/${id}/more`])
    expect(replayIn(path)).toBeNull();
});
