/** Text on the one side; what the check says of it, and what can be done with it, on the other. */
import { useRef } from 'preact/hooks';
import { useApp, useWords } from '../../app-context.ts';
import { CheckResult } from './check-result.tsx';
import { LevelText } from './level-text.tsx';
import type { LevelTextHandle } from './level-text.tsx';
import { LevelTools } from './level-tools.tsx';
import { PlayLevel } from './play-level.tsx';
import { ShareLevel } from './share-level.tsx';
import { useLevelCheck } from './use-level-check.ts';

export function LevelEditor() {
  const { ownLevel } = useApp();
  const { t } = useWords();
  const text = ownLevel.draft.value;
  const check = useLevelCheck(text);
  const area = useRef<LevelTextHandle>(null);
  return (
    <main class="own-level-main">
      <div class="own-level-intro">
        <h1>{t('own-level.title')}</h1>
        <p>{t('own-level.note')}</p>
      </div>
      <section class="level-writing panel">
        <LevelTools />
        <LevelText value={text} onWrite={ownLevel.write} handle={area} />
      </section>
      <div class="level-results">
        <CheckResult check={check} text={text} goToLine={(line) => area.current?.goToLine(line)} />
        {check.level !== null && (
          <>
            <PlayLevel {...check.level} note={t('own-level.unranked')} />
            <ShareLevel text={check.level.text} />
          </>
        )}
      </div>
    </main>
  );
}
