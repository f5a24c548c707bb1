/** A match as protocol books draw it: two hosts, time running down, each segment an arrow. */
import type { Seat } from '../../../shared/engine/match/seat.ts';
import type { EventView } from '../../../shared/engine/match/view.ts';
import type { Ladder } from '../../../shared/replay/debrief.ts';
import { useWords } from '../../app-context.ts';
import { LadderArrow } from './ladder-arrow.tsx';
import { planLadder } from './ladder-plan.ts';
import type { PlannedEvent, PlannedState } from './ladder-plan.ts';

/** Room for the longest state's name. */
const marginOf = (width: number): number => (width < 440 ? 78 : 96);

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

interface Properties {
  readonly ladder: Ladder;
  readonly left: Seat;
  readonly width: number;
  readonly names: { readonly [seat in Seat]: string };
}

export function LadderDiagram({ ladder, left, width, names }: Properties) {
  const { t } = useWords();
  const plan = planLadder(ladder);
  const margin = marginOf(width);
  const right: Seat = left === 'A' ? 'B' : 'A';
  const xOf = (seat: Seat) => (seat === left ? margin : width - margin);
  const outwardOf = (seat: Seat) => (seat === left ? -1 : 1);
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
        <LadderArrow
          key={arrow.id}
          arrow={arrow}
          fromX={xOf(arrow.from)}
          toX={xOf(arrow.from === left ? right : left)}
          isMine={arrow.from === left}
        />
      ))}
    </svg>
  );
}
