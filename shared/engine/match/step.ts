/**
 * The match as a pure, event-sourced machine: `begin` and `execute` take a state, a command (one of them is nothing but
 * time) and a time, and give the next state and the events that lead to it. `wakeAt` says when time alone will change
 * something.
 *
 * Times that come in and `wakeAt` are real time since the match began, ms; inside, match time leaves out what was
 * stopped. A step that is asked for a time already past keeps its own.
 */
import { assertNever } from '../base/invariant.ts';
import type { Millis } from '../base/millis.ts';
import { isPlainData } from './asking.ts';
import { answer, canonicalOutcome, rightAnswers } from './handle.ts';
import type { MatchEvent } from './event.ts';
import { judge } from './judge.ts';
import { endLane, nextLaneDue, progressLane, startClock, stopAtInstant } from './lane-progress.ts';
import type { Play, Refusal } from './play.ts';
import type { Option } from './question.ts';
import { isRight } from './question.ts';
import { settleQuestion, withdrawQuestions } from './questioning.ts';
import { emit, hasRunAway, laneOf, laneSeatOf, startRun } from './run.ts';
import type { Run } from './run.ts';
import type { Seat } from './seat.ts';
import { SEATS } from './seat.ts';
import type { MatchSetup } from './setup.ts';
import type { MatchState, Presence, Prompt } from './state.ts';
import { hasBegun, isOwing, isOwnPlayer, isPersonLeft, newMatch } from './state.ts';
import type { Alternative } from '../tcp/alternatives.ts';
import type { AnsweredBy, MatchEnd } from './view.ts';
import { troubleIn } from './trouble.ts';

