/** The best that this device remembers of a level. */
import { useApp, useWords } from '../../app-context.ts';
import { Icon } from '../../components/icon.tsx';

export function BestResult({ level }: { level: string }) {
  const { t } = useWords();
  const best = useApp().progress.value.levels[level];
  if (best === undefined) return null;
  const words = t('lobby.best', { stars: best.stars, score: best.score });
  return (
    <span class="tag best-result" role="img" aria-label={words} title={words}>
      {[1, 2, 3].map((n) => (
        <Icon key={n} name="star" filled={best.stars >= n} />
      ))}
    </span>
  );
}
