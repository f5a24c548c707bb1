/** Of several connections one after another: which one this is. */
import type { SeatView } from '../../../shared/engine/match/view.ts';
import { useWords } from '../../app-context.ts';

export function RoundMark({ view }: { view: SeatView }) {
  const { t } = useWords();
  const { rounds } = view.level;
  if (rounds === null) return null;
  return (
    <p class="round-mark">
      <span>{t('match.round', { n: view.lanes.length, of: rounds })}</span>
      <span class="round-dots" aria-hidden="true">
        {Array.from({ length: rounds }, (_, round) => (
          <i key={round} class={`dot ${round < view.lanes.length ? 'is-begun' : ''}`} />
        ))}
      </span>
    </p>
  );
}
