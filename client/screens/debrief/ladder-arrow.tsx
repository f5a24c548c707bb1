import { segmentName, segmentNumbers } from '../../../shared/i18n/phrase-of-segment.ts';
import { useWords } from '../../app-context.ts';
import type { PlannedArrow } from './ladder-plan.ts';

interface Properties {
  readonly arrow: PlannedArrow;
  readonly fromX: number;
  readonly toX: number;
  readonly isMine: boolean;
}

const INSET = 8;
/** Labels keep to their sender's half, so that crossing arrows stay legible. */
const LABEL_AT = 0.44;

function Head({ x, y, angle }: { x: number; y: number; angle: number }) {
  return (
    <path
      class="arrow-head"
      d="M0 0L-9 -4.500L-9 4.500z"
      transform={`translate(${String(x)} ${String(y)}) rotate(${String(angle)})`}
    />
  );
}

const degrees = (dx: number, dy: number): number => (Math.atan2(dy, dx) * 180) / Math.PI;

export function LadderArrow({ arrow, fromX, toX, isMine }: Properties) {
  const { t, language } = useWords();
  const { segment, fate, by } = arrow.source;
  const direction = Math.sign(toX - fromX);
  const x1 = fromX + direction * INSET;
  const x2 = toX - direction * INSET;
  const first = arrow.ends[0] ?? arrow.y;
  const reach = arrow.isLost ? 0.62 : 1;
  const endX = x1 + (x2 - x1) * reach;
  const endY = arrow.isLost ? arrow.y + (first - arrow.y) * reach : first;
  const labelX = x1 + (x2 - x1) * LABEL_AT;
  const labelY = arrow.y + (first - arrow.y) * LABEL_AT;
  const angle = degrees(x2 - x1, first - arrow.y);
  const upright = direction > 0 ? angle : angle - 180;
  const note = fate === 'delivered' ? '' : t(`debrief.fate.${fate}`);
  const helped = by === 'assist' || by === 'endpoint' || by === 'stand-in' ? t(`debrief.by.${by}`) : '';
  const aside = [note, helped].filter((part) => part !== '').join(t('list.comma'));
  return (
    <g class={`arrow ${isMine ? 'is-mine' : 'is-peer'}`} data-fate={fate}>
      <title>{aside}</title>
      <line x1={x1} y1={arrow.y} x2={endX} y2={endY} />
      {arrow.isLost ? (
        <path class="arrow-lost" d={`M${String(endX - 6)} ${String(endY - 6)}l12 12m0 -12l-12 12`} />
      ) : (
        arrow.ends.map((y, copy) => (
          <g key={copy}>
            {copy > 0 && <line class="arrow-copy" x1={x1} y1={arrow.y} x2={x2} y2={y} />}
            <Head x={x2} y={y} angle={degrees(x2 - x1, y - arrow.y)} />
          </g>
        ))
      )}
      <g transform={`translate(${String(labelX)} ${String(labelY)}) rotate(${String(upright)})`}>
        <text class="arrow-name" y="-4" text-anchor="middle">
          {segmentName(language, segment.flags, segment.text.length)}
          {note !== '' && <tspan class="arrow-note"> {note}</tspan>}
        </text>
        <text class="arrow-numbers" y="11" text-anchor="middle">
          {segmentNumbers(language, segment)}
        </text>
      </g>
    </g>
  );
}
