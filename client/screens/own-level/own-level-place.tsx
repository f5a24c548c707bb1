/** The way to the screen for levels of one's own, which is loaded when somebody goes there. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../../app-context.ts';
import type { LevelAddress } from '../../session/own-level.ts';

export type LevelPlace = Exclude<LevelAddress, { readonly kind: 'elsewhere' }>;

type Screen = ComponentType<{ address: LevelPlace }>;

export function OwnLevelPlace({ address }: { address: LevelPlace }) {
  const { t } = useWords();
  const [loaded, setLoaded] = useState<{ readonly screen: Screen } | 'loading' | 'failed'>('loading');
  useEffect(() => {
    import('./own-level-screen.tsx').then(
      ({ OwnLevelScreen }) => setLoaded({ screen: OwnLevelScreen }),
      () => setLoaded('failed'),
    );
  }, []);
  if (typeof loaded === 'object') return <loaded.screen address={address} />;
  return (
    <p class="own-level-loading" role="status">
      {t(loaded === 'failed' ? 'own-level.loading-failed' : 'app.loading')}
    </p>
  );
}
