/**
 * The only door through which a running match's state leaves the referee. A seat sees its own endpoint, what it sent,
 * what came, and what it is asked; never the network, the peer, the clock of the lane, the seed or an answer.
 */
import type { Millis } from '../base/millis.ts';
import { deriveKey } from '../base/rng.ts';
import { choicesFor } from './choices.ts';
import { rightAnswers } from './handle.ts';
import type { OpenQuestion } from './question.ts';
import type { Seat } from './seat.ts';
import type { MatchSetup } from './setup.ts';
import { issOf, seatOf } from './setup.ts';
import type { LaneSeat, MatchState, Prompt } from './state.ts';
import { hasBegun } from './state.ts';
import type { LaneView, PromptView, QuestionView, SeatView, TcbView } from './view.ts';

export function viewFor(state: MatchState, seat: Seat): SeatView {
  const { setup, seats } = state;
  const { level, timed, speed } = setup;
  return {
    seat,
    level: {
      id: level.id,
      difficulty: level.difficulty,
      help: level.help,
      timed,
      speed,
      rcvWnd: level.rcvWnd,
      rounds: level.rounds ? level.lanes.length : null,
    },
    lanes: state.lanes.flatMap((_, lane) => (hasBegun(state, lane) ? [laneView(state, lane, seat)] : [])),
    questions: seats[seat].questions,
    paused: state.pausedAt !== null,
    presence: { A: presenceOf(seats.A.presence.kind), B: presenceOf(seats.B.presence.kind) },
    ended: state.ended,
  };
}

/** Whether a player left for a while or for good makes no difference to the peer: a bot plays. */
const presenceOf = (kind: 'present' | 'away' | 'stand-in' | 'gone'): 'present' | 'away' | 'stand-in' =>
  kind === 'gone' ? 'stand-in' : kind;

function laneView(state: MatchState, lane: number, seat: Seat): LaneView {
  const laneState = state.lanes[lane]!;
  const own = laneState.seats[seat];
  return {
    role: roleOf(state, lane, seat),
    nextIss: issOf(state.setup, lane, seat, own.endpoint.issTaken),
    tcb: tcbView(state.setup, own),
    trail: own.trail,
    prompt: own.prompt === null ? null : promptView(state, lane, seat, own, own.prompt),
    question: own.question === null ? null : questionView(state, seat, own.question),
    timeWait: own.timeWaitQuarter,
    received: own.received,
    over: laneState.over,
  };
}

/** What the seat's application will say first; it is the player's part in the scene and no secret. */
function roleOf({ setup }: MatchState, lane: number, seat: Seat): 'active' | 'passive' | null {
  const opening = setup.level.lanes[lane]!.script.find(
    ({ at, action }) => action.do === 'open' && seatOf(at, setup, lane) === seat,
  );
  return opening?.action.do === 'open' ? opening.action.mode : null;
}

/** At the later help stages the list of segments stands in for the next numbers. */
export function tcbView(setup: MatchSetup, { endpoint }: LaneSeat): TcbView {
  const { state, opened, iss, irs, snd, rcv } = endpoint;
  const hidden = setup.level.help === 'type' || setup.level.help === 'states';
  return {
    state,
    opened,
    iss,
    irs,
    snd: { una: snd.una, nxt: hidden ? null : snd.nxt, wnd: snd.wnd },
    rcv: { nxt: hidden ? null : rcv.nxt, wnd: rcv.wnd },
    unacknowledged: endpoint.retransmissionQueue.map(({ seq, control, text }) => ({
      seq,
      flags: control,
      len: text.length,
    })),
    unsent: endpoint.unsent.reduce((sum, { length }) => sum + length, 0),
    held: endpoint.reassemblyQueue.reduce((sum, { text }) => sum + text.length, 0),
  };
}

function promptView(state: MatchState, lane: number, seat: Seat, own: LaneSeat, prompt: Prompt): PromptView {
  const [head, ...queued] = own.queue;
  return {
    id: prompt.id,
    event: head!,
    queued,
    window: prompt.window,
    remaining: prompt.deadline === null ? null : remainingOf(state, seat, prompt, prompt.deadline),
    standing: isStanding(state, seat),
    refusals: prompt.refusals,
    hinted: prompt.hinted,
    choices: state.setup.level.help === 'choose' ? choices(state, lane, seat, own, prompt) : null,
    lengths: lengthsOf(own),
  };
}

const questionView = (state: MatchState, seat: Seat, open: OpenQuestion): QuestionView => ({
  id: open.id,
  question: open.question,
  window: open.window,
  remaining: open.deadline === null ? null : remainingOf(state, seat, open, open.deadline),
  standing: isStanding(state, seat),
});

const isStanding = ({ seats }: MatchState, seat: Seat): boolean => seats[seat].presence.kind === 'away';

const choices = (
  state: MatchState,
  lane: number,
  seat: Seat,
  own: LaneSeat,
  prompt: Prompt,
): PromptView['choices'] =>
  choicesFor(
    own,
    rightAnswers(state, lane, seat),
    issOf(state.setup, lane, seat, own.endpoint.issTaken),
    deriveKey(state.setup.seed, `choices/${seat}`),
    prompt.id,
  );

/** Every length that a run of the texts at hand adds up to: waiting to be sent, or unacknowledged. */
function lengthsOf({ endpoint, queue }: LaneSeat): readonly number[] {
  const waiting = [
    ...endpoint.unsent.map(({ length }) => length),
    ...queue.flatMap((item) => (item.kind === 'send' ? item.text.length : [])),
  ];
  const again = endpoint.retransmissionQueue.map(({ text }) => text.length);
  const sums = [waiting, again].flatMap((lengths) =>
    lengths.map((_, index) => lengths.slice(0, index + 1).reduce((sum, length) => sum + length, 0)),
  );
  return [...new Set(sums)].filter((length) => length > 0).sort((a, b) => a - b);
}

/** An absent player's time stands: since the absence began, or since the prompt was shown if that came later. */
function remainingOf(
  state: MatchState,
  seat: Seat,
  { shownAt }: Pick<Prompt, 'shownAt'>,
  deadline: Millis,
): Millis {
  const { presence } = state.seats[seat];
  const now = presence.kind === 'away' ? Math.max(presence.since, shownAt) : state.now;
  return Math.max(0, deadline - now);
}

/** Match time that each open prompt or question of the seat has left, ms, by id. */
export function remainingFor(state: MatchState, seat: Seat): { readonly [prompt: string]: number } {
  const found: { [prompt: string]: number } = {};
  for (const lane of state.lanes) {
    const { prompt, question } = lane.seats[seat];
    for (const open of [prompt, question]) {
      if (open === null || open.deadline === null) continue;
      found[open.id] = remainingOf(state, seat, open, open.deadline);
    }
  }
  return found;
}
