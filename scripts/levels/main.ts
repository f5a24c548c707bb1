/** Command line: `npm run levels`. Exit status 1 if a lesson is broken, 2 if a file is no level file. */
import { readFileSync } from 'node:fs';
import { THOROUGH, checkLesson } from '../../shared/level-check/check-lesson.ts';
import type { Lesson } from '../../shared/levels/catalogue.ts';
import { LESSONS, lessonById, lessonOf } from '../../shared/levels/catalogue.ts';
import { parseLevelFile } from '../../shared/levels/parse-level-file.ts';
import { locate } from '../caller-path.ts';
import { UsageError } from '../usage-error.ts';
import { levelSchema } from './level-schema.ts';
import { USAGE, readOptions } from './options.ts';

function lessonFrom(path: string): Lesson {
  let text: string;
  try {
    text = readFileSync(locate(path), 'utf8');
  } catch (error) {
    throw new UsageError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = parseLevelFile(text);
  if (parsed.ok) return lessonOf(parsed.file);
  const issues = parsed.issues.map(({ code, path: place, detail }) =>
    [`  ${code}`, place, detail].filter((part) => part !== '').join(': '),
  );
  throw new UsageError(`${path} is no level file:\n${issues.join('\n')}`);
}

function check(lessons: readonly Lesson[], seeds: number): boolean {
  let sound = true;
  for (const lesson of lessons) {
    const started = performance.now();
    const { faults, prompts, states } = checkLesson(lesson, { ...THOROUGH, seeds });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const searched = states === 0 ? '' : `, ${states} states searched`;
    const figures = `${seeds} seeds, prompts ${prompts.A} and ${prompts.B}${searched}, ${seconds} s`;
    process.stdout.write(`${faults.length === 0 ? 'ok    ' : 'broken'} ${lesson.file.id} (${figures})\n`);
    for (const { code, detail } of faults) process.stdout.write(`       ${code}: ${detail}\n`);
    sound &&= faults.length === 0;
  }
  return sound;
}

function main(): number {
  const { files, seeds, print } = readOptions(process.argv.slice(2));
  if (print?.kind === 'schema') {
    process.stdout.write(levelSchema());
    return 0;
  }
  if (print?.kind === 'lesson') {
    const lesson = lessonById(print.id);
    if (lesson === null) throw new UsageError(`no lesson ${print.id}`);
    process.stdout.write(`${JSON.stringify(lesson.file, null, 2)}\n`);
    return 0;
  }
  return check(files.length === 0 ? LESSONS : files.map(lessonFrom), seeds) ? 0 : 1;
}

try {
  process.exitCode = main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n${USAGE}\n`);
  process.exitCode = 2;
}
