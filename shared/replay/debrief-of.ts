/** The debrief of a finished match, made from nothing but its log. */
import type { Result } from '../engine/base/result.ts';
import { ok, refuse } from '../engine/base/result.ts';
import { rightAnswers } from '../engine/match/handle.ts';
import type { MatchEvent } from '../engine/match/event.ts';
import type { Seat } from '../engine/match/seat.ts';
import { finalScore } from '../engine/scoring/final.ts';
import { NO_TALLIES, tally } from '../engine/scoring/fold.ts';
import { parOf } from '../engine/scoring/par.ts';
import type { Debrief, Ladder, WrongPlay } from './debrief.ts';
import { ladderOf } from './ladder.ts';
import type { MatchLog } from './log.ts';
import { setupOf } from './log.ts';
import { numberLineOf } from './number-line.ts';
import { praisesOf } from './praise.ts';
import type { ReplayError, ReplayStep } from './replay.ts';
import { replay } from './replay.ts';

export function debriefOf(log: MatchLog): Result<Debrief, ReplayError | 'log/not-ended'> {
  const replayed = replay(log);
  if (!replayed.ok) return replayed;
  const steps = replayed.value;
  const { state } = steps.at(-1)!;
  if (state.ended === null) return refuse('log/not-ended', 'the match goes on where the log ends');
  const events: MatchEvent[] = steps.flatMap((step) => step.events);
  const tallies = tally(NO_TALLIES, events, log.header.speed);
  const par = parOf(setupOf(log.header));
  const ladders = state.lanes.map(({ seats: { A, B } }, lane) =>
    ladderOf(events, lane, { A: A.trail, B: B.trail }),
  );
  const { seats } = log.header;
  return ok({
    levelId: log.header.level.id,
    ended: state.ended,
    ladders,
    wrongPlays: wrongPlays(steps, ladders),
    praises: { A: praisesOf(events, ladders, 'A'), B: praisesOf(events, ladders, 'B') },
    bots: { A: seats.A.bot, B: seats.B.bot },
    scores: { A: finalScore(state, tallies, 'A', par), B: finalScore(state, tallies, 'B', par) },
    secret: log.header.secret,
    nonces: log.header.nonces,
  });
}

/** Each wrong play with what was right at that moment. A refused play changes nothing, so its own step still shows it. */
function wrongPlays(steps: readonly ReplayStep[], ladders: readonly Ladder[]): readonly WrongPlay[] {
  const found: WrongPlay[] = [];
  for (const [index, step] of steps.entries()) {
    for (const event of step.events) {
      if (event.kind !== 'refused') continue;
      const { lane, seat, refusal } = event;
      // The prompt was open already when the command came.
      const state = steps[index - 1]?.state ?? step.state;
      const laneSeat = state.lanes[lane]!.seats[seat];
      const { endpoint, queue, trail } = laneSeat;
      const [answer] = rightAnswers(state, lane, seat);
      const right = answer?.segment ?? null;
      found.push({
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
      });
    }
  }
  return found;
}

/** The row of what the seat did next; the last one if it did nothing any more. */
const rowAfter = ({ moments, rows }: Ladder, seat: Seat, done: number): number =>
  moments.filter((moment) => moment.seat === seat)[done]?.row ?? rows.length - 1;
