/** Debriefs of recorded matches, so that what they show fits together. */
import { invariant } from '../../shared/engine/base/invariant.ts';
import { levelOf } from '../../shared/levels/level-of.ts';
import { lost } from '../../shared/levels/quick/lost.ts';
import { storm } from '../../shared/levels/campaign/storm.ts';
import type { LevelFile } from '../../shared/levels/schema.ts';
import type { Debrief } from '../../shared/replay/debrief.ts';
import type { MatchLog } from '../../shared/replay/log.ts';
import { debriefOf } from '../../shared/replay/debrief-of.ts';
import { asPeople, record } from '../../shared/testing/recording.ts';

/** The seed decides which mistakes the two make. */
const logFor = (file: LevelFile, seed: string): MatchLog =>
  asPeople(record(levelOf(file), seed, 'novice').log);

function debriefFor(log: MatchLog): Debrief {
  const made = debriefOf(log);
  invariant(made.ok, 'the recorded match has no debrief');
  return made.value;
}

export const fixedLog: MatchLog = logFor(lost, 'gallery 13');
export const fixedDebrief: Debrief = debriefFor(fixedLog);
/** Two lanes, numbers of 32 bits, everything at random. */
export const stormyDebrief: Debrief = debriefFor(logFor(storm, 'gallery 5'));
