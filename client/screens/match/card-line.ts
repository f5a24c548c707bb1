/** The number line on which a settled card stands, as its seat knows it: the card is on it already. */
import { seqDiff } from '../../../shared/engine/base/seq32.ts';
import type { Seat } from '../../../shared/engine/match/seat.ts';
import { otherSeat } from '../../../shared/engine/match/seat.ts';
import type { TrailEntry } from '../../../shared/engine/match/view.ts';
import type { Segment } from '../../../shared/engine/wire/segment.ts';
import { ACK, has, RST, segmentLength } from '../../../shared/engine/wire/segment.ts';
import type { NumberLine } from '../../../shared/replay/debrief.ts';
import { blocksOf } from '../../../shared/replay/number-line.ts';
import { connectionStart } from '../../board/heard.ts';
import { NOT_TAKEN } from '../../board/line-blocks.ts';

export interface CardLine {
  readonly line: NumberLine;
  /** Which of the card's numbers is marked. */
  readonly field: 'seq' | 'ack';
}

/** The number that was played wrong last; otherwise the one that follows from what has come, or from what was sent. */
function fieldOf({ event, refusals }: TrailEntry, answer: Segment): CardLine['field'] | null {
  const wrong = refusals.at(-1)?.field;
  if (wrong === 'seq' || wrong === 'len') return 'seq';
  if (!has(answer, ACK)) return segmentLength(answer) > 0 ? 'seq' : null;
  if (wrong === 'ack') return 'ack';
  const answersNumbers = event.kind === 'segment' && segmentLength(event.segment) > 0;
  return answersNumbers || segmentLength(answer) === 0 ? 'ack' : 'seq';
}

const farthest = (numbers: readonly number[]): number | null =>
  numbers.reduce<number | null>((most, n) => (most === null || seqDiff(n, most) > 0 ? n : most), null);

const usesNumbers = (segment: Segment): boolean => segmentLength(segment) > 0;

/** Null where no number decides: silence, a reset, or nothing on the line. */
export function lineOfCard(seat: Seat, trail: readonly TrailEntry[], entry: TrailEntry): CardLine | null {
  const { answer, refusals } = entry;
  const field = answer === null || entry.joined || has(answer, RST) ? null : fieldOf(entry, answer);
  if (answer === null || field === null) return null;
  const until = trail.slice(0, entry.index + 1);
  const entries = until.slice(connectionStart(until));
  const came = entries.flatMap(({ event, notes }) =>
    event.kind === 'segment' && !notes.some((note) => NOT_TAKEN.has(note)) ? [event.segment] : [],
  );
  const refusal = refusals.findLast((one) => one.field === field);
  const played = refusal?.play.card?.[field] ?? null;
  const wrong = played === answer[field] ? null : played;
  const right = answer[field];
  if (field === 'seq') {
    const sent = entries.flatMap((one) => (one.answer === null || one.joined ? [] : [one.answer]));
    const acknowledged = farthest(came.filter((segment) => has(segment, ACK)).map(({ ack }) => ack));
    const blocks = blocksOf(sent.filter(usesNumbers), acknowledged);
    return { field, line: { from: seat, blocks, wrong, right } };
  }
  const blocks = blocksOf(came.filter(usesNumbers), right);
  return blocks.length === 0 ? null : { field, line: { from: otherSeat(seat), blocks, wrong, right } };
}
