/** A match in the page: the real referee, a clock in the test's hands, and messages as from the server. */
import { beforeEach, describe, expect, it } from 'vitest';
import { ownAnswers } from '../../shared/engine/match/own-endpoint.ts';
import { playOf } from '../../shared/engine/match/play-of.ts';
import { lessonById } from '../../shared/levels/catalogue.ts';
import { isOwnLevel } from '../../shared/levels/own-level-id.ts';
import type { CreateMatch, Seated, TableView, ViewUpdate } from '../../shared/protocol/messages.ts';
import { debriefOf } from '../../shared/replay/debrief-of.ts';
import type { MatchLog } from '../../shared/replay/log.ts';
import { RULES_VERSION, hashOfSecret } from '../../shared/replay/log.ts';
import type { FakeClock } from '../testing/fake-clock.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { memoryStorage } from '../testing/memory-storage.ts';
import type { Answer, Connection, RequestMessage, RequestName, RequestValue } from './connection.ts';
import { isPageMatch } from './page-match.ts';
import { createSoloStore } from './solo-store.ts';
import { createSoloConnection } from './solo.ts';

const CREATE: CreateMatch = {
  level: 'clean',
  name: 'Ann',
  seat: 'A',
  opponent: { kind: 'bot', skill: 'expert' },
  timed: true,
  speed: true,
  help: null,
  timeFactor: 100,
};

/** `choose`, first of its kind, novice. */
const WINDOW = 35_000;
const NONCE = { nonce: 'aa' };

let clock: FakeClock;
let storage: Storage;

beforeEach(() => {
  clock = createFakeClock();
  storage = memoryStorage();
});

/** Different for each call, and the same in each run. */
function countingHex(): (octets: number) => string {
  let calls = 0;
  return (octets) => {
    calls += 1;
    return calls.toString(16).padStart(octets * 2, '0');
  };
}

interface Page {
  readonly connection: Connection;
  readonly heard: string[];
  table: TableView | null;
  view: ViewUpdate | null;
  seated: Seated | null;
  /** Of each open prompt, as the last heartbeat told. */
  remaining: Readonly<Record<string, number>>;
  ask<E extends RequestName>(event: E, message: RequestMessage<E>): Promise<RequestValue<E>>;
  refused<E extends RequestName>(event: E, message: RequestMessage<E>): Promise<string>;
}

function openPage(host = 'one'): Page {
  const connection = createSoloConnection({
    clock,
    store: createSoloStore(storage, host),
    randomHex: countingHex(),
  });
  const page: Page = {
    connection,
    heard: [],
    table: null,
    view: null,
    seated: null,
    remaining: {},
    async ask(event, message) {
      const answer: Answer<RequestValue<typeof event>> = await connection.request(event, message);
      if (!answer.ok) throw new Error(`${event}: ${answer.code}: ${answer.detail}`);
      return answer.value;
    },
    async refused(event, message) {
      const answer = await connection.request(event, message);
      return answer.ok ? 'accepted' : answer.code;
    },
  };
  connection.on('match:table', (table) => {
    page.table = table;
    page.heard.push('table');
  });
  connection.on('match:view', (view) => {
    page.view = view;
    page.heard.push('view');
  });
  connection.on('match:seated', (seated) => {
    page.seated = seated;
    page.heard.push('seated');
  });
  connection.on('match:heartbeat', ({ remaining }) => {
    page.remaining = remaining;
  });
  connection.on('match:replaced', () => page.heard.push('replaced'));
  return page;
}

async function begun(message: Partial<CreateMatch> = {}): Promise<Page> {
  const page = openPage();
  page.seated = await page.ask('match:create', { ...CREATE, ...message });
  await page.ask('match:ready', NONCE);
  return page;
}

/** Plays rightly until the match ends, or so many answers. */
async function playOn(page: Page, answers = Infinity): Promise<void> {
  for (let given = 0; given < answers;) {
    const { view, lastCommand } = page.view!;
    if (view.ended !== null) return;
    const lane = view.lanes.findIndex(({ prompt }) => prompt !== null);
    const laneView = view.lanes[lane];
    if (laneView === undefined || laneView.prompt === null) {
      clock.pass(500);
      continue;
    }
    clock.pass(200);
    const play = playOf(ownAnswers(laneView, view.level.rcvWnd)[0]!, view.level.help);
    const command = { kind: 'play', lane, prompt: laneView.prompt.id, play } as const;
    const result = await page.ask('match:command', { n: lastCommand + 1, command });
    expect(result.verdict).toBe('right');
    given += 1;
  }
}

const resume = async (page: Page, { match, token }: Seated): Promise<void> => {
  page.seated = await page.ask('match:resume', { match, token });
  page.view = await page.ask('match:view', {});
};

