/** What moves over the ladder diagram: the fog over what is still to come, and the segments in flight. */
import { segmentName } from '../../../shared/i18n/phrase-of-segment.ts';
import { useWords } from '../../app-context.ts';
import type { Ends } from './ladder-labels.ts';
import { LOST_REACH } from './ladder-labels.ts';
import type { LadderPlan, PlannedArrow } from './ladder-plan.ts';
import { flightsAt, heightAt } from './ladder-plan.ts';
import type { Playhead } from './use-playhead.ts';
import type { Viewpoint } from './viewpoint.ts';
import { sideOf } from './viewpoint.ts';

interface Properties {
  readonly plan: LadderPlan;
  readonly playhead: Playhead;
  readonly width: number;
  readonly endsOf: (arrow: PlannedArrow) => Ends;
  readonly viewpoint: Viewpoint;
}

const CARD_HEIGHT = 19;

/** Of a card with this name on it; a Chinese character is as wide as it is high. */
const widthOf = (name: string): number =>
  Array.from(name).reduce((sum, sign) => sum + (sign > '\u2e80' ? 11 : 6.6), 14);

export function LadderPlayhead({ plan, playhead, width, endsOf, viewpoint }: Properties) {
  const { language } = useWords();
  const y = heightAt(plan, playhead.place.value);
  if (y >= plan.height) return null;
  const flying = flightsAt(plan, y).filter(({ arrow, done }) => !arrow.isLost || done < LOST_REACH);
  return (
    <g class="playhead" aria-hidden="true">
      <rect class="playhead-fog" x="0" y={y} width={width} height={plan.height - y} />
      <line class="playhead-line" x1="0" x2={width} y1={y} y2={y} />
      {flying.map(({ arrow, copy, done }) => {
        const { x1, x2 } = endsOf(arrow);
        const { flags, text } = arrow.source.segment;
        const name = segmentName(language, flags, text.length);
        const breadth = widthOf(name);
        // A card leaves one bar and stops at the other, and covers neither.
        const inset = (breadth / 2) * Math.sign(x2 - x1);
        const x = x1 + inset + (x2 - x1 - 2 * inset) * done;
        return (
          <g
            key={`${String(arrow.id)}/${String(copy)}`}
            class={`flight ${sideOf(viewpoint, arrow.from)}`}
            transform={`translate(${String(x)} ${String(y)})`}
          >
            <rect x={-breadth / 2} y={-CARD_HEIGHT / 2} width={breadth} height={CARD_HEIGHT} rx="5" />
            <text y="4" text-anchor="middle">
              {name}
            </text>
          </g>
        );
      })}
    </g>
  );
}
