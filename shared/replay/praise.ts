/** What went well at a seat, by rule: the debrief tells it before it tells what was wrong. */
import type { MatchEvent, Settlement } from '../engine/match/event.ts';
import { isRight } from '../engine/match/question.ts';
import type { Seat } from '../engine/match/seat.ts';
import type { Note } from '../engine/tcp/note.ts';
import type { Ladder, Moment, Praise, PraiseKind } from './debrief.ts';
import { PRAISES } from './debrief.ts';

/** As many as can be kept in mind. */
const MOST = 3;

/** Shorter runs of right answers are no feat. */
const STREAK_FROM = 4;

/** The rules that refuse a segment which does not belong to the connection. */
const SUSPICIONS: ReadonlySet<Note> = new Set<Note>([
  'listen/reset-ack',
  'syn-sent/unacceptable-ack',
  'segment/duplicate-syn',
  'reset/outside-window',
  'reset/challenged',
  'syn/challenged',
  'ack/unacceptable',
  'ack/reset',
]);

interface Answer {
  readonly lane: number;
  readonly settlement: Settlement;
  readonly isFirstTry: boolean;
  readonly moments: readonly Moment[];
}

function answersOf(events: readonly MatchEvent[], ladders: readonly Ladder[], seat: Seat): Answer[] {
  return events.flatMap((event) => {
    if (event.kind !== 'settled' || event.seat !== seat) return [];
    const { lane, settlement } = event;
    const moments = ladders[lane]!.moments.filter(
      (moment) => moment.seat === seat && moment.entry.prompt === settlement.prompt,
    );
    const isFirstTry = settlement.by === 'player' && settlement.tries === 0;
    return { lane, settlement, isFirstTry, moments };
  });
}

/** The longest run of right first tries; the first of equals. */
function longestRun(answers: readonly Answer[]): readonly Answer[] {
  let best: readonly Answer[] = [];
  let run: Answer[] = [];
  for (const answer of answers) {
    run = answer.isFirstTry ? [...run, answer] : [];
    if (run.length > best.length) best = run;
  }
  return best;
}

const applied = ({ moments }: Answer, is: (note: Note) => boolean): boolean =>
  moments.some(({ entry }) => entry.notes.some(is));

/** The answers that earn each praise. */
function deserving(answers: readonly Answer[], kind: PraiseKind): readonly Answer[] {
  const first = answers.filter(({ isFirstTry }) => isFirstTry);
  switch (kind) {
    case 'time-wait':
      return first.filter((answer) => applied(answer, (note) => note === 'time-wait/restarted'));
    case 'suspicion':
      return first.filter((answer) => applied(answer, (note) => SUSPICIONS.has(note)));
    case 'fault':
      return first.filter(({ settlement }) => settlement.fault);
    case 'flawless':
      return first.length === answers.length ? first : [];
    case 'merged':
      return answers.filter(({ settlement: { by, merged } }) => by === 'player' && merged > 0);
    case 'silence':
      return first.filter(({ settlement }) => settlement.silent);
    case 'streak': {
      const run = longestRun(answers);
      return run.length >= STREAK_FROM && run.length < answers.length ? run : [];
    }
    case 'second-try':
      return answers.filter(({ settlement: { by, tries } }) => by === 'player' && tries === 1);
  }
}

/** A question was answered wrongly; to skip one is no mistake. */
const hasErred = (events: readonly MatchEvent[], seat: Seat): boolean =>
  events.some(
    (event) =>
      event.kind === 'question-settled' &&
      event.seat === seat &&
      event.settled.given !== null &&
      !isRight(event.settled),
  );

export function praisesOf(
  events: readonly MatchEvent[],
  ladders: readonly Ladder[],
  seat: Seat,
): readonly Praise[] {
  const answers = answersOf(events, ladders, seat);
  const praises = PRAISES.filter((kind) => kind !== 'flawless' || !hasErred(events, seat));
  return praises
    .flatMap((kind): Praise[] => {
      const [example, ...more] = deserving(answers, kind);
      if (example === undefined) return [];
      return [{ kind, n: 1 + more.length, lane: example.lane, row: example.moments[0]?.row ?? 0 }];
    })
    .slice(0, MOST);
}
