import { io } from 'socket.io-client';
import { describe, expect, it } from 'vitest';
import { viewFor } from '../shared/engine/match/view-for.ts';
import type { ReplayLink, Seated, SharedReplay } from '../shared/protocol/messages.ts';
import { hashOfSecret } from '../shared/replay/log.ts';
import { debriefOf } from '../shared/replay/debrief-of.ts';
import type { LogFile } from '../shared/replay/log-file.ts';
import { verifyLogFile } from '../shared/replay/log-file.ts';
import type { Debrief } from '../shared/replay/debrief.ts';
import { replay } from '../shared/replay/replay.ts';
import { setUpApp } from './testing/test-app.ts';
import type { TestClient } from './testing/test-client.ts';
import { CREATE, isEnded, openPrompt, playOn, rightCommand } from './testing/test-client.ts';

const app = setUpApp();

/** Two players at one table, both ready; the first is the active opener. */
async function twoPlayers(create: object = {}): Promise<{ ann: TestClient; bob: TestClient }> {
  const ann = await app.connected();
  const bob = await app.connected();
  ann.seated = await ann.ask<Seated>('match:create', { ...CREATE, ...create });
  bob.seated = await bob.ask<Seated>('match:join', { code: ann.seated.code, name: 'Bob' });
  await ann.ask('match:ready', { nonce: 'aa' });
  await bob.ask('match:ready', { nonce: 'bb' });
  await ann.until(({ view }) => view !== null, 'the first view');
  await bob.until(({ view }) => view !== null, 'the first view');
  return { ann, bob };
}

