/**
 * The judge: is a play one of the answers that a correct endpoint may give? If not, the first part that differs from
 * the nearest right answer is named, with one reason of the closed list (play.ts), chosen by rule.
 */
import type { Alternative } from '../tcp/alternatives.ts';
import { ACK, RST, SYN, segmentLength } from '../wire/segment.ts';
import type { Segment } from '../wire/segment.ts';
import { lastArrived, lastOccupying, mistakeFor, wrongAcks, wrongSeqs } from './mistake-values.ts';
import { reasonForFlags, reasonForReply, reasonForSilence, reasonForState } from './mistaken-replies.ts';
import type { HelpStage } from './level.ts';
import type { Card, Field, Play, Refusal, Rule } from './play.ts';
import type { LaneSeat, Queued } from './state.ts';

export type Judgement =
  | { readonly right: true; readonly chosen: Alternative }
  | { readonly right: false; readonly refusal: Refusal };

/** `answers` is what `rightAnswers` gives for this seat; never empty while a prompt is open. */
export function judge(
  play: Play,
  answers: readonly Alternative[],
  seat: LaneSeat,
  help: HelpStage,
): Judgement {
  const [chosen] = answers
    .filter((answer) => firstDifference(play, answer, help) === null)
    .sort((a, b) => a.settles - b.settles);
  if (chosen !== undefined) return { right: true, chosen };
  const nearest = nearestAnswer(play, answers, help);
  const field = firstDifference(play, nearest, help)!;
  return { right: false, refusal: refusalFor(play, nearest, field, seat) };
}

const ORDER: readonly Field[] = ['reply', 'flags', 'seq', 'ack', 'len', 'state'];

/** The first part of the play that differs from this answer; null if it is this answer. */
function firstDifference({ card, state }: Play, answer: Alternative, help: HelpStage): Field | null {
  const { segment } = answer;
  if ((card === null) !== (segment === null)) return 'reply';
  if (card !== null && segment !== null) {
    const field = cardDifference(card, segment, help);
    if (field !== null) return field;
  }
  return help === 'states' && state !== answer.endpoint.state ? 'state' : null;
}

function cardDifference(card: Card, segment: Segment, help: HelpStage): Field | null {
  if (card.flags !== segment.flags) return 'flags';
  if (help !== 'flags') {
    if (card.seq !== segment.seq) return 'seq';
    if ((segment.flags & ACK) !== 0 && card.ack !== segment.ack) return 'ack';
  }
  return card.len === segment.text.length ? null : 'len';
}

/** The right answer that agrees with the play the furthest; among equals the endpoint's own. */
function nearestAnswer(play: Play, answers: readonly Alternative[], help: HelpStage): Alternative {
  const agreement = (answer: Alternative): number => ORDER.indexOf(firstDifference(play, answer, help)!);
  return answers.reduce((best, answer) => (agreement(answer) > agreement(best) ? answer : best));
}

function refusalFor(play: Play, right: Alternative, field: Field, seat: LaneSeat): Refusal {
  const head = seat.queue[0]!;
  const refusal = (reason: Refusal['reason'], rule: Rule, input: Segment | null): Refusal => ({
    play,
    field,
    reason,
    rule,
    input: input === null ? null : { flags: input.flags, seq: input.seq, len: input.text.length },
  });
  const arrived = lastArrived(seat, right.settles);
  switch (field) {
    case 'reply':
      return play.card === null
        ? refusal(reasonForSilence(head, seat), 'reply/due', arrivedNow(head))
        : refusal(reasonForReply(play.card, head, seat), 'reply/none', arrivedNow(head));
    case 'flags':
      return refusal(reasonForFlags(play.card!, right, head, seat), 'flags/of-event', arrivedNow(head));
    case 'seq': {
      const mistake = mistakeFor(wrongSeqs(seat, head, right.segment!.seq), play.card!.seq ?? -1);
      return refusal(
        mistake ?? 'slip-seq',
        seqRule(right.segment!, head),
        seqInput(right.segment!, head, seat),
      );
    }
    case 'ack': {
      const mistake = mistakeFor(wrongAcks(arrived, right.segment!.ack), play.card!.ack ?? -1);
      return refusal(mistake ?? 'slip-ack', 'ack/next-expected', arrived);
    }
    case 'len':
      return refusal('slip-length', 'len/of-text', null);
    case 'state':
      return refusal(reasonForState(play.state, right, seat), 'state/diagram', arrivedNow(head));
  }
}

const arrivedNow = (head: Queued): Segment | null => (head.kind === 'segment' ? head.segment : null);

function seqRule(right: Segment, head: Queued): Rule {
  if ((right.flags & RST) !== 0) return 'seq/reset';
  if (head.kind === 'timeout') return 'seq/retransmission';
  return (right.flags & SYN) !== 0 ? 'seq/iss' : 'seq/next';
}

/** What the right number follows from: a reset takes it from the segment that it answers, all others from one's own. */
function seqInput(right: Segment, head: Queued, seat: LaneSeat): Segment | null {
  if ((right.flags & RST) !== 0 && head.kind === 'segment') return head.segment;
  if (head.kind === 'timeout' || segmentLength(right) === 0 || (right.flags & SYN) === 0)
    return lastOccupying(seat);
  return null;
}
