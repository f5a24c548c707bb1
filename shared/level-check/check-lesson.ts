/** Proves a lesson by playing it: what it promises happens, whatever the seed, and nothing right is ever refused. */
import { sha256Hex } from '../engine/base/sha256.ts';
import { boundedPlay } from '../engine/match/bounded-play.ts';
import type { MatchEvent } from '../engine/match/event.ts';
import type { Level } from '../engine/match/level.ts';
import { MISCONCEPTIONS } from '../engine/match/play.ts';
import { QUESTIONS } from '../engine/match/question.ts';
import { SEATS } from '../engine/match/seat.ts';
import type { Choose } from '../engine/match/self-play.ts';
import { selfPlay } from '../engine/match/self-play.ts';
import type { MatchSetup } from '../engine/match/setup.ts';
import { finalScore, withEndPoints } from '../engine/scoring/final.ts';
import type { Par } from '../engine/scoring/final.ts';
import { NO_TALLIES, tally } from '../engine/scoring/fold.ts';
import { longest } from '../engine/tcp/alternatives.ts';
import type { Lesson } from '../levels/catalogue.ts';
import type { KeyEvent } from '../levels/key-events.ts';
import { sceneOf } from '../replay/scene.ts';
import { happens } from './key-event-tests.ts';
import { coincidencesAt, mistakesAt, reasonsAt } from './mistakes.ts';
import { searchAnswers } from './search.ts';

export const LESSON_FAULTS = [
  'lesson/times',
  'lesson/runaway',
  'lesson/goal',
  'lesson/stars',
  'lesson/speed',
  'lesson/key-event',
  'lesson/question',
  'lesson/misconception',
  'lesson/coincidence',
  'lesson/refused',
  'lesson/answer-misses',
  'lesson/too-wide',
  'lesson/no-harm',
  'lesson/harm',
] as const;

export type LessonFaultCode = (typeof LESSON_FAULTS)[number];

/** One reason why a lesson must not be played as it is. */
export interface LessonFault {
  readonly code: LessonFaultCode;
  readonly detail: string;
}

export interface Thoroughness {
  /** Seeds for perfect play and key events. */
  readonly seeds: number;
  /** Seeds for mistakes and for the search of alternatives. */
  readonly deepSeeds: number;
  /** States that the search of alternatives may visit. */
  readonly states: number;
}

export const THOROUGH: Thoroughness = Object.freeze({ seeds: 1000, deepSeeds: 8, states: 20_000 });

export interface LessonReport {
  readonly faults: readonly LessonFault[];
  /** Most prompts of a seat, and states that the search of alternatives has seen. */
  readonly prompts: { readonly A: number; readonly B: number };
  readonly states: number;
}

/** Of everything that can be won, in hundredths. */
const SPEED_LIMIT = 30;

export function checkLesson(lesson: Lesson, how: Thoroughness): LessonReport {
  const { level } = lesson;
  const faults: LessonFault[] = [...timeFaults(lesson)];
  const played = playSeeds(lesson, how.seeds);
  faults.push(...played.faults);
  // A level that cannot be played through has nothing else to be looked at.
  if (played.faults.length > 0) return { faults, prompts: played.prompts, states: 0 };
  faults.push(...mistakeFaults(lesson, how.deepSeeds));
  const searched = isRandom(level)
    ? { faults: [], states: 0 }
    : searchFaults(level, Math.min(2, how.deepSeeds), how.states);
  faults.push(...searched.faults, ...harmFaults(lesson, how.deepSeeds));
  return { faults, prompts: played.prompts, states: searched.states };
}

const seedOf = (level: Level, n: number): string => sha256Hex(`level check/${level.id}/${n}`);

const setupOf = (level: Level, n: number): MatchSetup => ({
  level,
  seed: seedOf(level, n),
  timed: true,
  speed: true,
  seats: { A: { bot: false, timeFactor: 100 }, B: { bot: false, timeFactor: 100 } },
});

const isRandom = ({ lanes }: Level): boolean =>
  lanes.some(({ faults: { rates } }) => Object.values(rates).some((rate) => rate > 0));

/** RTO > 2 flights; MSL no shorter than the longest flight; 2MSL no shorter than 3.5 RTO. */
function timeFaults({ level, file }: Lesson): readonly LessonFault[] {
  const { flight, jitter, delay, rto, msl } = level.times;
  const faults: LessonFault[] = [];
  const fault = (detail: string): void => void faults.push({ code: 'lesson/times', detail });
  const rtos = level.lanes.flatMap((lane) => (lane.rto === null ? [rto] : [lane.rto.A, lane.rto.B]));
  const longestFlight = flight + jitter;
  if (Math.min(...rtos) <= 2 * longestFlight) fault(`RTO ${Math.min(...rtos)} <= 2 x ${longestFlight}`);
  if (msl < longestFlight + delay) fault(`MSL ${msl} < ${longestFlight + delay}`);
  if (file.shortTimeWait !== true && 4 * msl < 7 * rto) fault(`2MSL ${2 * msl} < 3.5 x ${rto}`);
  return faults;
}

interface Played {
  readonly faults: readonly LessonFault[];
  readonly prompts: { readonly A: number; readonly B: number };
}

