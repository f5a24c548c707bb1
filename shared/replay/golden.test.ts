/** Logs of old matches must go on meaning what they meant: golden logs tell when the behaviour has changed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { levelById } from '../levels/catalogue.ts';
import type { Golden } from '../testing/golden.ts';
import { worthOf } from '../testing/golden.ts';
import { asPeople, record } from '../testing/recording.ts';
import type { MatchLog } from './log.ts';
import { RULES_VERSION } from './log.ts';
import { replay } from './replay.ts';

const CHANGED =
  'A log of these rules no longer plays as it did. If that is meant, raise RULES_VERSION in shared/replay/log.ts ' +
  'and record new logs with: npx vitest run shared/replay/golden.test.ts -u';

/** One entry a line, so that a change of the file can be read. */
function written(log: MatchLog): string {
  const entries = log.entries.map((entry) => JSON.stringify(entry)).join(',\n');
  const header = JSON.stringify(log.header);
  return `{"worth":${JSON.stringify(worthOf(log))},\n"log":{"header":${header},\n"entries":[\n${entries}\n]}}\n`;
}

/** Between them they meet every rule of the match. */
const RECORDED = ['clean', 'lost', 'ghost-syn', 'silence', 'both-at-once', 'intruder', 'iss-zero', 'storm'];

it.each(RECORDED)('a recorded match of %s', async (id) => {
  const level = levelById(id)!;
  const file = join(import.meta.dirname, 'golden', `${id}.json`);
  const golden = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Golden) : null;
  if (golden?.log.header.rules !== RULES_VERSION) {
    // No log of these rules yet.
    const { log } = record(level, `golden ${id}`, 'novice');
    await expect(written(asPeople(log)), CHANGED).toMatchFileSnapshot(file);
    return;
  }
  expect(worthOf(golden.log), CHANGED).toStrictEqual(golden.worth);
  // A log without mistakes would not notice a judge that has changed.
  const steps = replay(golden.log);
  const wrong =
    steps.ok && steps.value.flatMap(({ events }) => events.filter(({ kind }) => kind === 'refused'));
  expect(wrong).not.toHaveLength(0);
});
