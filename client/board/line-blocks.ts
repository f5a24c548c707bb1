/** The two number lines of a host, as blocks in the order of their numbers. */
import type { LaneView, TrailEntry } from '../../shared/engine/match/view.ts';
import type { Note } from '../../shared/engine/tcp/note.ts';
import { seqAdd, seqDiff, seqLeq } from '../../shared/engine/base/seq32.ts';
import type { Segment } from '../../shared/engine/wire/segment.ts';
import { ACK, FIN, SYN, has, segmentLength } from '../../shared/engine/wire/segment.ts';
import { connectionStart } from './heard.ts';
import type { SegmentKind } from './palette.ts';
import { kindOf } from './palette.ts';

export interface Block {
  readonly seq: number;
  readonly len: number;
  readonly kind: SegmentKind;
  readonly label: string;
  /** Acknowledged, on the sending line; on the receiving line always true. */
  readonly settled: boolean;
  /** How often it went out again. */
  readonly again: number;
  /** Numbers are missing between the block before and this one. */
  readonly gap: boolean;
}

export interface NumberLine {
  /** The connection is there, and with it the numbers. */
  readonly live: boolean;
  readonly blocks: readonly Block[];
  /** Where the line starts before anything is on it. */
  readonly start: number | null;
  readonly una: number | null;
  /** Null stands for "work it out". */
  readonly next: number | null;
}

/** What came uses no number of the line when the endpoint has turned it down. */
export const NOT_TAKEN: ReadonlySet<Note> = new Set<Note>([
  'segment/unacceptable',
  'segment/no-ack',
  'syn/challenged',
  'ack/unacceptable',
  'listen/dropped',
  'syn-sent/dropped',
  'syn-sent/unacceptable-ack',
  'text/dropped',
  'text/after-fin',
  'closed/reset',
  'ack/reset',
]);

const labelOf = (segment: Segment): string => {
  const parts = [];
  if (has(segment, SYN)) parts.push('SYN');
  if (segment.text !== '') parts.push(String(segment.text.length));
  if (has(segment, FIN)) parts.push('FIN');
  return parts.join('+');
};

const toBlocks = (segments: readonly Segment[], una: number | null): Block[] => {
  const unique: { segment: Segment; again: number }[] = [];
  for (const segment of segments) {
    if (segmentLength(segment) === 0) continue;
    const known = unique.find(({ segment: other }) => other.seq === segment.seq);
    if (known === undefined) unique.push({ segment, again: 0 });
    else {
      known.again += 1;
      if (segmentLength(segment) > segmentLength(known.segment)) known.segment = segment;
    }
  }
  unique.sort((a, b) => seqDiff(a.segment.seq, b.segment.seq));
  return unique.map(({ segment, again }, i) => {
    const len = segmentLength(segment);
    const left = unique[i - 1]?.segment;
    return {
      seq: segment.seq,
      len,
      kind: kindOf(segment.flags, segment.text.length),
      label: labelOf(segment),
      settled: una === null || seqLeq(seqAdd(segment.seq, len), una),
      again,
      gap: left !== undefined && seqDiff(segment.seq, seqAdd(left.seq, segmentLength(left))) > 0,
    };
  });
};

const latest = (lane: LaneView): readonly TrailEntry[] => lane.trail.slice(connectionStart(lane.trail));

const lives = (lane: LaneView): boolean => lane.tcb.state !== 'CLOSED' && lane.tcb.state !== 'LISTEN';

export const sendingLine = (lane: LaneView): NumberLine => {
  const entries = latest(lane);
  const sent = entries.flatMap(({ answer, joined }) => (answer === null || joined ? [] : [answer]));
  const acks = entries.flatMap(({ event }) =>
    event.kind === 'segment' && has(event.segment, ACK) ? [event.segment.ack] : [],
  );
  const una = lives(lane) ? lane.tcb.snd.una : (acks.at(-1) ?? null);
  const blocks = lives(lane) || lane.role !== 'passive' || lane.over !== null ? toBlocks(sent, una) : [];
  return {
    live: lives(lane),
    blocks,
    start: blocks.length === 0 ? lane.nextIss : null,
    una: lives(lane) ? una : null,
    next: lives(lane) ? lane.tcb.snd.nxt : null,
  };
};

export const receivingLine = (lane: LaneView): NumberLine => {
  const came = latest(lane).flatMap(({ event, notes }) =>
    event.kind === 'segment' && !notes.some((note) => NOT_TAKEN.has(note)) ? [event.segment] : [],
  );
  const blocks = toBlocks(came, null);
  const known = lives(lane) && blocks.length > 0;
  return { live: known, blocks, start: null, una: null, next: known ? lane.tcb.rcv.nxt : null };
};