describe('a match in the page', () => {
  it('is made, begins, and is played against the bot to the debrief', async () => {
    const page = await begun();
    expect(page.seated).toMatchObject({ code: '', seat: 'A', level: 'clean' });
    expect(isPageMatch(page.seated!.match)).toBe(true);
    expect(page.table!.players.B).toMatchObject({ kind: 'bot', ready: true });
    expect(await page.refused('match:debrief', {})).toBe('match/not-ended');
    await playOn(page);
    expect(page.table!.phase).toBe('ended');
    const debrief = await page.ask('match:debrief', {});
    expect(hashOfSecret(debrief.secret)).toBe(page.seated!.secretHash);
    expect(debrief.nonces).toStrictEqual({ A: 'aa', B: '' });
    expect(debrief.scores.A.stars).toBe(3);
    // The log rebuilds all of it anywhere.
    const log = JSON.parse(await page.ask('match:log', {})) as MatchLog;
    expect(debriefOf(log)).toStrictEqual({ ok: true, value: debrief });
  });

  it.each(['lost', 'storm'])('plays %s, at either seat', async (level) => {
    for (const seat of ['A', 'B'] as const) {
      const page = await begun({ level, seat });
      await playOn(page);
      expect(page.view!.view.lanes.every(({ over }) => over === 'goal')).toBe(true);
    }
  });

  it('plays a level from a file, and goes on with it after a reload and in the rematch', async () => {
    const { file } = lessonById('first-contact')!;
    const page = await begun({ level: { file: JSON.stringify(file) } });
    const { level, introduction } = page.seated!;
    expect(isOwnLevel(level)).toBe(true);
    expect(introduction).toMatchObject({ texts: file.texts, rounds: true });
    await playOn(page, 2);
    clock.lose(1000);
    const next = openPage('two');
    next.seated = page.seated;
    await resume(next, page.seated!);
    const view = await next.ask('match:view', {});
    next.view = view;
    await playOn(next);
    expect(next.view.view.lanes.map(({ over }) => over)).toStrictEqual(['goal', 'goal', 'goal']);
    await next.ask('match:rematch', {});
    expect(next.seated).toMatchObject({ seat: 'B', level, introduction });
  });

  it('refuses a level file that is none', async () => {
    const page = openPage();
    expect(await page.refused('match:create', { ...CREATE, level: { file: '{}' } })).toBe('level/invalid');
  });

  it('answers a number met again as before, and refuses a gap', async () => {
    const page = await begun();
    const wrong = {
      kind: 'play',
      lane: 0,
      prompt: 1,
      play: { card: null, state: null },
    } as const;
    const first = await page.ask('match:command', { n: 1, command: wrong });
    expect(first.verdict).toBe('wrong');
    expect(await page.ask('match:command', { n: 1, command: wrong })).toStrictEqual(first);
    expect(await page.refused('match:command', { n: 3, command: wrong })).toBe('command/gap');
  });

  it('gives a hint, at half the points, when two plays were wrong', async () => {
    const page = await begun();
    const silence = { kind: 'play', lane: 0, prompt: 1, play: { card: null, state: null } } as const;
    const hint = { kind: 'hint', lane: 0, prompt: 1 } as const;
    for (const n of [1, 2]) await page.ask('match:command', { n, command: silence });
    expect(await page.ask('match:command', { n: 3, command: hint })).toStrictEqual({ verdict: 'hinted' });
  });

  it('has deadlines that pass by themselves, and heartbeats that count them down', async () => {
    const page = await begun();
    expect(page.view!.view.lanes[0]!.prompt!.window).toBe(WINDOW);
    clock.pass(10_000);
    expect(page.remaining[1]).toBeGreaterThan(WINDOW - 12_000);
    expect(page.remaining[1]).toBeLessThan(WINDOW - 8000);
    clock.pass(WINDOW);
    expect(page.view!.view.lanes[0]!.trail[0]).toMatchObject({ by: 'assist', prompt: 1 });
  });

  it('is played again with roles swapped, by the same token', async () => {
    const page = await begun();
    expect(await page.refused('match:rematch', {})).toBe('match/not-ended');
    await playOn(page);
    const first = page.seated!;
    await page.ask('match:rematch', {});
    expect(page.seated).toMatchObject({ seat: 'B', token: first.token });
    expect(page.seated!.match).not.toBe(first.match);
    await page.ask('match:ready', NONCE);
    await playOn(page);
    expect(page.view!.view).toMatchObject({ seat: 'B', ended: 'lanes-over' });
  });

  it('is forgotten when its player leaves', async () => {
    const page = await begun();
    const { match, token } = page.seated!;
    await page.ask('match:leave', {});
    expect(Object.keys(storage)).toStrictEqual([]);
    expect(await page.refused('match:resume', { match, token })).toBe('seat/token');
    expect(await page.refused('match:view', {})).toBe('seat/none');
  });

  it('is nothing for two people, and no level that nobody knows', async () => {
    const page = openPage();
    expect(await page.refused('match:create', { ...CREATE, opponent: { kind: 'person' } })).toBe(
      'match/unknown',
    );
    expect(await page.refused('match:create', { ...CREATE, level: 'none' })).toBe('level/unknown');
    expect(await page.refused('match:join', { code: 'ABCDEF', name: 'Ann', timeFactor: 100 })).toBe(
      'match/unknown',
    );
    expect(await page.refused('match:ready', NONCE)).toBe('seat/none');
    expect((await page.ask('level:list', {})).map(({ id }) => id)).toContain('clean');
  });
});

