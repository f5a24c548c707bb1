/** The documents about levels and the source agree: every lesson, every word of a level file, every message. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ASKED_EVENTS } from '../../shared/engine/match/level.ts';
import { RULE_SWITCHES } from '../../shared/engine/tcp/policy.ts';
import { LESSON_FAULTS, checkLesson } from '../../shared/level-check/check-lesson.ts';
import { CAMPAIGN, LESSONS, QUICK, WHAT_IFS, lessonOf } from '../../shared/levels/catalogue.ts';
import { KEY_EVENTS } from '../../shared/levels/key-events.ts';
import { CODES } from '../../shared/levels/misconceptions.ts';
import { LEVEL_FILE_ISSUES, parseLevelFile } from '../../shared/levels/parse-level-file.ts';
import { levelFile } from '../../shared/levels/schema.ts';

const docs = join(import.meta.dirname, '..', '..', 'docs');
const guide = readFileSync(join(docs, 'level-guide.md'), 'utf8');
const levels = readFileSync(join(docs, 'levels.md'), 'utf8');

it('the smallest level of the guide is one, and sound', () => {
  const [, text] = guide.match(/```json\n(.*?)```/su)!;
  const parsed = parseLevelFile(text!);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const { faults } = checkLesson(lessonOf(parsed.file), { seeds: 20, deepSeeds: 4, states: 3000 });
  expect(faults).toStrictEqual([]);
});

it('the guide explains every word that a level file may have, and every message of the check', () => {
  const words = [
    ...Object.keys(levelFile.shape).filter((field) => field !== '$schema'),
    ...ASKED_EVENTS,
    ...RULE_SWITCHES.filter((rule) => rule !== 'rfc9293'),
    ...KEY_EVENTS,
    ...CODES,
    ...LEVEL_FILE_ISSUES,
    ...LESSON_FAULTS,
  ];
  expect(words.filter((word) => !guide.includes(`\`${word}\``))).toStrictEqual([]);
});

it('the table of levels has every lesson once, in order, with its title, goal and help', () => {
  const rows = [...levels.matchAll(/^\| `([a-z-]+)` \| ([^|]+) \| [^|]+ \| ([^|]+) \| (\w+) \|$/gmu)];
  expect(rows.map(([, id]) => id)).toStrictEqual(LESSONS.map(({ file }) => file.id));
  expect([CAMPAIGN.length, WHAT_IFS.length, QUICK.length]).toStrictEqual([16, 6, 2]);
  const goals = { open: 'established', 'all heard': 'delivered', closed: 'closed', reset: 'reset' };
  for (const [index, [, id, title, goal, help]] of rows.entries()) {
    const { file } = LESSONS[index]!;
    if (file.whatIf === undefined) expect(title, id).toBe(file.texts.en!.title);
    expect(goals[goal as keyof typeof goals], id).toBe(file.goal);
    expect(help, id).toBe(file.help);
  }
});
