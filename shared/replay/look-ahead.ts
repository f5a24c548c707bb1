/** What would have happened had a refused card gone out, on the true peer: the endpoints play on by themselves. */
import type { Millis } from '../engine/base/millis.ts';
import type { Result } from '../engine/base/result.ts';
import { ok, refuse } from '../engine/base/result.ts';
import { executeAsPlayed } from '../engine/match/as-played.ts';
import type { MatchEvent } from '../engine/match/event.ts';
import { rightAnswers } from '../engine/match/handle.ts';
import type { Play } from '../engine/match/play.ts';
import { playOf } from '../engine/match/play-of.ts';
import { resetOf } from '../engine/match/reset.ts';
import type { Seat } from '../engine/match/seat.ts';
import { SEATS } from '../engine/match/seat.ts';
import { playOnBySelf } from '../engine/match/self-play.ts';
import type { SelfPlay } from '../engine/match/self-play.ts';
import type { MatchState } from '../engine/match/state.ts';
import type { LaneEnd } from '../engine/match/view.ts';
import type { Alternative } from '../engine/tcp/alternatives.ts';
import type { Ladder, Tcb } from './debrief.ts';
import { ladderOf } from './ladder.ts';
import type { MatchLog } from './log.ts';
import { refusedPlays, rowAfter } from './refusals.ts';
import type { ReplayError } from './replay.ts';
import { replay } from './replay.ts';

/** How the connection fares, measured against the right answer in the same place. */
export type Consequence =
  | { readonly kind: 'none' }
  /** More segments are needed, and time. */
  | { readonly kind: 'repeats'; readonly segments: number; readonly later: Millis }
  /** A reset that the right answer would not have brought. */
  | { readonly kind: 'reset'; readonly seat: Seat }
  | { readonly kind: 'fails'; readonly end: LaneEnd };

/** Two ends that disagree can acknowledge each other for ever. */
const MOST_EVENTS = 1000;

export interface LookAhead {
  readonly lane: number;
  /** The whole lane: what happened until then, and what would have followed. */
  readonly ladder: Ladder;
  /** The ladder's row in which the refused card leaves. */
  readonly row: number;
  readonly consequence: Consequence;
}

/** `index` counts the wrong plays of the debrief from 0. */
export function lookAhead(log: MatchLog, index: number): Result<LookAhead, ReplayError | 'log/no-play'> {
  const replayed = replay(log);
  if (!replayed.ok) return replayed;
  const steps = replayed.value;
  const refused = refusedPlays(steps);
  const meant = refused[index];
  if (meant === undefined)
    return refuse('log/no-play', `the log has ${refused.length} wrong plays, not ${index + 1}`);
  const before = steps.slice(0, meant.step).flatMap(({ events }) => events);
  const { lane, seat, refusal } = meant.event;
  const answers = rightAnswers(meant.state, lane, seat);
  return ok(playedOn(meant.state, { before, lane, seat, play: refusal.play, answers }));
}

interface WrongCard {
  /** What led to the state. */
  readonly before: readonly MatchEvent[];
  readonly lane: number;
  readonly seat: Seat;
  readonly play: Play;
  /** Every right answer, the endpoint's own first. */
  readonly answers: readonly Alternative[];
  /** Left out, both ends began without a connection. */
  readonly start?: { readonly [seat in Seat]: Tcb };
}

/** Plays on after the card as after the right answer; the seat's prompt must be open. */
export function playedOn(
  state: MatchState,
  { before, lane, seat, play, answers, start }: WrongCard,
): LookAhead {
  const rightPlay = playOf(answers[0]!, state.setup.level.help);
  const playedAs = (card: Play): SelfPlay =>
    playOnBySelf(executeAsPlayed(state, lane, seat, card, answers), { mostEvents: MOST_EVENTS });
  const right = playedAs(rightPlay);
  const wrong = playedAs(play);
  const ladder = ladderOf([...before, ...wrong.events], lane, start);
  const row = rowAfter(ladder, seat, state.lanes[lane]!.seats[seat].trail.length);
  return { lane, ladder, row, consequence: consequenceOf(lane, right, wrong) };
}

const sentIn = ({ events }: SelfPlay, lane: number): number =>
  events.filter((event) => event.kind === 'sent' && event.lane === lane).length;

const endedAt = ({ state }: SelfPlay, lane: number): Millis => state.lanes[lane]!.clock.lane;

const resetAt = ({ state }: SelfPlay, lane: number): Seat | undefined =>
  SEATS.find((seat) => resetOf(state.lanes[lane]!.seats[seat]) !== undefined);

function consequenceOf(lane: number, right: SelfPlay, wrong: SelfPlay): Consequence {
  const seat = resetAt(wrong, lane);
  if (seat !== undefined && resetAt(right, lane) === undefined) return { kind: 'reset', seat };
  const end = wrong.state.lanes[lane]!.over ?? 'cut-off';
  if (end !== right.state.lanes[lane]!.over) return { kind: 'fails', end };
  const segments = sentIn(wrong, lane) - sentIn(right, lane);
  const later = endedAt(wrong, lane) - endedAt(right, lane);
  // A segment that nobody needed does no harm.
  return later > 0 ? { kind: 'repeats', segments: Math.max(0, segments), later } : { kind: 'none' };
}
