/** Drives a match from a script of moves, as people would: right plays, wrong ones, hints, silence, absence. */
import fc from 'fast-check';
import { ownAnswers } from '../engine/match/own-endpoint.ts';
import { playOf } from '../engine/match/play-of.ts';
import type { MatchEvent } from '../engine/match/event.ts';
import { rightOptions } from '../engine/match/knowledge.ts';
import type { Play } from '../engine/match/play.ts';
import type { Option } from '../engine/match/question.ts';
import { OPTIONS } from '../engine/match/question.ts';
import type { Seat } from '../engine/match/seat.ts';
import { SEATS } from '../engine/match/seat.ts';
import type { MatchSetup } from '../engine/match/setup.ts';
import type { MatchState } from '../engine/match/state.ts';
import type { MatchCommand, MatchStep } from '../engine/match/step.ts';
import { begin, execute, wakeAt } from '../engine/match/step.ts';
import { viewFor } from '../engine/match/view-for.ts';
import { TCP_STATES } from '../engine/tcp/state.ts';
import type { LogEntry } from '../replay/log.ts';
import { PLAIN } from './setups.ts';

/** One move: some time passes, then somebody does something. */
export interface Move {
  readonly wait: number;
  readonly seat: Seat;
  readonly lane: number;
  readonly what:
    'right' | 'merged' | 'wrong' | 'hint' | 'stale' | 'nothing' | 'away' | 'back' | 'pause' | 'stall';
  readonly play: Play;
}

const anyNumber = fc.oneof(fc.constant(null), fc.nat(0xffff_ffff), fc.nat(10_000));

export const anyMove: fc.Arbitrary<Move> = fc.record({
  wait: fc.oneof(fc.constant(0), fc.nat(3000), fc.nat(60_000)),
  seat: fc.constantFrom<Seat>('A', 'B'),
  lane: fc.nat(1),
  what: fc.oneof(
    { weight: 12, arbitrary: fc.constant<Move['what']>('right') },
    { weight: 3, arbitrary: fc.constant<Move['what']>('merged') },
    { weight: 4, arbitrary: fc.constant<Move['what']>('wrong') },
    {
      weight: 2,
      arbitrary: fc.constantFrom<Move['what']>('hint', 'stale', 'nothing', 'away', 'back', 'pause', 'stall'),
    },
  ),
  play: fc.record(
    {
      card: fc.option(
        fc.record({ flags: fc.nat(0x3f), seq: anyNumber, ack: anyNumber, len: fc.nat(60) }, PLAIN),
      ),
      state: fc.option(fc.constantFrom(...TCP_STATES)),
    },
    PLAIN,
  ),
});

/** The command that a move means in this state; null if it means nothing. */
function commandFor(state: MatchState, { seat, lane, what, play }: Move): MatchCommand | null {
  switch (what) {
    case 'nothing':
      return null;
    case 'away':
      return { kind: 'presence', seat, is: 'away' };
    case 'back':
      return { kind: 'presence', seat, is: 'present' };
    case 'pause':
      return state.pausedAt === null ? { kind: 'pause' } : { kind: 'resume' };
    case 'stall':
      return { kind: 'stall', gap: 0 };
    default:
      break;
  }
  const prompt = state.lanes[lane]?.seats[seat].prompt ?? null;
  if (prompt === null) return answerFor(state, seat, lane, what);
  if (what === 'hint') return { kind: 'hint', seat, lane, prompt: prompt.id };
  if (what === 'stale') return { kind: 'play', seat, lane, prompt: prompt.id + 7, play, standIn: false };
  if (what === 'wrong') return { kind: 'play', seat, lane, prompt: prompt.id, play, standIn: false };
  const view = viewFor(state, seat);
  const answers = ownAnswers(view.lanes[lane]!, view.level.rcvWnd);
  const chosen = what === 'merged' ? answers.reduce((a, b) => (b.settles > a.settles ? b : a)) : answers[0]!;
  return {
    kind: 'play',
    seat,
    lane,
    prompt: prompt.id,
    play: playOf(chosen, view.level.help),
    standIn: false,
  };
}

/** About what the seat is asked there, judged from its own view; null if nothing is. */
function answerFor(state: MatchState, seat: Seat, lane: number, what: Move['what']): MatchCommand | null {
  const view = viewFor(state, seat).lanes[lane];
  if (view === undefined || view.question === null) return null;
  const { id, question } = view.question;
  const answered = (options: readonly Option[] | null, n = id): MatchCommand => ({
    kind: 'answer',
    seat,
    lane,
    question: n,
    options,
  });
  if (what === 'hint') return answered(null);
  if (what === 'stale') return answered([], id + 7);
  return answered(what === 'wrong' ? OPTIONS[question].slice(0, 1) : rightOptions(question, view));
}

export interface Driven {
  readonly state: MatchState;
  readonly events: readonly MatchEvent[];
  readonly entries: readonly LogEntry[];
}

/** Plays the moves, then lets time run out; `see` looks at every state on the way. */
export function drive(
  setup: MatchSetup,
  moves: readonly Move[],
  see: (step: MatchStep, command: MatchCommand | null) => void = () => undefined,
): Driven {
  let step = begin(setup);
  see(step, null);
  const events = [...step.events];
  const entries: LogEntry[] = [];
  let now = 0;
  const take = (command: MatchCommand): void => {
    step = execute(step.state, command, now);
    entries.push({ at: now, n: 0, command });
    events.push(...step.events);
    see(step, command);
  };
  for (const move of moves) {
    if (step.state.ended !== null) break;
    now += move.wait;
    const command = commandFor(step.state, move);
    if (command !== null) take(command);
  }
  if (step.state.pausedAt !== null) take({ kind: 'resume' });
  while (step.state.ended === null) {
    const wake = wakeAt(step.state);
    if (wake === null) throw new Error('a match that has not ended waits for nothing');
    now = Math.max(now, wake);
    take({ kind: 'advance' });
  }
  return { state: step.state, events, entries };
}

/** Both seats play rightly from their views, each answer after the time that `delay` gives, ms. */
export function driveRightly(
  setup: MatchSetup,
  delay: (prompt: number, seat: Seat) => number,
  what: 'right' | 'merged' = 'right',
): Driven {
  let step = begin(setup);
  const events = [...step.events];
  const entries: LogEntry[] = [];
  const play: Play = { card: null, state: null };
  while (step.state.ended === null) {
    const { state } = step;
    const plays = state.lanes.flatMap(({ seats }, lane) =>
      SEATS.flatMap((seat) => {
        const open = seats[seat].prompt ?? seats[seat].question;
        return open === null ? [] : { at: open.shownAt + delay(open.id, seat), seat, lane };
      }),
    );
    const [first] = plays.sort((a, b) => a.at - b.at);
    const wake = wakeAt(state);
    if (first === undefined && wake === null) throw new Error('nobody owes and nothing comes');
    const isPlay = first !== undefined && (wake === null || first.at <= wake);
    const at = isPlay ? Math.max(first.at, state.now) : wake!;
    const command: MatchCommand = isPlay
      ? commandFor(state, { wait: 0, seat: first.seat, lane: first.lane, what, play })!
      : { kind: 'advance' };
    step = execute(state, command, at);
    const { outcome } = step;
    const isTaken = outcome.verdict === 'right' || (outcome.verdict === 'answered' && outcome.right);
    if (isPlay && !isTaken) {
      throw new Error(`a right play was judged ${JSON.stringify(step.outcome)}`);
    }
    entries.push({ at, n: 0, command });
    events.push(...step.events);
  }
  return { state: step.state, events, entries };
}
