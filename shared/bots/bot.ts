/**
 * A bot plays a seat through the same prompts and the same judge as a person, from the same view. It differs from a
 * perfect player in how long it takes and in the mistakes that it makes; both are drawn from a key of its own, so that
 * a log replays with it.
 */
import type { Millis } from '../engine/base/millis.ts';
import type { Key } from '../engine/base/rng.ts';
import { between, draw, happens } from '../engine/base/rng.ts';
import { seqAdd } from '../engine/base/seq32.ts';
import type { Card, Play } from '../engine/match/play.ts';
import type { LaneView, PromptView, SeatView } from '../engine/match/view.ts';
import { longest } from '../engine/tcp/alternatives.ts';
import { ACK, FIN, RST, SYN } from '../engine/wire/segment.ts';
import { ownAnswers } from '../engine/match/own-endpoint.ts';
import { playOf } from '../engine/match/play-of.ts';
import type { Temperament } from './temperament.ts';

export interface BotMove {
  /** From the later of the prompt's opening and the seat's last play, ms. */
  readonly delay: Millis;
  readonly play: Play;
}

/** Null if the lane asks nothing. */
export function botMove(view: SeatView, lane: number, temperament: Temperament, key: Key): BotMove | null {
  const laneView = view.lanes[lane];
  if (laneView === undefined || laneView.prompt === null) return null;
  const { prompt } = laneView;
  const words = draw(key, prompt.id * 16 + Math.min(15, prompt.refusals.length));
  const answers = ownAnswers(laneView, view.level.rcvWnd);
  const [own] = answers;
  if (own === undefined) return null;
  const chosen = happens(words[1]!, temperament.merges) ? longest(answers) : own;
  const right = playOf(chosen, view.level.help);
  const errs =
    prompt.refusals.length < temperament.mistakesInARow && happens(words[2]!, temperament.mistakes);
  return {
    delay: between(words[0]!, temperament.fastest, temperament.slowest),
    play: errs ? spoil(right, words[3]!, words[4]!, laneView, prompt) : right,
  };
}

/** One of the mistakes that people make, where this play has room for it. */
function spoil(right: Play, kind: number, which: number, lane: LaneView, prompt: PromptView): Play {
  const { card } = right;
  if (card === null) {
    const { snd, rcv } = lane.tcb;
    return { ...right, card: { flags: ACK, seq: snd.nxt, ack: rcv.nxt, len: 0 } };
  }
  if (card.seq === null || kind % 3 === 0)
    return { ...right, card: { ...card, flags: otherFlags(card.flags, which) } };
  if (kind % 3 === 1 && card.ack !== null)
    return { ...right, card: { ...card, ack: misread(card.ack, which, prompt) } };
  return { ...right, card: { ...card, seq: seqAdd(card.seq, which % 2 === 0 ? 1 : -1) } };
}

const OTHER: readonly number[] = [SYN, SYN | ACK, ACK, FIN | ACK, RST];

const otherFlags = (flags: number, which: number): Card['flags'] => {
  const others = OTHER.filter((one) => one !== flags);
  return others[which % others.length]!;
};

/** The peer's own number, or one off. */
function misread(ack: number, which: number, { event }: PromptView): number {
  if (which % 2 === 0 && event.kind === 'segment' && event.segment.seq !== ack) return event.segment.seq;
  return seqAdd(ack, -1);
}
