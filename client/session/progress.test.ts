/** Progress: what counts, once for each match, and never wiped in silence. */
import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Seated } from '../../shared/protocol/messages.ts';
import type { Debrief, PromptRecord } from '../../shared/replay/debrief.ts';
import { fixedDebrief } from '../gallery/fixed-debrief.ts';
import { memoryStorage } from '../testing/memory-storage.ts';
import type { MatchResult, Progress } from './progress.ts';
import { NO_PROGRESS, recordResult } from './progress.ts';
import { createProgressStore, keepProgress } from './progress-store.ts';
import { readProgress } from './read-progress.ts';

const KEY = 'shake-and-wave.progress';

const prompt = (more: Partial<PromptRecord> = {}): PromptRecord => ({
  seat: 'A',
  lane: 0,
  kind: 'segment/SYN+ACK',
  by: 'player',
  hinted: false,
  reasons: [],
  ...more,
});

const result = (
  match: string,
  debrief: Partial<Debrief> = {},
  more: Partial<MatchResult> = {},
): MatchResult => ({
  match,
  at: 1_700_000_000_000,
  seat: 'A',
  practice: false,
  debrief: { ...fixedDebrief, ...debrief },
  ...more,
});

const scored = (score: number, stars: number): Pick<Debrief, 'scores'> => {
  const { A, B } = fixedDebrief.scores;
  return { scores: { A: { ...A, score, stars }, B } };
};

const after = (...results: readonly MatchResult[]): Progress => results.reduce(recordResult, NO_PROGRESS);

describe('a level', () => {
  it('keeps the best stars and the best score, each for itself, and counts finished runs', () => {
    const progress = after(
      result('1', scored(700, 3)),
      result('2', scored(900, 2)),
      result('3', { ...scored(1000, 3), ended: 'abandoned' }),
    );
    expect(progress.levels).toStrictEqual({ lost: { stars: 3, score: 900, finished: 2 } });
  });

  it('keeps runs without a clock apart', () => {
    const progress = after(
      result('1', { ...scored(700, 1), timed: true }),
      result('2', { ...scored(1000, 3), timed: false }),
    );
    expect(progress.levels).toStrictEqual({ lost: { stars: 1, score: 700, finished: 1 } });
    expect(progress.untimed).toStrictEqual({ lost: { stars: 3, score: 1000, finished: 1 } });
  });

  it('from a file has no record, but what was learned in it counts', () => {
    const own = { levelId: 'file:0123abcd', prompts: [prompt()] };
    const progress = after(result('1', own, { practice: true }));
    expect(progress).toMatchObject({ levels: {}, pendingPractice: [], counted: ['1'] });
    expect(progress.concepts['segment/SYN+ACK']).toMatchObject({ first: 1 });
  });

  it('counts the player’s own seat', () => {
    const { score } = fixedDebrief.scores.B;
    expect(after(result('1', {}, { seat: 'B' })).levels['lost']).toMatchObject({ score });
  });
});

it('a match counts once, however often its debrief is shown', () => {
  const once = after(result('1'));
  expect(recordResult(once, result('1'))).toBe(once);
  expect(recordResult(once, result('2'))).not.toBe(once);
});

describe('a kind of prompt', () => {
  it('is right only at the first try, by the player, without a hint', () => {
    const prompts = [
      prompt(),
      prompt({ reasons: ['M08'] }),
      prompt({ hinted: true }),
      prompt({ by: 'assist' }),
      prompt({ by: 'late' }),
      prompt(),
    ];
    expect(after(result('1', { prompts })).concepts).toStrictEqual({
      'segment/SYN+ACK': { first: 2, wrong: 4, recent: [true, false, false, false, false, true] },
    });
  });

  it('counts neither the peer’s prompts nor what a bot did in the player’s place', () => {
    const prompts = [prompt({ seat: 'B' }), prompt({ by: 'stand-in' })];
    expect(after(result('1', { prompts })).concepts).toStrictEqual({});
  });

  it('remembers only the newest one by one', () => {
    const prompts = Array.from({ length: 20 }, (_, index) => prompt(index < 8 ? { by: 'late' } : {}));
    const { first, wrong, recent } = after(result('1', { prompts })).concepts['segment/SYN+ACK']!;
    expect([first, wrong, recent]).toStrictEqual([12, 8, Array.from({ length: 12 }, () => true)]);
  });
});

describe('a misconception', () => {
  it('counts from the first time it shows, and mends where it was made', () => {
    const progress = after(
      result('1', { prompts: [prompt(), prompt({ reasons: ['M08', 'M08', 'slip-seq'] })] }),
      result('2', { prompts: [prompt(), prompt({ kind: 'close' }), prompt({ reasons: ['slip-seq'] })] }),
    );
    expect(progress.misconceptions).toStrictEqual({
      M08: { first: 1, wrong: 1, recent: [false, true], kinds: ['segment/SYN+ACK'] },
    });
  });
});

