import type { Debrief, Praise } from '../../../shared/replay/debrief.ts';
import type { Seat } from '../../../shared/engine/match/seat.ts';
import { useWords } from '../../app-context.ts';
import { Icon } from '../../components/icon.tsx';
import type { Viewpoint } from './viewpoint.ts';
import { sideOf } from './viewpoint.ts';

interface Properties {
  readonly debrief: Debrief;
  readonly viewpoint: Viewpoint;
  readonly onShow: (praise: Praise) => void;
}

export function PraiseList({ debrief, viewpoint, onShow }: Properties) {
  const { t } = useWords();
  const seats: readonly Seat[] = viewpoint.own === null ? [viewpoint.left, viewpoint.right] : [viewpoint.own];
  const found = seats.flatMap((seat) => debrief.praises[seat].map((praise) => ({ seat, praise })));
  if (found.length === 0) return null;
  return (
    <section class="panel praise">
      <h2>{t('praise.title')}</h2>
      <ul>
        {found.map(({ seat, praise }) => (
          <li key={`${seat}${praise.kind}`}>
            <button type="button" onClick={() => onShow(praise)}>
              <Icon name="check" />
              <span>
                <strong>{t(`praise.${praise.kind}`)}</strong>
                {viewpoint.own === null && (
                  <span class={`praise-by ${sideOf(viewpoint, seat)}`}> {viewpoint.names[seat]}</span>
                )}
                <span class="praise-text">{t(`praise.${praise.kind}.text`, { n: praise.n })}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
