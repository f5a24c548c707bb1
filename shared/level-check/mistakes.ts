/** Which mistakes can be committed at a prompt, and whether the values that they give can be told apart. */
import { rightAnswers } from '../engine/match/handle.ts';
import { judge } from '../engine/match/judge.ts';
import { lastArrived, mistakeFor, wrongAcks, wrongSeqs } from '../engine/match/mistake-values.ts';
import type { MistakeValue } from '../engine/match/mistake-values.ts';
import type { Card, Play, Reason } from '../engine/match/play.ts';
import { playOf } from '../engine/match/play-of.ts';
import type { MatchState } from '../engine/match/state.ts';
import type { Alternative } from '../engine/tcp/alternatives.ts';
import { TCP_STATES } from '../engine/tcp/state.ts';
import { ACK, FIN, RST, SYN } from '../engine/wire/segment.ts';
import { mistakeIn } from '../engine/match/knowledge.ts';
import type { Option, Questioned } from '../engine/match/question.ts';
import { OPTIONS } from '../engine/match/question.ts';
import { ownView, rightAnswerOf } from '../engine/match/questioning.ts';
import type { OpenPrompt, PutQuestion } from '../engine/match/self-play.ts';

const KINDS: readonly number[] = [SYN, SYN | ACK, ACK, FIN, FIN | ACK, RST, RST | ACK];

/** What the judge says of every wrong play of the kinds that learners make. */
export function reasonsAt(state: MatchState, { lane, seat }: OpenPrompt): readonly Reason[] {
  const { help } = state.setup.level;
  const laneSeat = state.lanes[lane]!.seats[seat];
  const answers = rightAnswers(state, lane, seat);
  return wrongPlays(state, { lane, seat }, answers).flatMap((play) => {
    const judgement = judge(play, answers, laneSeat, help);
    return judgement.right ? [] : [judgement.refusal.reason];
  });
}

function wrongPlays(
  state: MatchState,
  at: Omit<OpenPrompt, 'prompt'>,
  answers: readonly Alternative[],
): readonly Play[] {
  const { help, rcvWnd } = state.setup.level;
  const { endpoint } = state.lanes[at.lane]!.seats[at.seat];
  const right = playOf(answers[0]!, help);
  const numbered = help !== 'flags';
  const base: Card = right.card ?? {
    flags: ACK,
    seq: numbered ? endpoint.snd.nxt : null,
    ack: numbered ? endpoint.rcv.nxt : null,
    len: 0,
  };
  const cards: (Card | null)[] = [null];
  for (const flags of KINDS) {
    for (const len of new Set([0, base.len, Math.min(20, rcvWnd)])) cards.push({ ...base, flags, len });
  }
  const { seqs, acks } = mistakenNumbers(state, at, answers);
  if (right.card !== null && numbered) {
    for (const { value } of seqs) cards.push({ ...base, seq: value });
    for (const { value } of acks) if (base.ack !== null) cards.push({ ...base, ack: value });
  }
  const plays = cards.map((card): Play => ({ card, state: right.state }));
  if (help !== 'states') return plays;
  return [...plays, ...TCP_STATES.map((named): Play => ({ card: right.card, state: named }))];
}

/** What the judge says of every wrong answer that learners give: one option alone, or all that is right but one. */
export function mistakesAt(state: MatchState, { lane, seat, question }: PutQuestion): readonly Questioned[] {
  const right = rightAnswerOf(state, lane, seat);
  const own = ownView(state, lane, seat);
  const answers: (readonly Option[])[] = [
    ...OPTIONS[question.question].map((option) => [option]),
    ...right.map((left) => right.filter((option) => option !== left)),
  ];
  return answers.flatMap((given) => mistakeIn(question.question, given, right, own) ?? []);
}

interface MistakenNumbers {
  readonly seqs: readonly MistakeValue[];
  readonly acks: readonly MistakeValue[];
}

function mistakenNumbers(
  state: MatchState,
  { lane, seat }: Omit<OpenPrompt, 'prompt'>,
  answers: readonly Alternative[],
): MistakenNumbers {
  const laneSeat = state.lanes[lane]!.seats[seat];
  const [right] = answers;
  if (right === undefined || right.segment === null) return { seqs: [], acks: [] };
  return {
    seqs: wrongSeqs(laneSeat, laneSeat.queue[0]!, right.segment.seq),
    acks: wrongAcks(lastArrived(laneSeat, right.settles), right.segment.ack),
  };
}

/** Values that two different mistakes give: the judge could not tell which was made. */
export function coincidencesAt(state: MatchState, open: OpenPrompt): readonly number[] {
  const { seqs, acks } = mistakenNumbers(state, open, rightAnswers(state, open.lane, open.seat));
  return [seqs, acks].flatMap((values) =>
    [...new Set(values.map(({ value }) => value))].filter((value) => mistakeFor(values, value) === null),
  );
}