describe('practice', () => {
  it('waits for the server, the newest 200', () => {
    const many = Array.from({ length: 205 }, (_, n) => result(String(n), {}, { practice: true }));
    const { pendingPractice } = after(...many);
    expect(pendingPractice).toHaveLength(200);
    const { score, stars } = fixedDebrief.scores.A;
    expect(pendingPractice[0]).toMatchObject({ match: '5', level: 'lost', seat: 'A', stars, score });
  });

  it('is no match on the server', () => {
    expect(after(result('1')).pendingPractice).toStrictEqual([]);
  });
});

describe('what is kept', () => {
  it('is there again, and reads as it was written', () => {
    const storage = memoryStorage();
    createProgressStore(storage).record(
      result('1', { prompts: [prompt({ reasons: ['M08'] })] }, { practice: true }),
    );
    const again = createProgressStore(storage).progress.value;
    expect(again.levels['lost']?.finished).toBe(1);
    expect(readProgress(JSON.stringify(again))).toStrictEqual(again);
  });

  it('adds to what another tab has played meanwhile', () => {
    const storage = memoryStorage();
    const [one, two] = [createProgressStore(storage), createProgressStore(storage)];
    one.record(result('1'));
    two.record(result('2'));
    expect(two.progress.value.levels['lost']?.finished).toBe(2);
  });

  const kept = after(result('1', { prompts: [prompt({ reasons: ['M08'] })] }, { practice: true }));
  const spoiled = (change: object): string => JSON.stringify({ ...kept, ...change });

  it.each([
    ['', 'empty'],
    ['{', 'cut off'],
    ['null', 'nothing'],
    ['[]', 'a list'],
    [spoiled({ version: 2 }), 'of a newer build'],
    [spoiled({ levels: { lost: { stars: -1, score: 0, finished: 0 } } }), 'below nothing'],
    [spoiled({ levels: [] }), 'without levels'],
    [spoiled({ concepts: { close: { first: 1, wrong: 0, recent: 'yes' } } }), 'of another shape'],
    [spoiled({ misconceptions: { M99: kept.misconceptions.M08 } }), 'about no known mistake'],
    [spoiled({ counted: [7] }), 'counting numbers'],
    [spoiled({ pendingPractice: [{}] }), 'with empty practice'],
  ])('is put aside and begun anew when it is %j (%s)', (text) => {
    const storage = memoryStorage({ [KEY]: text });
    const store = createProgressStore(storage);
    expect(store.progress.value).toStrictEqual(NO_PROGRESS);
    expect(storage.getItem(`${KEY}.unreadable.1`)).toBe(text);
    store.record(result('1'));
    expect(createProgressStore(storage).progress.value.levels['lost']?.finished).toBe(1);
  });

  it('keeps every unreadable text, not only the last', () => {
    const storage = memoryStorage({ [KEY]: 'one' });
    createProgressStore(storage);
    storage.setItem(KEY, 'two');
    createProgressStore(storage);
    expect([1, 2].map((n) => storage.getItem(`${KEY}.unreadable.${n}`))).toStrictEqual(['one', 'two']);
  });

  it('is not written over where it can be neither read nor put aside', () => {
    const storage = memoryStorage({ [KEY]: 'unreadable' });
    storage.setItem = () => {
      throw new Error('full');
    };
    const store = createProgressStore(storage);
    store.record(result('1'));
    store.record(result('2'));
    expect(storage.getItem(KEY)).toBe('unreadable');
    expect(store.progress.value.levels['lost']?.finished).toBe(2);
  });
});

it('the session’s debriefs are kept, whichever host they come from', () => {
  const seat = {
    match: 'm',
    seat: 'A',
    token: '',
    level: 'lost',
    introduction: null,
    secretHash: '',
  } as const;
  const debrief = signal<Debrief | null>(null);
  const seated = signal<Seated>({ ...seat, code: 'K7QM2X' });
  const store = createProgressStore(memoryStorage());
  keepProgress({ debrief, seated }, store, () => 5);
  expect(store.progress.value).toBe(NO_PROGRESS);
  debrief.value = fixedDebrief;
  debrief.value = { ...fixedDebrief };
  expect(store.progress.value.counted).toStrictEqual(['m']);
  debrief.value = null;
  seated.value = { ...seat, match: 'page-m', code: '' };
  debrief.value = fixedDebrief;
  expect(store.progress.value.counted).toStrictEqual(['m', 'page-m']);
  expect(store.progress.value.pendingPractice).toMatchObject([{ match: 'page-m', at: 5 }]);
});
