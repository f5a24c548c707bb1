/** The ladder diagram's data, folded from a lane's events: who sent what when, what became of it, and what each held. */
import type { Millis } from '../engine/base/millis.ts';
import type { MatchEvent } from '../engine/match/event.ts';
import type { TcpState } from '../engine/tcp/state.ts';
import type { Ladder, LadderSegment, Moment, Tcb } from './debrief.ts';
import { NO_TCB, changeOf, tcbOf } from './tcb.ts';

/** What takes up room in a row: one host's departures, arrivals and calls. */
type Use = `${'A' | 'B'} ${'sends' | 'receives' | 'acts'}`;

type RowAt = (at: Millis, uses: readonly Use[]) => number;

/** Deals out the rows: a new one when time has moved on, or when the place that is wanted in the last one is taken. */
function createRows(): { readonly rows: readonly Millis[]; readonly rowAt: RowAt } {
  const rows: Millis[] = [];
  let taken: Use[] = [];
  const rowAt: RowAt = (at, uses) => {
    if (rows.at(-1) !== at || uses.some((use) => taken.includes(use))) {
      rows.push(at);
      taken = [];
    }
    taken.push(...uses);
    return rows.length - 1;
  };
  return { rows, rowAt };
}

/** Left out, both ends begin without a connection. */
interface Beginning {
  readonly A: Tcb;
  readonly B: Tcb;
}

export function ladderOf(
  events: readonly MatchEvent[],
  lane: number,
  begin: Beginning = { A: NO_TCB, B: NO_TCB },
): Ladder {
  const { rows, rowAt } = createRows();
  const segments = new Map<number, LadderSegment>();
  const moments: Moment[] = [];
  const counts = { A: 0, B: 0 };
  /** Rows of the answers that the network has not been given yet: it takes those of an instant together. */
  const leaving: { readonly A: number[]; readonly B: number[] } = { A: [], B: [] };
  const held: { A: Tcb; B: Tcb } = { ...begin };
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
          // In the row of the answer that it is; a segment of unknown origin answers nothing.
          row:
            (event.by === null ? undefined : leaving[event.from].shift()) ??
            rowAt(event.at, [`${event.from} sends`]),
          arrivalRows: [],
          fate: event.fate,
          by: event.by,
        });
        break;
      case 'landed': {
        const sent = segments.get(event.id);
        if (sent === undefined) break;
        segments.set(event.id, landed(sent, event.how, event.at, rowAt));
        break;
      }
      case 'handled': {
        const { seat, at } = event;
        for (const [index, { endpoint }] of event.items.entries()) {
          const entry = entryOf(event, index, held[seat].state, counts[seat]++);
          const uses: Use[] = entry.answer !== null ? [`${seat} sends`] : [];
          if (entry.event.kind !== 'segment' && entry.event.kind !== 'checksum-failure')
            uses.push(`${seat} acts`);
          const tcb = tcbOf(endpoint);
          const row = rowAt(at, uses);
          if (entry.answer !== null) leaving[seat].push(row);
          moments.push({ seat, at, row, entry, change: changeOf(held[seat], tcb) });
          held[seat] = tcb;
        }
        break;
      }
      case 'lane-over':
        endedAt = event.at;
        ({ end } = event);
        rowAt(endedAt, []);
        break;
      default:
        break;
    }
  }
  const start = { A: changeOf(NO_TCB, begin.A), B: changeOf(NO_TCB, begin.B) };
  return { rows, start, segments: [...segments.values()], moments, endedAt, end };
}

/** What the trail says of one of the events dealt with (engine/match/apply.ts). */
function entryOf(
  { items, joined, by, prompt }: Extract<MatchEvent, { readonly kind: 'handled' }>,
  item: number,
  before: TcpState,
  index: number,
): Moment['entry'] {
  const { event, endpoint, segment, delivered, notes } = items[item]!;
  const isJoined = joined && item < items.length - 1;
  return {
    index,
    event,
    by,
    prompt,
    answer: isJoined ? null : segment,
    joined: isJoined,
    before,
    after: endpoint.state,
    delivered: delivered.length,
    notes,
  };
}

type Landing = Extract<MatchEvent, { readonly kind: 'landed' }>['how'];

function landed(sent: LadderSegment, how: Landing, at: Millis, rowAt: RowAt): LadderSegment {
  // Delivered so far as the plan went, but its time was up on the way.
  if (how === 'lost') return { ...sent, fate: sent.fate === 'late' ? 'late' : 'dropped' };
  const row = rowAt(at, [`${sent.from === 'A' ? 'B' : 'A'} receives`]);
  return { ...sent, arrivals: [...sent.arrivals, at], arrivalRows: [...sent.arrivalRows, row] };
}
