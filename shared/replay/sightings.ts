/** Every segment of a match as each host's network card saw it: leaving when it was sent, arriving when it came. */
import type { Millis } from '../engine/base/millis.ts';
import type { MatchEvent, Settlement } from '../engine/match/event.ts';
import type { Refusal } from '../engine/match/play.ts';
import type { Seat } from '../engine/match/seat.ts';
import { otherSeat } from '../engine/match/seat.ts';
import type { AnsweredBy } from '../engine/match/view.ts';
import type { Segment } from '../engine/wire/segment.ts';
import { segmentLength } from '../engine/wire/segment.ts';
import type { Fate } from './debrief.ts';
import { ladderOf } from './ladder.ts';

export interface SentSegment {
  readonly lane: number;
  /** Unique in its lane. */
  readonly id: number;
  readonly from: Seat;
  readonly segment: Segment;
  readonly fate: Fate;
  readonly by: AnsweredBy | null;
  /** Of the prompt that it answers; null if nobody was asked. */
  readonly settlement: Settlement | null;
  /** The wrong plays before it. */
  readonly refusals: readonly Refusal[];
  /** The same numbers and octets went out before. */
  readonly isAgain: boolean;
  /** The bit of it that was flipped on the way; -1 for none. */
  readonly flippedBit: number;
}

export interface Sighting {
  /** Whose network card. */
  readonly seat: Seat;
  readonly direction: 'inbound' | 'outbound';
  /** Lane time. */
  readonly at: Millis;
  readonly sent: SentSegment;
  /** Counts the arrivals of one segment from 1; 0 when it leaves. */
  readonly copy: number;
}

/** Of one lane, in the order in which they happened. */
export function sightingsOf(events: readonly MatchEvent[], lane: number): readonly Sighting[] {
  const own = events.filter((event) => 'lane' in event && event.lane === lane);
  const sent = sentSegments(own, lane);
  const copies = new Map<number, number>();
  return own.flatMap((event): Sighting | [] => {
    if (event.kind !== 'sent' && event.kind !== 'landed') return [];
    const one = sent.get(event.id);
    if (one === undefined) return [];
    const { at, id } = event;
    if (event.kind === 'sent') {
      // What a stranger sends leaves through nobody's card.
      return event.fate === 'injected'
        ? []
        : { seat: one.from, direction: 'outbound', at, sent: one, copy: 0 };
    }
    if (event.how === 'lost') return [];
    const copy = (copies.get(id) ?? 0) + 1;
    copies.set(id, copy);
    return { seat: otherSeat(one.from), direction: 'inbound', at, sent: one, copy };
  });
}

/** By their ids. */
function sentSegments(events: readonly MatchEvent[], lane: number): ReadonlyMap<number, SentSegment> {
  const fates = new Map(ladderOf(events, lane).segments.map(({ id, fate }) => [id, fate]));
  const refused = new Map<string, Refusal[]>();
  const settled = new Map<string, Settlement>();
  const answered: { [seat in Seat]: string } = { A: '', B: '' };
  const sent = new Map<number, SentSegment>();
  for (const event of events) {
    switch (event.kind) {
      case 'refused': {
        const key = promptKey(event.seat, event.prompt);
        refused.set(key, [...(refused.get(key) ?? []), event.refusal]);
        break;
      }
      case 'settled':
        settled.set(promptKey(event.seat, event.settlement.prompt), event.settlement);
        break;
      case 'handled':
        // A segment follows at once on the answer that it belongs to.
        answered[event.seat] = promptKey(event.seat, event.prompt);
        break;
      case 'sent': {
        const { id, from, segment, by } = event;
        const prompt = event.fate === 'injected' ? '' : answered[from];
        sent.set(id, {
          lane,
          id,
          from,
          segment,
          fate: fates.get(id) ?? event.fate,
          by,
          settlement: settled.get(prompt) ?? null,
          refusals: refused.get(prompt) ?? [],
          isAgain: [...sent.values()].some(
            (before) => before.from === from && isSame(before.segment, segment),
          ),
          flippedBit: event.network.inFlight.find((flight) => flight.id === id)?.flippedBit ?? -1,
        });
        break;
      }
      default:
        break;
    }
  }
  return sent;
}

const promptKey = (seat: Seat, prompt: number | null): string => `${seat}/${prompt ?? ''}`;

/** What takes no number (a pure ACK, a RST) is never sent again: it is only like another. */
const isSame = (a: Segment, b: Segment): boolean =>
  segmentLength(a) > 0 && a.seq === b.seq && segmentLength(a) === segmentLength(b);