describe('a page that was gone', () => {
  it('goes on where it was: no deadline passes meanwhile', async () => {
    const before = await begun();
    await playOn(before, 2);
    while (before.view!.view.lanes[0]!.prompt === null) clock.pass(500);
    const { trail, prompt } = before.view!.view.lanes[0]!;
    clock.pass(5000);
    clock.lose(3 * 60_000);
    const page = openPage('two');
    await resume(page, before.seated!);
    expect(page.table).toMatchObject({ phase: 'playing', you: 'A' });
    expect(page.view!.view.lanes[0]).toMatchObject({ trail, prompt: { id: prompt!.id } });
    const remaining = page.view!.view.lanes[0]!.prompt!.remaining!;
    expect(prompt!.remaining! - remaining).toBeGreaterThan(3500);
    expect(prompt!.remaining! - remaining).toBeLessThan(6500);
    await playOn(page);
    const debrief = await page.ask('match:debrief', {});
    expect(debrief.scores.A.stars).toBe(3);
  });

  it('stands before its debrief when the match had ended', async () => {
    const before = await begun();
    await playOn(before);
    const debrief = await before.ask('match:debrief', {});
    const page = openPage('two');
    await resume(page, before.seated!);
    expect(page.table!.phase).toBe('ended');
    expect(await page.ask('match:debrief', {})).toStrictEqual(debrief);
  });

  it('before it was ready can begin after all', async () => {
    const before = openPage();
    const { match, token } = await before.ask('match:create', CREATE);
    const page = openPage('two');
    await page.ask('match:resume', { match, token });
    expect(page.table).toMatchObject({ phase: 'waiting', players: { A: { ready: false } } });
    await page.ask('match:ready', NONCE);
    await playOn(page);
  });

  it('only slept: the stall comes first, whoever wakes it', async () => {
    const page = await begun();
    clock.pass(5000);
    clock.sleep(10 * 60_000);
    // Told at once, so that the ring shows it.
    expect(page.remaining[1]).toBeGreaterThan(WINDOW - 8000);
    expect(page.view!.view.lanes[0]!.prompt?.id).toBe(1);
    await playOn(page);
    const log = JSON.parse(await page.ask('match:log', {})) as MatchLog;
    expect(log.entries.filter(({ command }) => command.kind === 'stall')).toHaveLength(1);
  });
});

describe('two pages of one browser', () => {
  it('never host the same match: who comes later has it, and it can be taken back', async () => {
    const first = await begun();
    await playOn(first, 1);
    const second = openPage('two');
    await resume(second, first.seated!);
    clock.pass(2000);
    expect(first.heard.at(-1)).toBe('replaced');
    expect(await first.refused('match:view', {})).toBe('seat/none');
    await playOn(second, 1);
    await resume(first, first.seated!);
    clock.pass(2000);
    expect(second.heard.at(-1)).toBe('replaced');
    await playOn(first);
    expect((await first.ask('match:debrief', {})).scores.A.stars).toBe(3);
  });

  it('keep no more than four open matches', async () => {
    for (let match = 0; match < 6; match++) {
      const page = openPage(`page ${match}`);
      clock.pass(10);
      const seated = await page.connection.request('match:create', { ...CREATE, name: `Ann ${match}` });
      expect(seated.ok).toBe(true);
    }
    expect(Object.keys(storage).filter((key) => key.endsWith('.sign')).length).toBeLessThanOrEqual(4);
  });
});

describe('what storage does', () => {
  it('is no reason to stop when it is full', async () => {
    storage.setItem = () => {
      throw new Error('full');
    };
    const page = await begun();
    await playOn(page);
    expect((await page.ask('match:debrief', {})).scores.A.stars).toBe(3);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['another shape', '{"table":7}'],
  ])('may hold %s: the seat is lost, nothing else', async (_, text) => {
    const page = await begun();
    const { match, token } = page.seated!;
    storage.setItem(`shake-and-wave.solo.${match}`, text);
    const next = openPage('two');
    expect(await next.refused('match:resume', { match, token })).toBe('seat/token');
  });

  it('may hold a log that these rules cannot play: the seat is lost, and the page goes on', async () => {
    const page = await begun();
    await playOn(page, 2);
    const { match, token } = page.seated!;
    const key = `shake-and-wave.solo.${match}`;
    const spoiled = storage.getItem(key)!.replace(`"rules":${RULES_VERSION}`, '"rules":999');
    expect(spoiled).toContain('999');
    storage.setItem(key, spoiled);
    const next = openPage('two');
    expect(await next.refused('match:resume', { match, token })).toBe('seat/token');
    expect(await next.refused('match:create', CREATE)).toBe('accepted');
  });
});
