import { expect, it } from 'vitest';
import type { Reason } from '../../shared/engine/match/play.ts';
import { CAMPAIGN } from '../../shared/levels/catalogue.ts';
import type { Debrief } from '../../shared/replay/debrief.ts';
import { nextStep } from './next-step.ts';
import type { Progress } from './progress.ts';
import { NO_PROGRESS } from './progress.ts';

const finished = (...ids: readonly string[]): Progress => ({
  ...NO_PROGRESS,
  levels: Object.fromEntries(ids.map((id) => [id, { stars: 2, score: 800, finished: 1 }])),
});

function after(levelId: string, stars: number, reasons: readonly Reason[] = []) {
  const score = { stars } as Debrief['scores']['A'];
  const prompt = { seat: 'A', lane: 0, kind: 'open', by: 'player', hinted: false, reasons } as const;
  return { levelId, scores: { A: score, B: score }, prompts: [prompt] };
}

it('is the same lesson again where too little was right', () => {
  expect(nextStep(after('four-waves', 1), 'A', finished('four-waves'), false)).toStrictEqual({
    lesson: 'four-waves',
    why: { kind: 'again' },
  });
});

it('is an open lesson that trains the mistake that was made', () => {
  const progress = finished('first-contact', 'someone-knocks', 'count-on-it');
  expect(nextStep(after('clean', 3, ['slip-flags', 'M07']), 'A', progress, false)).toStrictEqual({
    lesson: 'say-something',
    why: { kind: 'trains', code: 'M07' },
  });
  // It is not open yet.
  expect(nextStep(after('clean', 3, ['M12']), 'A', progress, false).why).toStrictEqual({ kind: 'next' });
});

it('says nothing of the other seat’s mistakes', () => {
  expect(nextStep(after('clean', 3, ['M07']), 'B', NO_PROGRESS, true).why).toStrictEqual({ kind: 'next' });
});

it('is the next of the campaign, and its last when all is done', () => {
  expect(nextStep(after('first-contact', 3), 'A', finished('first-contact'), false)).toStrictEqual({
    lesson: 'someone-knocks',
    why: { kind: 'next' },
  });
  const all = finished(...CAMPAIGN.map(({ file }) => file.id));
  expect(nextStep(after('storm', 3), 'A', all, false)).toStrictEqual({
    lesson: 'storm',
    why: { kind: 'all-done' },
  });
});
