/** The debrief of a finished match, made from nothing but its log. */
import type { Result } from '../engine/base/result.ts';
import { ok } from '../engine/base/result.ts';
import { rightAnswers } from '../engine/match/handle.ts';
import type { MatchEvent } from '../engine/match/event.ts';
import { finalScore } from '../engine/scoring/final.ts';
import { NO_TALLIES, tally } from '../engine/scoring/fold.ts';
import { parOf } from '../engine/scoring/par.ts';
import type { Debrief, PromptRecord, WrongPlay } from './debrief.ts';
import type { FinishedError, FinishedMatch } from './finished-match.ts';
import { finishedMatch } from './finished-match.ts';
import { ladderOf } from './ladder.ts';
import type { MatchLog } from './log.ts';
import { setupOf } from './log.ts';
import type { ReplayStep } from './replay.ts';

export function debriefOf(log: MatchLog): Result<Debrief, FinishedError> {
  const finished = finishedMatch(log);
  return finished.ok ? ok(debriefOfMatch(finished.value)) : finished;
}

export function debriefOfMatch({ header, steps, events, state, ended }: FinishedMatch): Debrief {
  const tallies = tally(NO_TALLIES, events, header.speed);
  const par = parOf(setupOf(header));
  return {
    levelId: header.level.id,
    ended,
    ladders: state.lanes.map((_, lane) => ladderOf(events, lane)),
    wrongPlays: wrongPlays(steps),
    prompts: promptRecords(events),
    scores: { A: finalScore(state, tallies, 'A', par), B: finalScore(state, tallies, 'B', par) },
    secret: header.secret,
    nonces: header.nonces,
  };
}

function promptRecords(events: readonly MatchEvent[]): readonly PromptRecord[] {
  const prompted = events.filter((event) => event.kind === 'prompted');
  const refused = events.filter((event) => event.kind === 'refused');
  return events.flatMap((event): PromptRecord[] => {
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

/** Each wrong play with what was right at that moment. A refused play changes nothing, so its own step still shows it. */
function wrongPlays(steps: readonly ReplayStep[]): readonly WrongPlay[] {
  const found: WrongPlay[] = [];
  for (const [index, step] of steps.entries()) {
    for (const event of step.events) {
      if (event.kind !== 'refused') continue;
      const { lane, seat, refusal } = event;
      // The prompt was open already when the command came.
      const state = steps[index - 1]?.state ?? step.state;
      const { endpoint, queue } = state.lanes[lane]!.seats[seat];
      const [right] = rightAnswers(state, lane, seat);
      found.push({
        seat,
        lane,
        at: state.lanes[lane]!.clock.lane,
        state: endpoint.state,
        event: queue[0]!,
        refusal,
        right: right?.segment ?? null,
      });
    }
  }
  return found;
}
