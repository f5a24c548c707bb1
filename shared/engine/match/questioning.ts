/** Puts questions to players, and settles or withdraws them. They stand beside the match and change nothing in it. */
import { windowOfQuestion } from './asking.ts';
import { inOrder, mistakeIn, rightOptions } from './knowledge.ts';
import type { OwnView } from './knowledge.ts';
import type { OpenQuestion, Option, Question } from './question.ts';
import { MOST_QUESTIONS } from './question.ts';
import type { Run } from './run.ts';
import { emit } from './run.ts';
import type { Seat } from './seat.ts';
import type { MatchState } from './state.ts';
import { isOwnPlayer } from './state.ts';
import { tcbView } from './view-for.ts';

export function ownView({ setup, lanes }: MatchState, lane: number, seat: Seat): OwnView {
  const laneSeat = lanes[lane]!.seats[seat];
  return { tcb: tcbView(setup, laneSeat), trail: laneSeat.trail };
}

/** Asks, if the seat's own player is there to answer and there is something to know. */
export function ask(run: Run, lane: number, seat: Seat, question: Question): void {
  const { state } = run;
  const { questioned, nextPrompt, presence } = state.seats[seat];
  const owesElsewhere = state.lanes.some(({ seats }) => seats[seat].prompt !== null);
  if (!isOwnPlayer(presence) || questioned >= MOST_QUESTIONS || owesElsewhere) return;
  if (rightOptions(question, ownView(state, lane, seat)) === null) return;
  const window = windowOfQuestion(state, seat);
  emit(run, {
    kind: 'questioned',
    lane,
    seat,
    question: {
      id: nextPrompt,
      question,
      shownAt: state.now,
      deadline: window === null ? null : state.now + window,
      window,
    },
  });
}

/** What is right about the seat's open question now; the endpoint has not moved since it was put. */
export function rightAnswerOf(state: MatchState, lane: number, seat: Seat): readonly Option[] {
  const { question } = state.lanes[lane]!.seats[seat];
  return question === null ? [] : (rightOptions(question.question, ownView(state, lane, seat)) ?? []);
}

/** `given` is null for no answer: skipped, or too late. Options of other questions are no answer. */
export function settleQuestion(
  run: Run,
  lane: number,
  seat: Seat,
  { id, question }: OpenQuestion,
  given: readonly Option[] | null,
): void {
  const own = ownView(run.state, lane, seat);
  const right = rightAnswerOf(run.state, lane, seat);
  const answer = given === null ? null : inOrder(question, given);
  const mistake = answer === null ? null : mistakeIn(question, answer, right, own);
  emit(run, {
    kind: 'question-settled',
    seat,
    settled: { id, lane, question, given: answer, right, mistake },
  });
}

/** Without a verdict: a prompt has come, the connection has moved on, or the player is gone. */
export function withdrawQuestions(run: Run, seat: Seat, only: number | null = null): void {
  for (const [lane, { seats }] of run.state.lanes.entries()) {
    const { question } = seats[seat];
    if (question !== null && (only === null || only === lane)) {
      emit(run, { kind: 'question-withdrawn', lane, seat, question: question.id });
    }
  }
}
