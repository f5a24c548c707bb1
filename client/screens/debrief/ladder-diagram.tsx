/** A match as protocol books draw it: two hosts, time running down, each segment an arrow. */
import type { Seat } from '../../../shared/engine/match/seat.ts';
import type { EventView } from '../../../shared/engine/match/view.ts';
import type { Ladder } from '../../../shared/replay/debrief.ts';
import { useWords } from '../../app-context.ts';
import { LadderArrow } from './ladder-arrow.tsx';
import { LadderLabel } from './ladder-label.tsx';
import type { Ends } from './ladder-labels.ts';
import { degrees, placeLabels } from './ladder-labels.ts';
import { planLadder } from './ladder-plan.ts';
import type { PlannedArrow, PlannedEvent, PlannedState } from './ladder-plan.ts';
import { sizeOfWords, wordsOfArrow } from './ladder-words.ts';
import type { ArrowWords } from './ladder-words.ts';

/** Between a host's bar and the ends of its arrows. */
const INSET = 8;
/** On a phone each number has a row of its own, and the rows stand further apart. */
const NARROW = 440;

/** Names of calls and timers are the RFC's, in every language. */
function signOf(event: EventView): string {
  switch (event.kind) {
    case 'open':
      return 'OPEN';
    case 'send':
      return `SEND ${String(event.text.length)}`;
    case 'timeout':
      return event.timer === 'retransmission' ? '⏱ RTO' : event.timer === 'time-wait' ? '⏱ 2MSL' : '⏱';
    case 'crash':
      return '⚡';
    case 'segment':
    case 'checksum-failure':
    case 'transmit':
      return '';
    case 'close':
    case 'abort':
    default:
      return event.kind.toUpperCase();
  }
}

function StateBar({ planned, x, outward }: { planned: PlannedState; x: number; outward: 1 | -1 }) {
  const { state, top, bottom } = planned;
  return (
    <g class={`bar is-${state.toLowerCase()}`}>
      <rect x={x - 5} y={top} width="10" height={Math.max(2, bottom - top)} rx="3" />
      {bottom - top > 12 && (
        <text x={x + outward * 10} y={top + 9} text-anchor={outward > 0 ? 'start' : 'end'}>
          {state.length > 11 ? (
            <>
              {state.slice(0, state.lastIndexOf('-') + 1)}
              <tspan x={x + outward * 10} dy="10">
                {state.slice(state.lastIndexOf('-') + 1)}
              </tspan>
            </>
          ) : (
            state
          )}
        </text>
      )}
    </g>
  );
}

function EventSign({ planned, x, outward }: { planned: PlannedEvent; x: number; outward: 1 | -1 }) {
  const sign = signOf(planned.source.event);
  if (sign === '') return null;
  return (
    <text
      class="ladder-event"
      x={x + outward * 10}
      y={planned.y - 3}
      text-anchor={outward > 0 ? 'start' : 'end'}
    >
      {sign}
    </text>
  );
}

/** The slant of an arrow's words: read from left to right, whichever way it flies. */
function slantOf(arrow: PlannedArrow, { x1, x2 }: Ends): number {
  const drop = (arrow.ends[0] ?? arrow.y) - arrow.y;
  return x2 > x1 ? degrees(x2 - x1, drop) : degrees(x1 - x2, -drop);
}

const NO_WORDS: ArrowWords = { name: '', note: '', numbers: [] };

interface Properties {
  readonly ladder: Ladder;
  readonly left: Seat;
  readonly width: number;
  readonly names: { readonly [seat in Seat]: string };
}

export function LadderDiagram({ ladder, left, width, names }: Properties) {
  const words = useWords();
  const { t } = words;
  const isNarrow = width < NARROW;
  const plan = planLadder(ladder, isNarrow ? 46 : 36);
  // Room for the longest state's name.
  const margin = isNarrow ? 78 : 96;
  const right: Seat = left === 'A' ? 'B' : 'A';
  const xOf = (seat: Seat) => (seat === left ? margin : width - margin);
  const outwardOf = (seat: Seat) => (seat === left ? -1 : 1);
  const endsOf = ({ from }: PlannedArrow): Ends =>
    from === left
      ? { x1: margin + INSET, x2: width - margin - INSET }
      : { x1: width - margin - INSET, x2: margin + INSET };
  const told = plan.arrows.map((arrow) => wordsOfArrow(words, arrow, isNarrow));
  const labels = placeLabels(plan.arrows, endsOf, ({ index }) => sizeOfWords(told[index] ?? NO_WORDS));
  return (
    <svg
      class="ladder"
      width={width}
      height={plan.height}
      viewBox={`0 0 ${String(width)} ${String(plan.height)}`}
      role="img"
      aria-label={t('debrief.ladder')}
    >
      <text class="ladder-name is-mine" x={margin} y="12" text-anchor="middle">
        {names[left]}
      </text>
      <text class="ladder-name is-peer" x={width - margin} y="12" text-anchor="middle">
        {names[right]}
      </text>
      {plan.states.map((planned) => (
        <StateBar
          key={`${planned.seat}${String(planned.top)}${planned.state}`}
          planned={planned}
          x={xOf(planned.seat)}
          outward={outwardOf(planned.seat)}
        />
      ))}
      {plan.events.map((planned, index) => (
        <EventSign
          key={index}
          planned={planned}
          x={xOf(planned.source.seat)}
          outward={outwardOf(planned.source.seat)}
        />
      ))}
      {plan.arrows.map((arrow) => (
        <LadderArrow key={arrow.id} arrow={arrow} ends={endsOf(arrow)} isMine={arrow.from === left} />
      ))}
      {plan.arrows.map((arrow) => (
        <LadderLabel
          key={arrow.id}
          words={told[arrow.index] ?? NO_WORDS}
          at={labels[arrow.index] ?? { x: width / 2, y: arrow.y }}
          angle={slantOf(arrow, endsOf(arrow))}
          fate={arrow.source.fate}
        />
      ))}
    </svg>
  );
}
