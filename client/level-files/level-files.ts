/** What knows level files, and zod with it: loaded when somebody wants to write or play one. */
import './zod-without-eval.ts';

export { admitLevel } from '../../shared/level-check/admit-level.ts';
export { lessonOf } from '../../shared/levels/catalogue.ts';
export { parseLevelFile } from '../../shared/levels/parse-level-file.ts';
