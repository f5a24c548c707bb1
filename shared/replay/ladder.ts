/** The ladder diagram's data, folded from a lane's events: who sent what when, and what became of it. */
import type { MatchEvent } from '../engine/match/event.ts';
import { SEATS } from '../engine/match/seat.ts';
import type { TcpState } from '../engine/tcp/state.ts';
import type { Fate, Ladder, LadderEvent, LadderSegment, LadderState } from './debrief.ts';

export function ladderOf(events: readonly MatchEvent[], lane: number): Ladder {
  const segments = new Map<number, LadderSegment>();
  const states: LadderState[] = SEATS.map((seat) => ({ seat, at: 0, state: 'CLOSED' }));
  const own: LadderEvent[] = [];
  const now: { A: TcpState; B: TcpState } = { A: 'CLOSED', B: 'CLOSED' };
  let endedAt = 0;
  let end: Ladder['end'] = 'cut-off';
  for (const event of events) {
    if (!('lane' in event) || event.lane !== lane) continue;
    switch (event.kind) {
      case 'sent':
        segments.set(event.id, {
          id: event.id,
          from: event.from,
          segment: event.segment,
          sentAt: event.at,
          arrivals: [],
          fate: event.fate,
          by: event.by,
        });
        break;
      case 'landed': {
        const sent = segments.get(event.id);
        if (sent === undefined) break;
        // Delivered so far as the plan went, but its time was up on the way.
        const expired: Fate = event.how === 'lost' && sent.fate !== 'late' ? 'dropped' : sent.fate;
        const arrived = event.how === 'lost' ? [] : [event.at];
        segments.set(event.id, { ...sent, fate: expired, arrivals: [...sent.arrivals, ...arrived] });
        break;
      }
      case 'handled':
        for (const item of event.items) {
          if (item.event.kind !== 'segment' && item.event.kind !== 'checksum-failure') {
            own.push({ seat: event.seat, at: event.at, event: item.event });
          }
          if (item.endpoint.state === now[event.seat]) continue;
          now[event.seat] = item.endpoint.state;
          states.push({ seat: event.seat, at: event.at, state: item.endpoint.state });
        }
        break;
      case 'lane-over':
        endedAt = event.at;
        ({ end } = event);
        break;
      default:
        break;
    }
  }
  return { segments: [...segments.values()], states, events: own, endedAt, end };
}
