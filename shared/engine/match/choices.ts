/** Four numbers to choose from at help stage `choose`: the right ones among what the classic mistakes give, unmarked. */
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

export function choicesFor(seat: LaneSeat, answers: readonly Alternative[], nextIss: Seq32): Choices {
  const { endpoint, queue } = seat;
  const head = queue[0]!;
  const segments = answers.flatMap(({ segment }) => segment ?? []);
  // Where silence is right the numbers look as they would if it were not.
  const opens = endpoint.state === 'CLOSED' || endpoint.state === 'LISTEN';
  const seqs = segments.length > 0 ? segments.map(({ seq }) => seq) : [opens ? nextIss : endpoint.snd.nxt];
  const acks = segments.filter((segment) => has(segment, ACK)).map(({ ack }) => ack);
  const arrived = lastArrived(seat, queue.length);
  const [seq] = seqs;
  const ack = acks[0] ?? endpoint.rcv.nxt;
  return {
    seq: fourOf([
      ...seqs,
      ...wrongSeqs(seat, head, seq!).map(({ value }) => value),
      ...decoys(seq!, ack, endpoint.iss, endpoint.irs),
    ]),
    ack: fourOf([
      ...(acks.length > 0 ? acks : [ack]),
      ...wrongAcks(arrived, ack).map(({ value }) => value),
      ...decoys(ack, seq!, endpoint.irs, endpoint.iss),
    ]),
  };
}

/** One too many, the other direction's number, the beginnings of both lines. */
const decoys = (right: Seq32, other: Seq32, begin: Seq32, otherBegin: Seq32): readonly Seq32[] => [
  seqAdd(right, 1),
  other,
  begin,
  otherBegin,
  seqAdd(right, 2),
  seqAdd(right, -1),
  seqAdd(right, 10),
];

const fourOf = (candidates: readonly Seq32[]): readonly Seq32[] =>
  [...new Set(candidates)].slice(0, CHOICES).sort((a, b) => a - b);
