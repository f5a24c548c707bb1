import { useWords } from '../../app-context.ts';
import { LOST_REACH, degrees } from './ladder-labels.ts';
import type { Ends } from './ladder-labels.ts';
import type { PlannedArrow } from './ladder-plan.ts';

interface Properties {
  readonly arrow: PlannedArrow;
  readonly ends: Ends;
  readonly isMine: boolean;
}

function Head({ x, y, angle }: { x: number; y: number; angle: number }) {
  return (
    <path
      class="arrow-head"
      d="M0 0L-9 -4.500L-9 4.500z"
      transform={`translate(${String(x)} ${String(y)}) rotate(${String(angle)})`}
    />
  );
}

export function LadderArrow({ arrow, ends: { x1, x2 }, isMine }: Properties) {
  const { t } = useWords();
  const { fate, by } = arrow.source;
  const first = arrow.ends[0] ?? arrow.y;
  const reach = arrow.isLost ? LOST_REACH : 1;
  const endX = x1 + (x2 - x1) * reach;
  const endY = arrow.y + (first - arrow.y) * reach;
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
    </g>
  );
}
