/** Which lessons are open: those that nothing comes before, those whose forerunner is finished, or all by choice. */
import type { Lesson } from '../../shared/levels/catalogue.ts';
import { CAMPAIGN } from '../../shared/levels/catalogue.ts';
import type { Code } from '../../shared/levels/misconceptions.ts';
import { lessonsThatTrain } from '../../shared/levels/training.ts';
import type { Progress } from './progress.ts';

export const starsOf = ({ levels, untimed }: Progress, id: string): number =>
  Math.max(levels[id]?.stars ?? 0, untimed[id]?.stars ?? 0);

export const isFinished = (progress: Progress, id: string): boolean => starsOf(progress, id) > 0;

export const isOpen = (progress: Progress, { file }: Lesson, unlockAll: boolean): boolean =>
  unlockAll ||
  file.opensAfter === undefined ||
  isFinished(progress, file.id) ||
  isFinished(progress, file.opensAfter);

/** The open lessons that train against a mistake, in the order of the lobby. */
export const openTraining = (progress: Progress, code: Code, unlockAll: boolean): readonly Lesson[] =>
  lessonsThatTrain(code).filter((lesson) => isOpen(progress, lesson, unlockAll));

/** The first lesson of the campaign that is not finished; the last when all are. */
export const nextLesson = (progress: Progress): Lesson =>
  CAMPAIGN.find(({ file }) => !isFinished(progress, file.id)) ?? CAMPAIGN.at(-1)!;
