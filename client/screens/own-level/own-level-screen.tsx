/** Levels that people write themselves: one to write, check, play and pass on; or one that came in a link. */
import { useWords } from '../../app-context.ts';
import { PageHead } from '../../components/page-head.tsx';
import { LevelEditor } from './level-editor.tsx';
import { LinkedLevel } from './linked-level.tsx';
import type { LevelPlace } from './own-level-place.tsx';

export function OwnLevelScreen({ address }: { address: LevelPlace }) {
  const { t } = useWords();
  return (
    <div class="own-level">
      <PageHead title={t('app.title')}>
        <a class="button button-quiet button-small" href="#">
          {t('own-level.back')}
        </a>
      </PageHead>
      {address.kind === 'editor' ? <LevelEditor /> : <LinkedLevel key={address.data} data={address.data} />}
    </div>
  );
}
