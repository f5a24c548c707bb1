/** A lane's ladder diagram as lines of text: time runs down, the two hosts' states stand left and right. */
import { segmentPhrase } from '../../shared/i18n/phrase-of-segment.ts';
import { translate } from '../../shared/i18n/translate.ts';
import type { MatchEvent } from '../../shared/engine/match/event.ts';
import type { Seat } from '../../shared/engine/match/seat.ts';
import type { TcpState } from '../../shared/engine/tcp/state.ts';
import type { Segment } from '../../shared/engine/wire/segment.ts';
import { ladderOf } from '../../shared/replay/ladder.ts';
import { callName } from '../call-name.ts';

const WIDTH = { time: 7, state: 12, wire: 58 } as const;

/** How far the line of a lost segment reaches, of the whole wire. */
const LOST_REACH = 0.8;

export function ladderText(events: readonly MatchEvent[], lane: number): readonly string[] {
  const own = events.filter((event) => 'lane' in event && event.lane === lane);
  const segments = new Map(ladderOf(events, lane).segments.map((segment) => [segment.id, segment]));
  const now: { [seat in Seat]: TcpState } = { A: 'CLOSED', B: 'CLOSED' };
  const lines = [row('ms', 'host A', '', 'host B', '')];
  const add = (at: number, wire: string, note: string): void => {
    lines.push(row(String(at), now.A, wire, now.B, note));
  };
  for (const event of own) {
    switch (event.kind) {
      case 'sent': {
        const sent = segments.get(event.id)!;
        const fate = sent.fate === 'delivered' ? '' : translate('en', `debrief.fate.${sent.fate}`);
        add(event.at, arrow(event.from, event.segment, sent.arrivals.length === 0), fate);
        break;
      }
      case 'landed': {
        const sent = segments.get(event.id)!;
        if (event.how === 'lost') break;
        const damaged = event.how === 'checksum-failure' ? ', damaged' : '';
        add(
          event.at,
          '',
          `${segmentPhrase('en', sent.segment)} reaches ${sent.from === 'A' ? 'B' : 'A'}${damaged}`,
        );
        break;
      }
      case 'handled':
        for (const item of event.items) {
          const call = callName(item.event);
          const moved = now[event.seat] !== item.endpoint.state;
          now[event.seat] = item.endpoint.state;
          if (call !== null) add(event.at, '', `${call} at ${event.seat}`);
          else if (moved) add(event.at, '', `${event.seat} is ${item.endpoint.state}`);
        }
        break;
      case 'lane-over':
        add(event.at, '', `over: ${event.end}`);
        break;
      default:
        break;
    }
  }
  return lines;
}

const row = (time: string, a: string, wire: string, b: string, note: string): string =>
  [
    time.padStart(WIDTH.time),
    a.padEnd(WIDTH.state),
    `|${wire.padEnd(WIDTH.wire)}|`,
    b.padEnd(WIDTH.state),
    note,
  ]
    .join('  ')
    .trimEnd();

/** "SYN, seq 2400 ------->" from A, the mirror image from B, an x where it is lost. */
function arrow(from: Seat, segment: Segment, isLost: boolean): string {
  const words = segmentPhrase('en', segment);
  const reach = isLost ? Math.floor(WIDTH.wire * LOST_REACH) : WIDTH.wire;
  const line = '-'.repeat(Math.max(1, reach - words.length - 3));
  const head = isLost ? 'x' : from === 'A' ? '>' : '<';
  return from === 'A' ? ` ${words} ${line}${head}` : `${head}${line} ${words} `.padStart(WIDTH.wire);
}
