/** The number line on which a settled card stands, as its seat knows it: the card is on it already. */
import { seqAdd, seqDiff } from '../../../shared/engine/base/seq32.ts';
import type { Seat } from '../../../shared/engine/match/seat.ts';
import { otherSeat } from '../../../shared/engine/match/seat.ts';
import type { LaneView, TrailEntry } from '../../../shared/engine/match/view.ts';
import type { Segment } from '../../../shared/engine/wire/segment.ts';
import { ACK, has, RST, segmentLength } from '../../../shared/engine/wire/segment.ts';
import type { LineBlock, NumberLine } from '../../../shared/replay/debrief.ts';
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

const usesNumbers = (segment: Segment): boolean => segmentLength(segment) > 0;

/** What has come and was not turned down. */
const arrivals = (entries: readonly TrailEntry[]): readonly Segment[] =>
  entries.flatMap(({ event, notes }) =>
    event.kind === 'segment' && !notes.some((note) => NOT_TAKEN.has(note)) ? [event.segment] : [],
  );

const farthest = (numbers: readonly number[]): number | null =>
  numbers.reduce<number | null>((most, n) => (most === null || seqDiff(n, most) > 0 ? n : most), null);

function sentBlocks(entries: readonly TrailEntry[]): readonly LineBlock[] {
  const sent = entries.flatMap(({ answer, joined }) => (answer === null || joined ? [] : [answer]));
  const acks = arrivals(entries).filter((segment) => has(segment, ACK));
  return blocksOf(sent.filter(usesNumbers), farthest(acks.map(({ ack }) => ack)));
}

/**
 * Null where no number decides: silence, a reset, or nothing on the line. While the end of the line is for the player to
 * work out (a TCB without SND.NXT), nothing is shown beyond the number that has just been played.
 */
export function lineOfCard(seat: Seat, { trail, tcb }: LaneView, entry: TrailEntry): CardLine | null {
  const { answer, refusals } = entry;
  const field = answer === null || entry.joined || has(answer, RST) ? null : fieldOf(entry, answer);
  if (answer === null || field === null) return null;
  const until = trail.slice(0, entry.index + 1);
  const entries = until.slice(connectionStart(until));
  const right = answer[field];
  const all = field === 'seq' ? sentBlocks(entries) : blocksOf(arrivals(entries).filter(usesNumbers), right);
  const blocks =
    tcb.snd.nxt === null ? all.filter(({ seq, len }) => seqDiff(seqAdd(seq, len), right) <= 0) : all;
  const played = refusals.findLast((one) => one.field === field)?.play.card?.[field] ?? null;
  const wrong = played === right ? null : played;
  if (blocks.length === 0 && wrong === null) return null;
  return { field, line: { from: field === 'seq' ? seat : otherSeat(seat), blocks, wrong, right } };
}
