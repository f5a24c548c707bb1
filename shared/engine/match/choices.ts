/** Four numbers to choose from at help stage `choose`: the right ones among what the classic mistakes give, unmarked. */
import type { Key } from '../base/rng.ts';
import { draw } from '../base/rng.ts';
import type { Seq32 } from '../base/seq32.ts';
import { seqAdd } from '../base/seq32.ts';
import type { Alternative } from '../tcp/alternatives.ts';
import { ACK, has } from '../wire/segment.ts';
import { lastArrived, wrongAcks, wrongSeqs } from './mistake-values.ts';
import type { LaneSeat } from './state.ts';

const CHOICES = 4;

export interface Choices {
  readonly seq: readonly Seq32[];
  readonly ack: readonly Seq32[];
}

/** The draw decides which wrong numbers are offered, so that the right one has no place of its own among them. */
export function choicesFor(
  seat: LaneSeat,
  answers: readonly Alternative[],
  nextIss: Seq32,
  key: Key,
  prompt: number,
): Choices {
  const { endpoint, queue } = seat;
  const head = queue[0]!;
  const segments = answers.flatMap(({ segment }) => segment ?? []);
  // Where silence is right the numbers look as they would if it were not.
  const opens = endpoint.state === 'CLOSED' || endpoint.state === 'LISTEN';
  const seqs = segments.length > 0 ? segments.map(({ seq }) => seq) : [opens ? nextIss : endpoint.snd.nxt];
  const acked = segments.filter((segment) => has(segment, ACK)).map(({ ack }) => ack);
  const acks = acked.length > 0 ? acked : [endpoint.rcv.nxt];
  const arrived = lastArrived(seat, queue.length);
  const words = draw(key, prompt);
  const [seq] = seqs;
  const [ack] = acks;
  return {
    seq: fourOf(
      seqs,
      wrongSeqs(seat, head, seq!).map(({ value }) => value),
      [ack!, endpoint.iss, ...near(seq!)],
      words.slice(0, 4),
    ),
    ack: fourOf(
      acks,
      wrongAcks(arrived, ack!).map(({ value }) => value),
      [seq!, endpoint.irs, ...near(ack!)],
      words.slice(4),
    ),
  };
}

/** Errors of counting, on both sides of what is right. */
const near = (right: Seq32): readonly Seq32[] => [1, -1, 2, -2, 10, -10].map((off) => seqAdd(right, off));

/** Of so many sets one is without the classic mistakes: the number beside them would always be the right one. */
const UNMISTAKEN = 6;

/** The right ones, some of the mistakes, and at least one other number; in rising order. */
function fourOf(
  right: readonly Seq32[],
  mistakes: readonly Seq32[],
  others: readonly Seq32[],
  words: Uint32Array,
): readonly Seq32[] {
  const chosen = new Set(right.slice(0, CHOICES - 1));
  const take = (from: readonly Seq32[], most: number): void => {
    const left = [...new Set(from)].filter((value) => !chosen.has(value));
    for (const word of words) {
      if (chosen.size >= most || left.length === 0) return;
      chosen.add(left.splice(word % left.length, 1)[0]!);
    }
  };
  if ((words[3]! >>> 8) % UNMISTAKEN !== 0) take(mistakes, CHOICES - 1);
  take(others, CHOICES);
  return [...chosen].sort((a, b) => a - b);
}
