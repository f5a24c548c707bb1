/** A match with everybody at one table: drive it to a situation, play one card, look at what comes of it. */
import { rightAnswers } from '../engine/match/handle.ts';
import { playOf } from '../engine/match/play-of.ts';
import type { MatchEvent } from '../engine/match/event.ts';
import type { Level } from '../engine/match/level.ts';
import type { Card, Play, Refusal } from '../engine/match/play.ts';
import type { Option } from '../engine/match/question.ts';
import { rightAnswerOf } from '../engine/match/questioning.ts';
import type { Seat } from '../engine/match/seat.ts';
import { SEATS } from '../engine/match/seat.ts';
import type { MatchSetup } from '../engine/match/setup.ts';
import type { LaneSeat, MatchState, Prompt } from '../engine/match/state.ts';
import type { CommandOutcome, MatchCommand } from '../engine/match/step.ts';
import { begin, execute, wakeAt } from '../engine/match/step.ts';
import type { SeatView } from '../engine/match/view.ts';
import { viewFor } from '../engine/match/view-for.ts';
import type { Alternative } from '../engine/tcp/alternatives.ts';
import type { TcpState } from '../engine/tcp/state.ts';
import { sha256Hex } from '../engine/base/sha256.ts';
import { setupFor } from './setups.ts';

export class Table {
  state: MatchState;
  readonly events: MatchEvent[];
  /** Real time since the match began. */
  now = 0;

  constructor(setup: MatchSetup) {
    const { state, events } = begin(setup);
    this.state = state;
    this.events = [...events];
  }

  take(command: MatchCommand): CommandOutcome {
    const { state, events, outcome } = execute(this.state, command, this.now);
    this.state = state;
    this.events.push(...events);
    return outcome;
  }

  wait(ms: number): void {
    this.now += ms;
    this.take({ kind: 'advance' });
  }

  seat(seat: Seat, lane = 0): LaneSeat {
    return this.state.lanes[lane]!.seats[seat];
  }

  tcp(seat: Seat, lane = 0): TcpState {
    return this.seat(seat, lane).endpoint.state;
  }

  view(seat: Seat): SeatView {
    return viewFor(this.state, seat);
  }

  prompt(seat: Seat, lane = 0): Prompt {
    const { prompt } = this.seat(seat, lane);
    if (prompt === null) throw new Error(`nothing is asked of ${seat}`);
    return prompt;
  }

  answers(seat: Seat, lane = 0): readonly Alternative[] {
    return rightAnswers(this.state, lane, seat);
  }

  /** The endpoint's own answer, or the one that settles so many events at once. */
  right(seat: Seat, settles = 1, lane = 0): Play {
    const chosen = this.answers(seat, lane).find((answer) => answer.settles === settles);
    if (chosen === undefined) throw new Error(`no answer of ${seat} settles ${settles}`);
    return playOf(chosen, this.state.setup.level.help);
  }

  play(seat: Seat, play: Play, lane = 0): CommandOutcome {
    const { id } = this.prompt(seat, lane);
    return this.take({ kind: 'play', seat, lane, prompt: id, play, standIn: false });
  }

  answer(seat: Seat, settles = 1, lane = 0): CommandOutcome {
    return this.play(seat, this.right(seat, settles, lane), lane);
  }

  /** Plays the right answer with something changed in it, or a card of one's own where silence is right. */
  err(seat: Seat, change: Partial<Card> | 'silence', state?: TcpState): Refusal {
    const right = this.right(seat);
    const blank: Card = { flags: 0, seq: 0, ack: 0, len: 0 };
    const card = change === 'silence' ? null : { ...(right.card ?? blank), ...change };
    const outcome = this.play(seat, { card, state: state ?? right.state });
    if (outcome.verdict !== 'wrong') throw new Error(`judged ${JSON.stringify(outcome)}`);
    return outcome.refusal;
  }

  /** Everybody plays rightly and at once until this seat is asked about an event of this kind, in this state. */
  untilAsked(seat: Seat, kind: string, state: TcpState | null = null): this {
    this.until(
      ({ lanes }) =>
        lanes[0]!.seats[seat].prompt?.kind === kind &&
        (state === null || lanes[0]!.seats[seat].endpoint.state === state),
    );
    return this;
  }

  until(found: (state: MatchState) => boolean): void {
    while (!found(this.state)) {
      if (this.state.ended !== null) throw new Error(`the match ended before: ${this.story()}`);
      this.goOn();
    }
  }

  untilOver(): void {
    while (this.state.ended === null) this.goOn();
  }

  /** The right answer to what the seat is asked about the connection, or another one. */
  know(seat: Seat, options?: readonly Option[] | null, lane = 0): CommandOutcome {
    const { question } = this.seat(seat, lane);
    if (question === null) throw new Error(`${seat} is asked no question`);
    const given = options === undefined ? rightAnswerOf(this.state, lane, seat) : options;
    return this.take({ kind: 'answer', seat, lane, question: question.id, options: given });
  }

  /** One right answer if any is owed, else time until something happens. */
  goOn(): void {
    for (const [lane, { seats }] of this.state.lanes.entries()) {
      for (const seat of SEATS) {
        if (seats[seat].prompt !== null) {
          this.answer(seat, 1, lane);
          return;
        }
        if (seats[seat].question !== null) {
          this.know(seat, undefined, lane);
          return;
        }
      }
    }
    this.now = wakeAt(this.state) ?? this.now;
    this.take({ kind: 'advance' });
  }

  /** What happened, for a failing test's message. */
  private story(): string {
    return this.events.map((event) => event.kind).join(' ');
  }
}

export const SEED = sha256Hex('a table');

export const tableFor = (level: Level, timed = false): Table => new Table(setupFor(level, SEED, timed));
