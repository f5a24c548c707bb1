/** The debrief of a finished match, made from nothing but its log. */
import type { Result } from '../engine/base/result.ts';
import { ok } from '../engine/base/result.ts';
import { rightAnswers } from '../engine/match/handle.ts';
import type { MatchEvent } from '../engine/match/event.ts';
import type { SettledQuestion } from '../engine/match/question.ts';
import { isRight } from '../engine/match/question.ts';
import type { Seat } from '../engine/match/seat.ts';
import { finalScore } from '../engine/scoring/final.ts';
import { NO_TALLIES, tally } from '../engine/scoring/fold.ts';
import { parOf } from '../engine/scoring/par.ts';
import type { Debrief, Ladder, PromptRecord, WrongPlay } from './debrief.ts';
import type { FinishedError, FinishedMatch } from './finished-match.ts';
import { finishedMatch } from './finished-match.ts';
import { ladderOf } from './ladder.ts';
import type { MatchLog } from './log.ts';
import { setupOf } from './log.ts';
import { numberLineOf } from './number-line.ts';
import { praisesOf } from './praise.ts';
import { refusedPlays, rowAfter } from './refusals.ts';
import type { ReplayStep } from './replay.ts';

export function debriefOf(log: MatchLog): Result<Debrief, FinishedError> {
  const finished = finishedMatch(log);
  return finished.ok ? ok(debriefOfMatch(finished.value)) : finished;
}

export function debriefOfMatch({ header, steps, events, state, ended }: FinishedMatch): Debrief {
  const tallies = tally(NO_TALLIES, events, header.speed);
  const par = parOf(setupOf(header));
  const ladders = state.lanes.map((_, lane) => ladderOf(events, lane));
  return {
    levelId: header.level.id,
    timed: header.timed,
    ended,
    rounds: header.level.rounds,
    ladders,
    wrongPlays: wrongPlays(steps, ladders),
    praises: { A: praisesOf(events, ladders, 'A'), B: praisesOf(events, ladders, 'B') },
    bots: { A: header.seats.A.bot, B: header.seats.B.bot },
    prompts: promptRecords(events),
    questions: { A: state.seats.A.questions, B: state.seats.B.questions },
    scores: { A: finalScore(state, tallies, 'A', par), B: finalScore(state, tallies, 'B', par) },
    secret: header.secret,
    nonces: header.nonces,
  };
}

function promptRecords(events: readonly MatchEvent[]): readonly PromptRecord[] {
  const prompted = events.filter((event) => event.kind === 'prompted');
  const refused = events.filter((event) => event.kind === 'refused');
  return events.flatMap((event): PromptRecord[] => {
    if (event.kind === 'question-settled') return questionRecord(event.seat, event.settled);
    if (event.kind !== 'settled') return [];
    const { seat, lane, settlement } = event;
    const { prompt: id, by, hinted } = settlement;
    const kind = prompted.find((one) => one.seat === seat && one.prompt.id === id)!.prompt.kind;
    const reasons = refused
      .filter((one) => one.seat === seat && one.prompt === id)
      .map(({ refusal }) => refusal.reason);
    return [{ seat, lane, kind, by, hinted, reasons }];
  });
}

/** What was skipped shows nothing. */
function questionRecord(seat: Seat, settled: SettledQuestion): PromptRecord[] {
  const { lane, question, given, mistake } = settled;
  if (given === null) return [];
  const reasons = isRight(settled) ? [] : [mistake ?? ('slip-answer' as const)];
  return [{ seat, lane, kind: `question/${question}`, by: 'player', hinted: false, reasons }];
}

/** Each wrong play with what was right at that moment. */
const wrongPlays = (steps: readonly ReplayStep[], ladders: readonly Ladder[]): readonly WrongPlay[] =>
  refusedPlays(steps).map(({ event: { lane, seat, refusal }, state }) => {
    const laneSeat = state.lanes[lane]!.seats[seat];
    const { endpoint, queue, trail } = laneSeat;
    const [answer] = rightAnswers(state, lane, seat);
    const right = answer?.segment ?? null;
    return {
      seat,
      lane,
      at: state.lanes[lane]!.clock.lane,
      row: rowAfter(ladders[lane]!, seat, trail.length),
      state: endpoint.state,
      event: queue[0]!,
      refusal,
      right,
      after: answer?.endpoint.state ?? endpoint.state,
      notes: answer?.outcomes.flatMap(({ notes }) => notes) ?? [],
      line: numberLineOf(seat, laneSeat, refusal, right),
    };
  });
