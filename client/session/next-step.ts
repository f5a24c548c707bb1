/** What to play after a match, and why. */
import type { Misconception } from '../../shared/engine/match/play.ts';
import { MISCONCEPTIONS } from '../../shared/engine/match/play.ts';
import type { Seat } from '../../shared/engine/match/seat.ts';
import { CAMPAIGN } from '../../shared/levels/catalogue.ts';
import type { Debrief } from '../../shared/replay/debrief.ts';
import type { Progress } from './progress.ts';
import { isFinished, nextLesson, openTraining, starsOf } from './unlocking.ts';

export interface NextStep {
  readonly lesson: string;
  readonly why:
    /** The goal was missed, or too little was right. */
    | { readonly kind: 'again' }
    /** This mistake was made, and that lesson trains it. */
    | { readonly kind: 'trains'; readonly code: Misconception }
    | { readonly kind: 'next' }
    /** Everything is finished: the hardest is worth another run. */
    | { readonly kind: 'all-done' };
}

/** Fewer stars than this, and the same lesson is worth another run. */
const ENOUGH_STARS = 2;

export function nextStep(
  { levelId, scores, prompts }: Pick<Debrief, 'levelId' | 'scores' | 'prompts'>,
  seat: Seat,
  progress: Progress,
  unlockAll: boolean,
): NextStep {
  if (scores[seat].stars < ENOUGH_STARS) return { lesson: levelId, why: { kind: 'again' } };
  const made = new Set(prompts.flatMap((prompt) => (prompt.seat === seat ? prompt.reasons : [])));
  for (const code of MISCONCEPTIONS.filter((one) => made.has(one))) {
    const trains = openTraining(progress, code, unlockAll).find(
      ({ file }) => file.id !== levelId && starsOf(progress, file.id) < 3,
    );
    if (trains !== undefined) return { lesson: trains.file.id, why: { kind: 'trains', code } };
  }
  const { file } = nextLesson(progress);
  const isDone = CAMPAIGN.every((lesson) => isFinished(progress, lesson.file.id));
  return { lesson: file.id, why: { kind: isDone ? 'all-done' : 'next' } };
}
