/** Every built-in lesson, in the order of the lobby. */
import type { Level } from '../engine/match/level.ts';
import { bothAtOnce } from './campaign/both-at-once.ts';
import { countOnIt } from './campaign/count-on-it.ts';
import { didYouHearMe } from './campaign/did-you-hear-me.ts';
import { firstContact } from './campaign/first-contact.ts';
import { fourWavesLesson } from './campaign/four-waves.ts';
import { ghostSyn } from './campaign/ghost-syn.ts';
import { intruder } from './campaign/intruder.ts';
import { lastNod } from './campaign/last-nod.ts';
import { nobodyAnswers } from './campaign/nobody-answers.ts';
import { notFinishedYet } from './campaign/not-finished-yet.ts';
import { saySomething } from './campaign/say-something.ts';
import { silence } from './campaign/silence.ts';
import { someoneKnocks } from './campaign/someone-knocks.ts';
import { storm } from './campaign/storm.ts';
import { threeWillDo } from './campaign/three-will-do.ts';
import { tooLate } from './campaign/too-late.ts';
import { levelOf } from './level-of.ts';
import { clean } from './quick/clean.ts';
import { lost } from './quick/lost.ts';
import type { LevelFile } from './schema.ts';
import { issZero } from './what-if/iss-zero.ts';
import { noHalfClose } from './what-if/no-half-close.ts';
import { noTimeWait } from './what-if/no-time-wait.ts';
import { oldSegment } from './what-if/old-segment.ts';
import { twoWayHandshake } from './what-if/two-way-handshake.ts';
import { uncounted } from './what-if/uncounted.ts';

/** A level file and what the match makes of it. */
export interface Lesson {
  readonly file: LevelFile;
  readonly level: Level;
}

export const lessonOf = (file: LevelFile): Lesson => ({ file, level: levelOf(file) });

/** The sixteen lessons, in order. */
export const CAMPAIGN: readonly Lesson[] = Object.freeze(
  [
    firstContact,
    someoneKnocks,
    countOnIt,
    saySomething,
    fourWavesLesson,
    notFinishedYet,
    threeWillDo,
    nobodyAnswers,
    lastNod,
    ghostSyn,
    didYouHearMe,
    tooLate,
    silence,
    bothAtOnce,
    intruder,
    storm,
  ].map(lessonOf),
);

/** A rule switched wrong, and the same scene under the right one. */
export const WHAT_IFS: readonly Lesson[] = Object.freeze(
  [uncounted, noHalfClose, twoWayHandshake, noTimeWait, oldSegment, issZero].map(lessonOf),
);

/** Whole connections to play for their own sake. */
export const QUICK: readonly Lesson[] = Object.freeze([clean, lost].map(lessonOf));

export const LESSONS: readonly Lesson[] = Object.freeze([...CAMPAIGN, ...WHAT_IFS, ...QUICK]);

export const LEVELS: readonly Level[] = Object.freeze(LESSONS.map(({ level }) => level));

export const lessonById = (id: string): Lesson | null => LESSONS.find(({ level }) => level.id === id) ?? null;

export const levelById = (id: string): Level | null => lessonById(id)?.level ?? null;
