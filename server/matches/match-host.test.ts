import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { playOf } from '../../shared/engine/match/play-of.ts';
import type { Level } from '../../shared/engine/match/level.ts';
import { ownAnswers } from '../../shared/engine/match/own-endpoint.ts';
import { clean } from '../../shared/testing/known-levels.ts';
import type { PlayerCommand } from '../../shared/protocol/messages.ts';
import type { LogHeader } from '../../shared/replay/log.ts';
import { hashOfLevel } from '../../shared/replay/log.ts';
import { createMetrics } from '../http/metrics.ts';
import { openEmbeddedStore } from '../store/embedded-store.ts';
import { HEADER } from '../store/store.contract.ts';
import type { Store } from '../store/store.ts';
import { systemClock } from './clock.ts';
import type { MatchHost } from './match-host.ts';
import { createMatchHost } from './match-host.ts';

let folder: string;
let store: Store;
let host: MatchHost;

const newHost = (): MatchHost =>
  createMatchHost(store, systemClock(), pino({ level: 'silent' }), createMetrics(), {
    viewChanged: () => undefined,
    ended: async () => undefined,
    isWatched: () => true,
  });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shake-and-wave-host-'));
  store = openEmbeddedStore(folder);
  host = newHost();
});

afterEach(async () => {
  await host.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

const headerWith = (level: Level): LogHeader => ({ ...HEADER, level, levelHash: hashOfLevel(level) });

/** Breaks the engine as soon as the first SYN is on its way. */
const broken: Level = {
  ...clean,
  lanes: clean.lanes.map(({ script, faults, rto }) => ({
    rto,
    faults: {
      ...faults,
      scripted: [
        {
          match: { from: null, flags: null, text: null, acknowledgesFin: null },
          nth: 1,
          times: 1,
          action: { kind: 'explode' } as never,
        },
      ],
    },
    script,
  })),
};

async function rightCommand(id: string): Promise<PlayerCommand> {
  const { view } = (await host.view(id, 'A'))!;
  const [lane] = view.lanes;
  const [own] = ownAnswers(lane!, view.level.rcvWnd);
  return { kind: 'play', lane: 0, prompt: lane!.prompt!.id, play: playOf(own!, view.level.help) };
}

describe('a match that throws', () => {
  it('is stopped for good, keeps its log, and does not disturb the others', async () => {
    await host.open('bad', headerWith(broken), { A: null, B: 'expert' });
    await host.open('good', headerWith(clean), { A: null, B: 'expert' });
    const command = await rightCommand('bad');
    expect(await host.command('bad', 'A', 1, command)).toMatchObject({ ok: false, code: 'match/failed' });
    expect(await host.command('bad', 'A', 1, command)).toMatchObject({ ok: false, code: 'match/failed' });
    expect(await host.command('good', 'A', 1, await rightCommand('good'))).toStrictEqual({
      ok: true,
      value: { verdict: 'right', merged: 0 },
    });
    expect(await store.runningMatches()).toStrictEqual(['good']);
    await host.close();
    host = newHost();
    expect(await host.recover()).toBe(1);
  });
});

describe('a match of other rules', () => {
  it('is not run, and does not keep the server from starting', async () => {
    await host.open('old', { ...headerWith(clean), rules: 0 }, { A: null, B: 'expert' });
    await host.open('new', headerWith(clean), { A: null, B: 'expert' });
    await host.close();
    host = newHost();
    expect(await host.recover()).toBe(1);
    expect(await store.runningMatches()).toStrictEqual(['new']);
    const hint = { kind: 'hint', lane: 0, prompt: 1 } as const;
    expect(await host.command('old', 'A', 1, hint)).toMatchObject({ ok: false, code: 'match/failed' });
  });
});

describe('commands', () => {
  it('of many at once are applied in order, each once, and too many are refused', async () => {
    await host.open('m', headerWith(clean), { A: null, B: 'expert' });
    const hint = { kind: 'hint', lane: 0, prompt: 99 } as const;
    const replies = await Promise.all(
      Array.from({ length: 10 }, (_, index) => host.command('m', 'A', index + 1, hint)),
    );
    expect(replies.every(({ ok }) => ok)).toBe(true);
    const crowd = await Promise.all(
      Array.from({ length: 30 }, (_, index) => host.command('m', 'A', index + 11, hint)),
    );
    expect(crowd.filter((reply) => !reply.ok && reply.code === 'match/busy').length).toBeGreaterThan(0);
    const numbers = (await store.readLog('m')).map(({ n }) => n).filter((n) => n > 0);
    expect(numbers).toStrictEqual(numbers.map((_, index) => index + 1));
  });

  it('for a match that is not there are refused', async () => {
    const hint = { kind: 'hint', lane: 0, prompt: 1 } as const;
    expect(await host.command('none', 'A', 1, hint)).toMatchObject({ ok: false, code: 'match/not-started' });
  });
});
