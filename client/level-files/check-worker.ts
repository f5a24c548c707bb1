/** Plays a level apart from the page, so that the page never stands still; whoever asked ends it if it takes too long. */
import { checkLesson } from '../../shared/level-check/check-lesson.ts';
import { lessonOf } from '../../shared/levels/catalogue.ts';
import type { CheckOrder } from './check-level.ts';

addEventListener('message', ({ data: { file, how } }: MessageEvent<CheckOrder>) => {
  postMessage(checkLesson(lessonOf(file), how));
});