describe('a match', () => {
  it('is played by two people from code to debrief', async () => {
    const { ann, bob } = await twoPlayers();
    expect([ann.seated!.seat, bob.seated!.seat]).toStrictEqual(['A', 'B']);
    expect(ann.seated!.code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/u);
    expect((await ann.refused('match:log', {})).code).toBe('match/not-ended');
    expect((await ann.refused('match:debrief', {})).code).toBe('match/not-ended');
    await Promise.all([playOn(ann), playOn(bob)]);
    expect(ann.view!.view.lanes[0]!.over).toBe('goal');
    const debrief = await bob.ask<Debrief>('match:debrief', {});
    expect(hashOfSecret(debrief.secret)).toBe(ann.seated!.secretHash);
    expect(debrief.nonces).toStrictEqual({ A: 'aa', B: 'bb' });
    expect(debrief.scores.A.stars).toBe(3);
    expect(debrief.ladders[0]!.segments.at(0)?.segment.flags).toBe(2);
    const log = JSON.parse(await ann.ask<string>('match:log', {})) as LogFile;
    expect(JSON.stringify(log)).not.toContain('Ann');
    const again = replay(log);
    if (!again.ok) throw new Error(again.code);
    const { state } = again.value.at(-1)!;
    expect(viewFor(state, 'A').lanes).toStrictEqual(ann.view!.view.lanes);
    expect(log.result!.scores).toStrictEqual(debrief.scores);
    expect(verifyLogFile(log)).toMatchObject({ ok: true, value: { confirmed: true } });
  });

  it('is played against a bot, and again with roles swapped', async () => {
    const ann = await app.connected();
    const first = await ann.ask<Seated>('match:create', {
      ...CREATE,
      opponent: { kind: 'bot', skill: 'expert' },
    });
    await ann.ask('match:ready', { nonce: 'aa' });
    await playOn(ann);
    expect(ann.view!.view.lanes[0]!.over).toBe('goal');
    expect(ann.table!.phase).toBe('ended');
    await ann.ask('match:rematch', {});
    await ann.until(({ seated }) => seated !== null && seated.match !== first.match, 'the new seat');
    expect(ann.seated!.seat).toBe('B');
    await ann.ask('match:ready', { nonce: 'ab' });
    await ann.until(({ view }) => view?.view.seat === 'B', 'the first view of the second match');
    expect(ann.view!.view.ended).toBeNull();
  });

  it('is played again by two people only when both want it', async () => {
    const { ann, bob } = await twoPlayers();
    expect((await ann.refused('match:rematch', {})).code).toBe('match/not-ended');
    await Promise.all([playOn(ann), playOn(bob)]);
    await ann.ask('match:rematch', {});
    await bob.until(({ table }) => table!.players.A!.wantsRematch, 'the wish of the other');
    const before = ann.seated!.match;
    await bob.ask('match:rematch', {});
    for (const one of [ann, bob]) await one.until(({ seated }) => seated!.match !== before, 'the new seat');
    expect([ann.seated!.seat, bob.seated!.seat]).toStrictEqual(['B', 'A']);
    expect(ann.seated!.match).toBe(bob.seated!.match);
  });

  it('tells a seat nothing that the other seat alone knows', async () => {
    const { ann, bob } = await twoPlayers();
    await Promise.all([playOn(ann, 2), playOn(bob, 1)]);
    const heard = ann.heard.join('\n');
    expect(heard).not.toContain(bob.seated!.token);
    expect(heard).not.toMatch(/"secret"|"seed"|"nonce|retransmitAt|arrivesAt|"network"/u);
  });
});

describe('a replay', () => {
  const fetchReplay = (id: string): Promise<Response> => fetch(`${app.url}/api/replays/${id}`);

  async function finished() {
    const { ann, bob } = await twoPlayers();
    expect((await ann.refused('match:replay', {})).code).toBe('match/not-ended');
    await Promise.all([playOn(ann), playOn(bob)]);
    const [link, same] = await Promise.all([
      ann.ask<ReplayLink>('match:replay', {}),
      bob.ask<ReplayLink>('match:replay', {}),
    ]);
    expect(link).toStrictEqual(same);
    return { ann, bob, id: link.id };
  }

  it('shows the match to whoever has its link, and neither names nor the right to a seat', async () => {
    const { ann, bob, id } = await finished();
    expect(id).toMatch(/^[0-9a-f]{32}$/u);
    const response = await fetchReplay(id);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-robots-tag')).toBe('noindex');
    const text = await response.text();
    for (const secret of ['Ann', 'Bob', ann.seated!.token, bob.seated!.token, ann.seated!.match])
      expect(text).not.toContain(secret);
    const { log, names } = JSON.parse(text) as SharedReplay;
    expect(names).toStrictEqual({ A: null, B: null });
    const made = debriefOf(log);
    if (!made.ok) throw new Error(made.code);
    expect(made.value).toStrictEqual(await ann.ask<Debrief>('match:debrief', {}));
  });

  it('names each player who agrees until that is taken back, also after a restart', async () => {
    const { ann, bob, id } = await finished();
    const names = async (): Promise<unknown> =>
      ((await (await fetchReplay(id)).json()) as SharedReplay).names;
    await bob.ask('match:consent', { named: true });
    expect(await names()).toStrictEqual({ A: null, B: 'Bob' });
    expect((await bob.ask<ReplayLink>('match:replay', {})).named).toBe(true);
    expect((await ann.ask<ReplayLink>('match:replay', {})).named).toBe(false);
    await ann.ask('match:consent', { named: true });
    expect(await names()).toStrictEqual({ A: 'Ann', B: 'Bob' });
    await bob.ask('match:consent', { named: false });
    await app.stop();
    await app.start();
    expect(await names()).toStrictEqual({ A: 'Ann', B: null });
  });

  it('takes nobody’s word for a seat but its player’s', async () => {
    const { ann, id } = await finished();
    const eve = await app.connected();
    expect((await eve.refused('match:consent', { named: true })).code).toBe('seat/none');
    expect((await eve.refused('match:replay', {})).code).toBe('seat/none');
    for (const more of [{ seat: 'A' }, { match: ann.seated!.match }])
      expect((await eve.refused('match:consent', { named: true, ...more })).code).toBe('message/invalid');
    await eve.ask<Seated>('match:create', CREATE);
    expect((await eve.refused('match:consent', { named: true })).code).toBe('match/not-ended');
    expect(((await (await fetchReplay(id)).json()) as SharedReplay).names).toStrictEqual({
      A: null,
      B: null,
    });
  });

  it('names no bot', async () => {
    const ann = await app.connected();
    await ann.ask('match:create', { ...CREATE, opponent: { kind: 'bot', skill: 'expert' } });
    await ann.ask('match:ready', { nonce: 'aa' });
    await playOn(ann);
    const { id } = await ann.ask<ReplayLink>('match:replay', {});
    const { log, names } = (await (await fetchReplay(id)).json()) as SharedReplay;
    expect(names).toStrictEqual({ A: null, B: null });
    expect(log.header.seats.B.bot).toBe(true);
  });

  it('that does not exist is not found, and guessing is slow', async () => {
    const ann = await app.connected();
    const { match } = await ann.ask<Seated>('match:create', CREATE);
    for (const id of ['0'.repeat(32), match, '..%2f..%2fetc', 'x'])
      expect((await fetchReplay(id)).status).toBe(404);
    const statuses = await Promise.all(
      Array.from({ length: 90 }, async () => (await fetchReplay('0'.repeat(32))).status),
    );
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(15);
  });
});

describe('a command', () => {
  it('sent again gives the same result and is applied once', async () => {
    const { ann } = await twoPlayers();
    const message = { n: 1, command: rightCommand(ann) };
    const once = await ann.ask('match:command', message);
    const twice = await ann.ask('match:command', message);
    expect(twice).toStrictEqual(once);
    expect((await ann.ask<{ lastCommand: number }>('match:view', {})).lastCommand).toBe(1);
  });

  it('with a number missing before it is refused', async () => {
    const { ann } = await twoPlayers();
    expect((await ann.refused('match:command', { n: 2, command: rightCommand(ann) })).code).toBe(
      'command/gap',
    );
  });

  it('for a prompt that is not open is stale and costs nothing', async () => {
    const { ann } = await twoPlayers();
    const { lane } = openPrompt(ann)!;
    const play = { card: null, state: null };
    const result = await ann.command({ kind: 'play', lane, prompt: 99, play });
    expect(result).toStrictEqual({ verdict: 'stale' });
    expect(ann.view!.score.points).toBe(0);
  });

  it('that is wrong is refused with its reason and without the answer', async () => {
    const { ann, bob } = await twoPlayers();
    await playOn(ann, 1);
    await bob.until((one) => openPrompt(one) !== null, 'the SYN');
    const { lane, prompt } = openPrompt(bob)!;
    const { event } = prompt;
    if (event.kind !== 'segment') throw new Error('not the SYN');
    const { nextIss } = bob.view!.view.lanes[0]!;
    const result = await bob.command({
      kind: 'play',
      lane,
      prompt: prompt.id,
      play: { card: { flags: 0x12, seq: nextIss, ack: event.segment.seq, len: 0 }, state: null },
    });
    expect(result).toMatchObject({
      verdict: 'wrong',
      refusal: { field: 'ack', reason: 'M08', rule: 'ack/next-expected', input: { seq: event.segment.seq } },
    });
    expect(JSON.stringify(result)).not.toContain(String(event.segment.seq + 1));
  });
});

describe('a message', () => {
  it.each([
    ['match:create', { ...CREATE, name: '' }],
    ['match:create', { ...CREATE, name: 'a\u202eb' }],
    ['match:create', { ...CREATE, extra: 1 }],
    ['match:create', null],
    ['match:join', { code: 'O0O0O0', name: 'Bob' }],
    ['match:ready', { nonce: 'not hexadecimal' }],
    ['match:command', { n: 0, command: { kind: 'hint', lane: 0, prompt: 1 } }],
    [
      'match:command',
      { n: 1, command: { kind: 'play', lane: 7, prompt: 1, play: { card: null, state: null } } },
    ],
    ['match:command', { n: 1, command: { kind: 'pause' } }],
    ['match:consent', { named: 'yes' }],
    ['match:resume', { match: '../../etc', token: 'x' }],
  ] as const)('%s that is malformed is refused: %j', async (name, message) => {
    const ann = await app.connected();
    const { code, detail } = await ann.refused(name, message);
    expect(code).toBe('message/invalid');
    expect(detail).not.toBe('');
  });

  it('that needs a seat is refused without one', async () => {
    const ann = await app.connected();
    expect((await ann.refused('match:ready', { nonce: 'aa' })).code).toBe('seat/none');
  });

  it.each([
    ['match:join', { code: 'ZZZZZZ', name: 'Bob' }, 'match/unknown'],
    ['match:create', { ...CREATE, level: 'nowhere' }, 'level/unknown'],
    ['match:resume', { match: '0'.repeat(24), token: '0'.repeat(32) }, 'match/unknown'],
  ] as const)('%s that names what is not there is refused', async (name, message, code) => {
    const ann = await app.connected();
    expect((await ann.refused(name, message)).code).toBe(code);
  });

  it('is not listened to more than ten times a second', async () => {
    const ann = await app.connected();
    const replies = await Promise.all(Array.from({ length: 40 }, () => ann.send('level:list', {})));
    const refused = replies.filter((reply) => !reply.ok && reply.code === 'message/too-many');
    expect(refused.length).toBeGreaterThanOrEqual(15);
  });

  it('that makes matches is listened to less often', async () => {
    const ann = await app.connected();
    const replies = await Promise.all(Array.from({ length: 8 }, () => ann.send('match:create', CREATE)));
    expect(replies.filter(({ ok }) => ok).length).toBeLessThanOrEqual(6);
  });

  it('is not exchanged with a client of another protocol', async () => {
    const socket = io(app.url, {
      auth: { protocol: 0 },
      reconnection: false,
      forceNew: true,
    });
    const error = await new Promise<Error>((resolve) => {
      socket.once('connect_error', resolve);
    });
    socket.close();
    expect(error.message).toBe('message/version');
  });
});

describe('a seat', () => {
  it('is not given away twice', async () => {
    const { ann } = await twoPlayers();
    const eve = await app.connected();
    expect((await eve.refused('match:join', { code: ann.seated!.code, name: 'Eve' })).code).toBe(
      'match/full',
    );
    const stolen = { match: ann.seated!.match, token: '0'.repeat(32) };
    expect((await eve.refused('match:resume', stolen)).code).toBe('seat/token');
  });

  it('is kept for a player who comes back, and the peer sees the absence', async () => {
    const { ann, bob } = await twoPlayers();
    await playOn(ann, 1);
    bob.close();
    await ann.until(({ view }) => view!.view.presence.B === 'away', 'the absence');
    const back = await app.connected();
    await back.ask('match:resume', { match: bob.seated!.match, token: bob.seated!.token });
    await back.until(({ view }) => view !== null, 'the full view');
    await ann.until(({ view }) => view!.view.presence.B === 'present', 'the return');
    await Promise.all([playOn(ann), playOn(back)]);
    expect(back.view!.view.lanes[0]!.over).toBe('goal');
  });

  it('goes to the newest connection; the old one is told', async () => {
    const { ann } = await twoPlayers();
    const other = await app.connected();
    await other.ask('match:resume', { match: ann.seated!.match, token: ann.seated!.token });
    await ann.until(({ heard }) => heard.some((line) => line.startsWith('["match:replaced"')), 'the notice');
    expect((await ann.refused('match:view', {})).code).toBe('seat/none');
  });

  it('is never held by a connection that was gone before it was given', async () => {
    for (const wait of [0, 1, 2, 3, 5]) {
      const ann = await app.connected();
      const { code } = await ann.ask<Seated>('match:create', CREATE);
      const ghost = await app.connected();
      ghost.socket.emit('match:join', { code, name: 'Ghost' });
      await new Promise((resolve) => {
        setTimeout(resolve, wait);
      });
      ghost.close();
      await ann.until(
        ({ table }) => table!.players.B?.connected !== true,
        'an empty seat, or an absent player',
      );
    }
  });

  it('in a rematch is kept for a player who was away when it was agreed', async () => {
    const { ann, bob } = await twoPlayers();
    await Promise.all([playOn(ann), playOn(bob)]);
    await bob.ask('match:rematch', {});
    bob.close();
    await ann.ask('match:rematch', {});
    await ann.until(({ seated }) => seated!.seat === 'B', 'the new seat');
    const back = await app.connected();
    const old = { match: bob.seated!.match, token: bob.seated!.token };
    const seated = await back.ask<Seated>('match:resume', old);
    expect([seated.match, seated.seat]).toStrictEqual([ann.seated!.match, 'A']);
    await ann.ask('match:ready', { nonce: 'aa' });
    await back.ask('match:ready', { nonce: 'bb' });
    await back.until((one) => openPrompt(one) !== null, 'the first prompt of the second match');
    expect((await back.ask<Seated>('match:resume', { match: seated.match, token: seated.token })).match).toBe(
      seated.match,
    );
  });

  it('at a waiting table is given up by a player who goes to another', async () => {
    const ann = await app.connected();
    const { code } = await ann.ask<Seated>('match:create', CREATE);
    await ann.ask<Seated>('match:create', CREATE);
    const bob = await app.connected();
    expect((await bob.refused('match:join', { code, name: 'Bob' })).code).toBe('match/unknown');
  });

  it('that a player leaves for good is played on by a bot', async () => {
    const { ann, bob } = await twoPlayers({ level: 'clean' });
    await bob.ask('match:leave', {});
    await ann.until(({ view }) => view!.view.presence.B === 'stand-in', 'the stand-in');
    await playOn(ann);
    expect(ann.view!.view.lanes[0]!.over).toBe('goal');
  });
});

describe('a restart', () => {
  it('in mid-match loses nothing, and no deadline passes while the server is away', async () => {
    const { ann, bob } = await twoPlayers();
    await playOn(ann, 1);
    await bob.until((one) => openPrompt(one) !== null, 'the SYN');
    const before = openPrompt(bob)!.prompt;
    await app.stop();
    await new Promise((resolve) => {
      setTimeout(resolve, 1500);
    });
    await app.start();
    const [ann2, bob2] = [await app.connected(), await app.connected()];
    await ann2.ask('match:resume', { match: ann.seated!.match, token: ann.seated!.token });
    await bob2.ask('match:resume', { match: bob.seated!.match, token: bob.seated!.token });
    await bob2.until(({ view }) => view !== null, 'the view');
    const after = openPrompt(bob2)!.prompt;
    expect(after.id).toBe(before.id);
    expect(before.remaining! - after.remaining!).toBeLessThan(1000);
    expect(ann2.view!.view.lanes[0]!.trail).toHaveLength(1);
    await Promise.all([playOn(ann2), playOn(bob2)]);
    expect(isEnded(ann2)).toBe(true);
    expect(ann2.view!.view.lanes[0]!.over).toBe('goal');
  });
});
