/** Matches of levels that are not built in: whoever wrote them may have meant no good. */
import { describe, expect, it } from 'vitest';
import { lessonById } from '../shared/levels/catalogue.ts';
import { LEVEL_FILE_LIMIT } from '../shared/levels/level-file-limit.ts';
import { isOwnLevel } from '../shared/levels/own-level-id.ts';
import type { LevelFile } from '../shared/levels/schema.ts';
import type { Seated } from '../shared/protocol/messages.ts';
import type { LogFile } from '../shared/replay/log-file.ts';
import { verifyLogFile } from '../shared/replay/log-file.ts';
import { setUpApp } from './testing/test-app.ts';
import { CREATE, playOn } from './testing/test-client.ts';

const app = setUpApp();

const rounds = lessonById('first-contact')!.file;
const textOf = (file: LevelFile): string => JSON.stringify(file, null, 2);
const createOf = (file: string): object => ({ ...CREATE, level: { file } });

/** Much to say, small windows, and a network that loses every other segment, four times over. */
const ENDLESS: LevelFile = {
  ...rounds,
  goal: 'delivered',
  rcvWnd: 100,
  connections: rounds.connections.concat(rounds.connections.slice(0, 1)).map(({ script }) => ({
    script: [
      ...script,
      ...(['A', 'B'] as const).map((at) => ({
        id: `talk-${at.toLowerCase()}`,
        at,
        when: { on: 'established' as const },
        action: { do: 'send' as const, text: 'a'.repeat(1400) },
      })),
    ],
    rates: { drop: 50, duplicate: 50, delay: 50 },
  })),
};

describe('a level from a file', () => {
  it('is played by two people, who both get its words, to a log that can be verified', async () => {
    const ann = await app.connected();
    const bob = await app.connected();
    ann.seated = await ann.ask<Seated>('match:create', createOf(textOf(rounds)));
    bob.seated = await bob.ask<Seated>('match:join', { code: ann.seated.code, name: 'Bob' });
    for (const { level, introduction } of [ann.seated, bob.seated]) {
      expect(isOwnLevel(level)).toBe(true);
      expect(introduction).toMatchObject({ texts: rounds.texts, connections: 3, rounds: true });
    }
    // Nothing of what is going to happen.
    expect(JSON.stringify(bob.seated)).not.toMatch(/script|faults|action/u);
    await ann.ask('match:ready', { nonce: 'aa' });
    await bob.ask('match:ready', { nonce: 'bb' });
    await Promise.all([playOn(ann), playOn(bob)]);
    expect(ann.view!.view.lanes.map(({ over }) => over)).toStrictEqual(['goal', 'goal', 'goal']);
    const log = JSON.parse(await ann.ask<string>('match:log', {})) as LogFile;
    expect(log.header.level.id).toBe(ann.seated.level);
    expect(verifyLogFile(log)).toMatchObject({ ok: true, value: { confirmed: true } });
  });

  it('is named by what it says, not by how it is laid out nor by the name it gives itself', async () => {
    const ann = await app.connected();
    const level = async (text: string): Promise<string> =>
      (await ann.ask<Seated>('match:create', createOf(text))).level;
    const first = await level(textOf(rounds));
    expect(first).toMatch(/^file:[\da-f]{8}$/u);
    expect(await level(JSON.stringify(rounds))).toBe(first);
    expect(await level(textOf({ ...rounds, goal: 'delivered' }))).not.toBe(first);
  });

  it('is still known after a restart, in the seat and in the rematch', async () => {
    const ann = await app.connected();
    const bot = { opponent: { kind: 'bot', skill: 'expert' } };
    const seated = await ann.ask<Seated>('match:create', { ...createOf(textOf(rounds)), ...bot });
    await app.stop();
    await app.start();
    const again = await app.connected();
    const { match, token } = seated;
    expect(await again.ask('match:resume', { match, token })).toStrictEqual(seated);
    await again.ask('match:ready', { nonce: 'aa' });
    await playOn(again);
    await again.ask('match:rematch', {});
    await again.until((one) => one.seated !== null && one.seated.match !== match, 'the new seat');
    expect(again.seated).toMatchObject({ level: seated.level, introduction: seated.introduction });
  });

  it.each([
    ['is no JSON', '{', 'file/not-json'],
    ['has a wrong word', textOf(rounds).replace('"novice"', '"easy"'), 'file/choice: difficulty: novice'],
    ['is too long', ' '.repeat(LEVEL_FILE_LIMIT + 1), 'file/too-long'],
    ['would hardly ever end', JSON.stringify(ENDLESS), 'lesson/runaway'],
  ])('that %s is refused, and the reason is named', async (_, text, detail) => {
    const ann = await app.connected();
    const began = performance.now();
    const refused = await ann.refused('match:create', createOf(text));
    expect(refused.code).toBe('level/invalid');
    expect(refused.detail).toContain(detail);
    expect(performance.now() - began).toBeLessThan(3000);
    expect((await ann.ask<Seated>('match:create', CREATE)).introduction).toBeNull();
  });

  it('cannot be sent in such numbers that nothing else is done', async () => {
    const ann = await app.connected();
    const codes: string[] = [];
    for (let n = 0; n < 8; n++)
      codes.push((await ann.refused('match:create', createOf(JSON.stringify(ENDLESS)))).code);
    expect(codes).toContain('message/too-many');
  });
});
