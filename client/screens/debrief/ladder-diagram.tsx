/** A match as protocol books draw it: two hosts, time running down, each segment an arrow. */
import { useMemo } from 'preact/hooks';
import type { Seat } from '../../../shared/engine/match/seat.ts';
import type { EventView } from '../../../shared/engine/match/view.ts';
import { signOfMinutes } from '../../../shared/i18n/sign-of-minutes.ts';
import type { Ladder, WrongPlay } from '../../../shared/replay/debrief.ts';
import { useWords } from '../../app-context.ts';
import { LadderArrow } from './ladder-arrow.tsx';
import { LadderLabel } from './ladder-label.tsx';
import type { Ends } from './ladder-labels.ts';
import { degrees, placeLabels } from './ladder-labels.ts';
import type { LadderPlan, PlannedArrow, PlannedEvent, PlannedState } from './ladder-plan.ts';
import { LadderPlayhead } from './ladder-playhead.tsx';
import { sizeOfWords, wordsOfArrow } from './ladder-words.ts';
import type { ArrowWords } from './ladder-words.ts';
import type { Playhead } from './use-playhead.ts';
import type { Viewpoint } from './viewpoint.ts';

/** Between a host's bar and the ends of its arrows. */
const INSET = 8;
/** On a phone each number has a row of its own, and the rows stand further apart. */
export const isNarrow = (width: number): boolean => width < 440;

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
    case 'pass':
      return `⏳ ${signOfMinutes(event.minutes)}`;
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
  const sign = signOf(planned.source.entry.event);
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

/** A wrong play, on the bar of the host where it was played. */
function WrongMark({ x, y }: { x: number; y: number }) {
  return (
    <g class="ladder-wrong" transform={`translate(${String(x)} ${String(y - 11)})`}>
      <circle r="7" />
      <path d="M-3 -3l6 6m0 -6l-6 6" />
    </g>
  );
}

interface Properties {
  readonly ladder: Ladder;
  readonly plan: LadderPlan;
  readonly wrongPlays: readonly WrongPlay[];
  readonly width: number;
  readonly viewpoint: Viewpoint;
  readonly playhead: Playhead;
}

export function LadderDiagram({ ladder, plan, wrongPlays, width, viewpoint, playhead }: Properties) {
  const words = useWords();
  const { t, language } = words;
  const { left, right, names } = viewpoint;
  // Room for the longest state's name.
  const margin = isNarrow(width) ? 78 : 96;
  const xOf = (seat: Seat) => (seat === left ? margin : width - margin);
  const outwardOf = (seat: Seat) => (seat === left ? -1 : 1);
  const endsOf = ({ from }: PlannedArrow): Ends =>
    from === left
      ? { x1: margin + INSET, x2: width - margin - INSET }
      : { x1: width - margin - INSET, x2: margin + INSET };
  // Drawn once: the playhead moves over it at every frame.
  const drawn = useMemo(() => {
    const told = plan.arrows.map((arrow) => wordsOfArrow(words, arrow, isNarrow(width)));
    const labels = placeLabels(plan.arrows, endsOf, ({ index }) => sizeOfWords(told[index] ?? NO_WORDS));
    return (
      <>
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
        {wrongPlays.map(({ seat, row }, index) => (
          <WrongMark key={index} x={xOf(seat)} y={plan.rows[row] ?? 0} />
        ))}
      </>
    );
  }, [ladder, plan, wrongPlays, width, viewpoint, language]);
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
      {drawn}
      <LadderPlayhead plan={plan} playhead={playhead} width={width} endsOf={endsOf} viewpoint={viewpoint} />
    </svg>
  );
}
