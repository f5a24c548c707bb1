/** Debriefs of recorded matches, so that what they show fits together. */
import { invariant } from '../../shared/engine/base/invariant.ts';
import { levelOf } from '../../shared/levels/level-of.ts';
import { lost } from '../../shared/levels/quick/lost.ts';
import { storm } from '../../shared/levels/campaign/storm.ts';
import type { LevelFile } from '../../shared/levels/schema.ts';
import type { Debrief } from '../../shared/replay/debrief.ts';
import { debriefOf } from '../../shared/replay/debrief-of.ts';
import { asPeople, record } from '../../shared/testing/recording.ts';

/** The seed decides which mistakes the two make. */
function debriefFor(file: LevelFile, seed: string): Debrief {
  const made = debriefOf(asPeople(record(levelOf(file), seed, 'novice').log));
  invariant(made.ok, 'the recorded match has no debrief');
  return made.value;
}

export const fixedDebrief: Debrief = debriefFor(lost, 'gallery 13');
/** Two lanes, numbers of 32 bits, everything at random. */
export const stormyDebrief: Debrief = debriefFor(storm, 'gallery 5');
