/** Levels that people write themselves: one to write, check, play and pass on; or one that came in a link. */
import { useWords } from '../../app-context.ts';
import { PageTools } from '../../components/page-tools.tsx';
import { LevelEditor } from './level-editor.tsx';
import { LinkedLevel } from './linked-level.tsx';
import type { LevelPlace } from './own-level-place.tsx';

export function OwnLevelScreen({ address }: { address: LevelPlace }) {
  const { t } = useWords();
  return (
    <div class="own-level">
      <header class="lobby-head">
        <span class="brand">
          <img src="/icon.svg" alt="" width="36" height="36" />
          <span class="brand-name">{t('app.title')}</span>
        </span>
        <span class="own-level-nav">
          <a class="button button-quiet button-small" href="#">
            {t('own-level.back')}
          </a>
          <PageTools />
        </span>
      </header>
      {address.kind === 'editor' ? <LevelEditor /> : <LinkedLevel key={address.data} data={address.data} />}
    </div>
  );
}
