/** What is new in a view against the one before: settled prompts, arrivals, open questions. */
import type { PromptView, QuestionView, SeatView, TrailEntry } from '../../shared/engine/match/view.ts';

export interface LaneEntry {
  readonly lane: number;
  readonly entry: TrailEntry;
}

export interface LanePrompt {
  readonly lane: number;
  readonly prompt: PromptView;
}

/** In the order of lanes, then of time. All of them are new if there is no view before. */
export function newEntries(before: SeatView | null, after: SeatView): LaneEntry[] {
  return after.lanes.flatMap((laneView, lane) =>
    laneView.trail.slice(before?.lanes[lane]?.trail.length ?? 0).map((entry) => ({ lane, entry })),
  );
}

export const isSettledPrompt = ({ entry }: LaneEntry): boolean =>
  entry.prompt !== null && entry.by !== 'endpoint';

export const openPrompts = (view: SeatView): LanePrompt[] =>
  view.lanes.flatMap(({ prompt }, lane) => (prompt === null ? [] : [{ lane, prompt }]));

export function newPrompts(before: SeatView | null, after: SeatView): LanePrompt[] {
  const known = new Set(before === null ? [] : openPrompts(before).map(({ prompt }) => prompt.id));
  return openPrompts(after).filter(({ prompt }) => !known.has(prompt.id));
}

export interface LaneQuestion {
  readonly lane: number;
  readonly question: QuestionView;
}

const openQuestions = (view: SeatView): LaneQuestion[] =>
  view.lanes.flatMap(({ question }, lane) => (question === null ? [] : [{ lane, question }]));

export function newQuestions(before: SeatView | null, after: SeatView): LaneQuestion[] {
  const known = new Set(before === null ? [] : openQuestions(before).map(({ question }) => question.id));
  return openQuestions(after).filter(({ question }) => !known.has(question.id));
}