export type MatchCommand =
  | {
      readonly kind: 'play';
      readonly seat: Seat;
      readonly lane: number;
      readonly prompt: number;
      readonly play: Play;
      /** A bot in the player's place. */
      readonly standIn: boolean;
    }
  | { readonly kind: 'hint'; readonly seat: Seat; readonly lane: number; readonly prompt: number }
  /** About the seat's open question; null skips it. */
  | {
      readonly kind: 'answer';
      readonly seat: Seat;
      readonly lane: number;
      readonly question: number;
      readonly options: readonly Option[] | null;
    }
  | { readonly kind: 'presence'; readonly seat: Seat; readonly is: 'present' | 'away' | 'gone' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  /** The lights were out for so long, ms, up to the command's time. */
  | { readonly kind: 'stall'; readonly gap: Millis }
  /** Nothing but time. */
  | { readonly kind: 'advance' };

export type CommandOutcome =
  | { readonly verdict: 'right'; readonly merged: number }
  | { readonly verdict: 'wrong'; readonly refusal: Refusal }
  | { readonly verdict: 'hinted' }
  /** A question is settled; the view tells what was right. */
  | { readonly verdict: 'answered'; readonly right: boolean }
  | { readonly verdict: 'stale' }
  | { readonly verdict: 'done' };

export interface MatchStep {
  readonly state: MatchState;
  readonly events: readonly MatchEvent[];
  readonly outcome: CommandOutcome;
}

/** Answers are taken for so long after the deadline that the player sees, ms: the way to the server takes time. */
const GRACE: Millis = 400;

/** After so many wrong plays the prompt's time is over. */
const WRONG_PLAYS = 8;

/** A hint is offered after so many wrong plays. */
export const HINT_AFTER = 2;

/** A wrong play adds half a window, so often at most. */
const EXTENSIONS = 2;

/** A timed match ends after so long, an untimed one after so long without a play, ms. */
const TIMED_LIMIT: Millis = 20 * 60_000;
const IDLE_LIMIT: Millis = 15 * 60_000;

export function begin(setup: MatchSetup): MatchStep {
  const run = startRun(newMatch(setup));
  settleLanes(run);
  return finish(run, { verdict: 'done' });
}

export function execute(state: MatchState, command: MatchCommand, at: Millis): MatchStep {
  const run = startRun(state);
  // What an outage hid must not count: time first moves to where it began.
  const until = command.kind === 'stall' ? at - command.gap : at;
  passTime(run, until);
  const outcome = run.state.ended === null ? dispatch(run, command, at) : ({ verdict: 'stale' } as const);
  settleLanes(run);
  return finish(run, outcome);
}

const finish = (run: Run, outcome: CommandOutcome): MatchStep => ({
  state: run.state,
  events: run.events,
  outcome,
});

function dispatch(run: Run, command: MatchCommand, at: Millis): CommandOutcome {
  switch (command.kind) {
    case 'play':
      return play(run, command);
    case 'hint':
      return hint(run, command);
    case 'answer':
      return answerQuestion(run, command);
    case 'presence':
      changePresence(run, command.seat, command.is);
      return { verdict: 'done' };
    case 'pause':
      if (run.state.pausedAt === null) emit(run, { kind: 'paused', at });
      return { verdict: 'done' };
    case 'resume':
      if (run.state.pausedAt !== null) {
        emit(run, { kind: 'stopped', by: Math.max(0, at - run.state.pausedAt) });
        emit(run, { kind: 'paused', at: null });
      }
      return { verdict: 'done' };
    case 'stall':
      // While paused nothing runs that an outage could hurt: the pause covers it.
      if (run.state.pausedAt === null) emit(run, { kind: 'stopped', by: command.gap });
      return { verdict: 'done' };
    case 'advance':
      return { verdict: 'done' };
    default:
      return assertNever(command);
  }
}

// Time

/** Lets everything happen that is due by then, in order, each at its own time. */
function passTime(run: Run, at: Millis): void {
  if (run.state.pausedAt !== null || run.state.ended !== null) return;
  const to = Math.max(run.state.now, at - run.state.stopped);
  while (run.state.ended === null && !hasRunAway(run)) {
    const due = nextDue(run.state);
    if (due === null || due > to) break;
    if (due > run.state.now) emit(run, { kind: 'time', now: due });
    fireDue(run);
    settleLanes(run);
  }
  if (run.state.ended === null && to > run.state.now) emit(run, { kind: 'time', now: to });
}

/** Match time of the next thing that happens by itself; null if nothing ever will. */
function nextDue(state: MatchState): Millis | null {
  const dues: (Millis | null)[] = [limitOf(state)];
  for (const lane of state.lanes) {
    dues.push(nextLaneDue(state, lane));
    for (const seat of SEATS) {
      const { prompt, question } = lane.seats[seat];
      dues.push(deadlineOf(state, seat, prompt), deadlineOf(state, seat, question));
    }
  }
  for (const seat of SEATS) dues.push(poolDue(state, seat));
  const known = dues.filter((due) => due !== null);
  return known.length === 0 ? null : Math.max(state.now, Math.min(...known));
}

function limitOf(state: MatchState): Millis {
  if (state.setup.timed) return TIMED_LIMIT;
  return Math.max(state.seats.A.lastPlayAt, state.seats.B.lastPlayAt) + IDLE_LIMIT;
}

/** Match time at which it is too late; an absent player's deadlines stand. */
const deadlineOf = (state: MatchState, seat: Seat, open: Pick<Prompt, 'deadline'> | null): Millis | null =>
  open === null || open.deadline === null || state.seats[seat].presence.kind === 'away'
    ? null
    : open.deadline + GRACE;

function poolDue(state: MatchState, seat: Seat): Millis | null {
  const { presence, pool } = state.seats[seat];
  return presence.kind === 'away' ? presence.since + pool : null;
}

function fireDue(run: Run): void {
  for (const [lane, laneState] of run.state.lanes.entries()) {
    const due = nextLaneDue(run.state, laneState);
    if (due !== null && due <= run.state.now) stopAtInstant(run, lane);
  }
  for (const seat of SEATS) {
    const due = poolDue(run.state, seat);
    if (due !== null && due <= run.state.now)
      setPresence(run, seat, { kind: 'stand-in', since: run.state.now });
    if (run.state.ended !== null) return;
    for (const lane of run.state.lanes.keys()) {
      const { prompt, question } = laneSeatOf(run, lane, seat);
      if (prompt !== null && isLate(run, seat, prompt)) timeUp(run, lane, seat, prompt);
      if (question !== null && isLate(run, seat, question)) settleQuestion(run, lane, seat, question, null);
    }
  }
  if (limitOf(run.state) <= run.state.now) endMatch(run, 'time-over');
}

function isLate(run: Run, seat: Seat, open: Pick<Prompt, 'deadline'>): boolean {
  const deadline = deadlineOf(run.state, seat, open);
  return deadline !== null && deadline <= run.state.now;
}

/** Real time at which the command `advance` will find something to do; null while paused or when the match is over. */
export function wakeAt(state: MatchState): Millis | null {
  if (state.ended !== null || state.pausedAt !== null) return null;
  const due = nextDue(state);
  return due === null ? null : due + state.stopped;
}

// Lanes

/** Brings every lane to rest, and the match to its end when all are over. */
export function settleLanes(run: Run): void {
  for (const lane of run.state.lanes.keys()) settleLane(run, lane);
  // A prompt in a later lane may have withdrawn the question that an earlier one waited for.
  for (const lane of run.state.lanes.keys()) if (!isOwing(laneOf(run, lane))) settleLane(run, lane);
  if (run.state.ended !== null) return;
  if (hasRunAway(run)) endMatch(run, 'runaway');
  else if (run.state.lanes.every(({ over }) => over !== null)) endMatch(run, 'lanes-over');
}

function settleLane(run: Run, lane: number): void {
  if (run.state.ended !== null || laneOf(run, lane).clock.rate !== 0 || !hasBegun(run.state, lane)) return;
  progressLane(run, lane);
  startClock(run, lane);
}

function endMatch(run: Run, end: MatchEnd): void {
  for (const lane of run.state.lanes.keys()) {
    if (laneOf(run, lane).over === null) endLane(run, lane, 'cut-off');
  }
  emit(run, { kind: 'match-over', end });
}

// Plays

type PromptCommand = Extract<MatchCommand, { readonly kind: 'play' | 'hint' }>;

/** The open prompt that a command means; null if it was settled or withdrawn. */
function promptMeant(run: Run, { lane, seat, prompt }: PromptCommand): Prompt | null {
  const open = run.state.lanes[lane]?.seats[seat].prompt ?? null;
  return open !== null && open.id === prompt ? open : null;
}

function play(run: Run, command: Extract<MatchCommand, { readonly kind: 'play' }>): CommandOutcome {
  const { lane, seat, standIn } = command;
  const prompt = promptMeant(run, command);
  if (prompt === null) return { verdict: 'stale' };
  const answers = rightAnswers(run.state, lane, seat);
  const judgement = judge(command.play, answers, laneSeatOf(run, lane, seat), run.state.setup.level.help);
  if (judgement.right) {
    const merged = settlePrompt(run, lane, seat, prompt, standIn ? 'stand-in' : 'player', judgement.chosen);
    return { verdict: 'right', merged };
  }
  const { refusal } = judgement;
  emit(run, {
    kind: 'refused',
    lane,
    seat,
    prompt: prompt.id,
    at: run.state.now,
    refusal,
    deadline: extended(prompt),
  });
  if (prompt.refusals.length + 1 >= WRONG_PLAYS) timeUp(run, lane, seat, prompt);
  return { verdict: 'wrong', refusal };
}

function extended({ deadline, window, refusals }: Prompt): Millis | null {
  if (deadline === null || window === null || refusals.length >= EXTENSIONS) return deadline;
  return deadline + Math.trunc(window / 2);
}

/** Returns how many more prompts of the instant the same segment answered. */
function settlePrompt(
  run: Run,
  lane: number,
  seat: Seat,
  prompt: Prompt,
  by: AnsweredBy,
  chosen: Alternative,
): number {
  const { queue } = laneSeatOf(run, lane, seat);
  const { lastPlayAt } = run.state.seats[seat];
  const canonical = canonicalOutcome(run.state, lane, seat);
  const current = laneSeatOf(run, lane, seat).prompt ?? prompt;
  const merged = chosen.outcomes.filter(({ segment }) => segment !== null).length - 1;
  const tries = current.refusals.length;
  emit(run, {
    kind: 'settled',
    lane,
    seat,
    settlement: {
      prompt: prompt.id,
      by,
      silent: chosen.segment === null,
      tries,
      hinted: current.hinted,
      elapsed: run.state.now - Math.max(prompt.shownAt, lastPlayAt),
      window: prompt.window,
      merged: Math.max(0, merged),
      stateNamed: run.state.setup.level.help === 'states',
      fault: by === 'player' && tries === 0 && laneOf(run, lane).openFaults > 0 && troubleIn(chosen, queue),
      plainData: canonical !== null && isPlainData(queue[0]!, canonical),
    },
  });
  answer(run, lane, seat, by, prompt.id, chosen);
  return Math.max(0, merged);
}

/** At the deadline the endpoint helps itself, or its right answer is lost: either way nothing deadlocks. */
function timeUp(run: Run, lane: number, seat: Seat, prompt: Prompt): void {
  const [own] = rightAnswers(run.state, lane, seat);
  if (own === undefined) return;
  const by = run.state.setup.level.atDeadline === 'assist' ? 'assist' : 'late';
  settlePrompt(run, lane, seat, prompt, by, own);
}

function hint(run: Run, command: Extract<MatchCommand, { readonly kind: 'hint' }>): CommandOutcome {
  const prompt = promptMeant(run, command);
  if (prompt === null || prompt.refusals.length < HINT_AFTER) return { verdict: 'stale' };
  const { lane, seat } = command;
  if (!prompt.hinted) emit(run, { kind: 'hinted', lane, seat, prompt: prompt.id });
  return { verdict: 'hinted' };
}

// Questions

function answerQuestion(
  run: Run,
  { lane, seat, question, options }: Extract<MatchCommand, { readonly kind: 'answer' }>,
): CommandOutcome {
  const open = run.state.lanes[lane]?.seats[seat].question ?? null;
  if (open === null || open.id !== question) return { verdict: 'stale' };
  settleQuestion(run, lane, seat, open, options);
  return { verdict: 'answered', right: isRight(run.state.seats[seat].questions.at(-1)!) };
}

// Presence

function changePresence(run: Run, seat: Seat, is: 'present' | 'away' | 'gone'): void {
  const { presence } = run.state.seats[seat];
  if (presence.kind === 'gone') return;
  if (is === 'present' && presence.kind !== 'present') setPresence(run, seat, { kind: 'present' });
  if (is === 'away' && presence.kind === 'present') {
    const { pool } = run.state.seats[seat];
    setPresence(run, seat, { kind: pool > 0 ? 'away' : 'stand-in', since: run.state.now });
  }
  if (is === 'gone') setPresence(run, seat, { kind: 'gone', since: run.state.now });
}

function setPresence(run: Run, seat: Seat, next: Presence): void {
  const { presence, pool } = run.state.seats[seat];
  const stood = presence.kind === 'away' ? run.state.now - presence.since : 0;
  emit(run, { kind: 'presence', seat, presence: next, pool: Math.max(0, pool - stood), stood });
  // What a player knows nobody else can say.
  if (!isOwnPlayer(next)) withdrawQuestions(run, seat);
  if (!SEATS.some((one) => isPersonLeft(run.state, one))) endMatch(run, 'abandoned');
}