function playSeeds({ level, file }: Lesson, seeds: number): Played {
  let most = { A: 0, B: 0 };
  for (let n = 0; n < seeds; n++) {
    const setup = setupOf(level, n);
    const { state, events, ranAway } = boundedPlay(setup);
    const where = `seed ${n}`;
    const stop = (code: LessonFaultCode, detail: string): Played => ({
      faults: [{ code, detail: `${where}: ${detail}` }],
      prompts: most,
    });
    if (ranAway) return stop('lesson/runaway', 'more events than a match may have');
    const ends = state.lanes.map(({ over }) => over);
    if (ends.some((end) => end !== 'goal')) return stop('lesson/goal', ends.join(', '));
    const tallies = tally(NO_TALLIES, events, true);
    most = { A: Math.max(most.A, tallies.A.asked), B: Math.max(most.B, tallies.B.asked) };
    const par: Par = { A: withEndPoints(state, tallies, 'A'), B: withEndPoints(state, tallies, 'B') };
    for (const seat of SEATS) {
      const { stars } = finalScore(state, tallies, seat, par);
      if (stars !== 3) return stop('lesson/stars', `seat ${seat} has ${stars}`);
      const whole = Object.values(par[seat]).reduce((sum, one) => sum + one, 0);
      const percent = Math.trunc((100 * par[seat].speed) / whole);
      if (percent > SPEED_LIMIT) return stop('lesson/speed', `${percent} %`);
    }
    const unasked = unaskedIn(level, events);
    if (unasked.length > 0) return stop('lesson/question', unasked.join(', '));
    const unseen = absentEvents(file.shows ?? [], level, events);
    const absent = unseen.length === 0 ? [] : absentEvents(unseen, level, merged(setup));
    if (absent.length > 0) return stop('lesson/key-event', absent.join(', '));
  }
  return { faults: [], prompts: most };
}

/** Script items whose question was not put, or was withdrawn before it could be answered. */
const unaskedIn = ({ lanes }: Level, events: readonly MatchEvent[]): readonly string[] => {
  const settled = events.flatMap((event) => (event.kind === 'question-settled' ? [event.settled] : []));
  return lanes.flatMap(({ script }, lane) =>
    QUESTIONS.flatMap((question) => {
      const items = script.filter(({ action }) => action.do === 'ask' && action.question === question);
      const answered = settled.filter((one) => one.lane === lane && one.question === question);
      return answered.length < items.length ? items.map(({ id }) => id) : [];
    }),
  );
};

/** Merged play shows what only a merged card can show. */
const merged = (setup: MatchSetup): readonly MatchEvent[] =>
  selfPlay(setup, { choose: (_, __, answers) => longest(answers) }).events;

const absentEvents = (
  shows: readonly KeyEvent[],
  level: Level,
  events: readonly MatchEvent[],
): readonly KeyEvent[] =>
  shows.filter((key) =>
    level.lanes.every(
      (_, lane) =>
        !happens(
          key,
          events.filter((event) => 'lane' in event && event.lane === lane),
        ),
    ),
  );

/** The others can only be watched. */
const committable: ReadonlySet<string> = new Set(MISCONCEPTIONS);

function mistakeFaults({ level, file }: Lesson, seeds: number): readonly LessonFault[] {
  const named = new Set<string>();
  for (let n = 0; n < seeds; n++) {
    for (const merges of [false, true]) {
      let coincidence: string | null = null;
      const look: Choose = (state, open, answers) => {
        for (const reason of reasonsAt(state, open)) named.add(reason);
        const values = coincidencesAt(state, open);
        if (values.length > 0)
          coincidence = `seed ${n}, prompt ${open.prompt} of ${open.seat}: ${values.join(', ')}`;
        return merges ? longest(answers) : answers[0]!;
      };
      selfPlay(setupOf(level, n), {
        choose: look,
        beforeAnswer: (state, put) => {
          for (const mistake of mistakesAt(state, put)) named.add(mistake);
        },
      });
      if (coincidence !== null) return [{ code: 'lesson/coincidence', detail: coincidence }];
    }
  }
  const missing = (file.trains ?? []).filter((code) => committable.has(code) && !named.has(code));
  return missing.map((code) => ({ code: 'lesson/misconception', detail: code }));
}

function searchFaults(
  level: Level,
  seeds: number,
  limit: number,
): { readonly faults: readonly LessonFault[]; readonly states: number } {
  let states = 0;
  for (let n = 0; n < seeds; n++) {
    const found = searchAnswers(setupOf(level, n), limit);
    ({ states } = found);
    const fault = (code: LessonFaultCode, detail: string) => ({ faults: [{ code, detail }], states });
    if (found.refused !== null) return fault('lesson/refused', found.refused);
    if (found.missed !== null) return fault('lesson/answer-misses', found.missed);
    if (found.isCut) return fault('lesson/too-wide', `more than ${limit} states`);
  }
  return { faults: [], states };
}

function harmFaults({ level, file }: Lesson, seeds: number): readonly LessonFault[] {
  if (file.whatIf === undefined) return [];
  for (let n = 0; n < seeds; n++) {
    if (sceneOf(level, file.whatIf, seedOf(level, n)).harms.length === 0) {
      return [{ code: 'lesson/no-harm', detail: `seed ${n}: ${file.whatIf} does no harm` }];
    }
    const { harms } = sceneOf(level, 'rfc9293', seedOf(level, n));
    if (harms.length > 0) return [{ code: 'lesson/harm', detail: `seed ${n}: ${harms[0]!.kind}` }];
  }
  return [];
}
