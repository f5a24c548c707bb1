/** What is new between two views of the lanes, as things to be seen happening. */
import type { EventView, LaneEnd, LaneView, TrailEntry } from '../../shared/engine/match/view.ts';
import type { TcpTimer } from '../../shared/engine/tcp/event.ts';
import type { Note } from '../../shared/engine/tcp/note.ts';
import type { TcpState } from '../../shared/engine/tcp/state.ts';
import type { Segment } from '../../shared/engine/wire/segment.ts';
import { segmentLength } from '../../shared/engine/wire/segment.ts';
import type { CallName } from './model.ts';

/** Where something comes to rest: before my door while it wants an answer, behind the one there, or inside. */
export type Rest = 'door' | 'queue' | 'host';

export type Happening =
  /** A segment came, out of the fog or from among those that waited; `dropped` if the endpoint let it fall. */
  | { kind: 'arrival'; segment: Segment; from: 'fog' | 'queue'; to: Rest; dropped: boolean }
  /** What stood at the door has been answered. */
  | { kind: 'settled'; dropped: boolean }
  /** What stood at the door wants no answer any more. */
  | { kind: 'withdrawn' }
  | { kind: 'departure'; segment: Segment; again: boolean; late: boolean }
  | { kind: 'call'; call: CallName; octets: number; to: Rest }
  | { kind: 'timer'; timer: TcpTimer; to: Rest }
  | { kind: 'checksum' }
  | { kind: 'crash' }
  | { kind: 'pass'; minutes: number }
  | { kind: 'state'; from: TcpState; to: TcpState }
  | { kind: 'over'; end: LaneEnd };

export type Change = Happening & { readonly lane: number };

const DROPPING: ReadonlySet<Note> = new Set<Note>([
  'closed/ignored-reset',
  'closed/reset',
  'listen/ignored-reset',
  'listen/reset-ack',
  'listen/dropped',
  'syn-sent/unacceptable-ack',
  'syn-sent/ignored-reset',
  'syn-sent/dropped',
  'segment/unacceptable',
  'segment/no-ack',
  'reset/outside-window',
  'reset/challenged',
  'syn/challenged',
  'ack/unacceptable',
  'text/dropped',
  'text/after-fin',
]);

const isDropped = (entry: TrailEntry): boolean => entry.notes.some((note) => DROPPING.has(note));

const sameSegment = (a: Segment, b: Segment): boolean =>
  a.seq === b.seq && a.ack === b.ack && a.flags === b.flags && a.wnd === b.wnd && a.text === b.text;

export const sameEvent = (a: EventView, b: EventView): boolean => {
  if (a.kind === 'segment') return b.kind === 'segment' && sameSegment(a.segment, b.segment);
  if (a.kind === 'open') return b.kind === 'open' && a.mode === b.mode;
  if (a.kind === 'send') return b.kind === 'send' && a.text === b.text;
  if (a.kind === 'timeout') return b.kind === 'timeout' && a.timer === b.timer;
  return a.kind === b.kind;
};

/** Whether the answer of this entry had been sent before: the same numbers with something in them. */
export const isSentAgain = (trail: readonly TrailEntry[], index: number): boolean => {
  const entry = trail[index];
  const answer = entry?.answer ?? null;
  if (entry === undefined || answer === null) return false;
  if (entry.notes.includes('timer/retransmitted')) return true;
  if (segmentLength(answer) === 0) return false;
  return trail.slice(0, index).some((earlier) => {
    const sent = earlier.answer;
    return !earlier.joined && sent !== null && sent.seq === answer.seq && segmentLength(sent) > 0;
  });
};

const coming = (event: EventView, from: 'fog' | 'queue', to: Rest, dropped: boolean): Happening | null => {
  switch (event.kind) {
    case 'segment':
      return { kind: 'arrival', segment: event.segment, from, to, dropped };
    case 'open': {
      const call = event.mode === 'active' ? 'open-active' : 'open-passive';
      return { kind: 'call', call, octets: 0, to };
    }
    case 'send':
      return { kind: 'call', call: 'send', octets: event.text.length, to };
    case 'close':
    case 'abort':
      return { kind: 'call', call: event.kind, octets: 0, to };
    case 'timeout':
      return { kind: 'timer', timer: event.timer, to };
    case 'checksum-failure':
      return { kind: 'checksum' };
    case 'crash':
      return { kind: 'crash' };
    case 'pass':
      return { kind: 'pass', minutes: event.minutes };
    case 'transmit':
    default:
      return null;
  }
};

/** Takes the first equal event out of the list. */
const takeOut = (events: EventView[], event: EventView): boolean => {
  const at = events.findIndex((other) => sameEvent(other, event));
  if (at < 0) return false;
  events.splice(at, 1);
  return true;
};

const settle = (entry: TrailEntry, trail: readonly TrailEntry[], out: Happening[]): void => {
  if (entry.answer !== null && !entry.joined) {
    const again = isSentAgain(trail, entry.index);
    out.push({ kind: 'departure', segment: entry.answer, again, late: entry.by === 'late' });
  }
  if (entry.before !== entry.after) out.push({ kind: 'state', from: entry.before, to: entry.after });
};

const changesOfLane = (before: LaneView, after: LaneView): Happening[] => {
  const out: Happening[] = [];
  const asked = before.prompt;
  const waiting: EventView[] = asked === null ? [] : [asked.event, ...asked.queued];
  let settled = asked === null;
  for (const entry of after.trail.slice(before.trail.length)) {
    const dropped = isDropped(entry);
    const stood = !settled && asked !== null && entry.prompt === asked.id && takeOut(waiting, entry.event);
    if (stood) {
      settled = true;
      out.push({ kind: 'settled', dropped });
    } else {
      const from = takeOut(waiting, entry.event) ? 'queue' : 'fog';
      const happening = coming(entry.event, from, 'host', dropped);
      if (happening !== null) out.push(happening);
    }
    settle(entry, after.trail, out);
  }
  const asks = after.prompt;
  if (asked !== null && !settled && asks?.id !== asked.id) {
    out.push({ kind: 'withdrawn' });
    takeOut(waiting, asked.event);
  }
  if (before.over === null && after.over !== null) out.push({ kind: 'over', end: after.over });
  if (asks !== null) {
    if (asks.id !== asked?.id) {
      const happening = coming(asks.event, takeOut(waiting, asks.event) ? 'queue' : 'fog', 'door', false);
      if (happening !== null) out.push(happening);
    } else takeOut(waiting, asks.event);
    for (const event of asks.queued) {
      if (takeOut(waiting, event)) continue;
      const happening = coming(event, 'fog', 'queue', false);
      if (happening !== null) out.push(happening);
    }
  }
  return out;
};

/**
 * What happened between two views of the same match, lane by lane, in order. A view that is no continuation of the
 * other (another match, a rewound replay) has no history to show: nothing happened.
 */
export const changesBetween = (before: readonly LaneView[], after: readonly LaneView[]): Change[] => {
  if (before.length !== after.length) return [];
  return after.flatMap((now, lane) => {
    const then = before[lane];
    if (then === undefined || now.trail.length < then.trail.length) return [];
    return changesOfLane(then, now).map((happening) => Object.assign(happening, { lane }));
  });
};
