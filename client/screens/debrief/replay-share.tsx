/** The link to this match's replay, and whether it names the player. */
import { useId } from 'preact/hooks';
import { useApp, useWords } from '../../app-context.ts';
import { CopyField } from '../../components/copy-field.tsx';
import { replayLink } from '../../session/replay-link.ts';

export function ReplayShare() {
  const { session } = useApp();
  const { t } = useWords();
  const title = useId();
  const replay = session.replay.value;
  if (replay === null) return null;
  return (
    <section class="panel replay-share" aria-labelledby={title}>
      <h2 id={title}>{t('share.title')}</h2>
      <p>{t('share.text')}</p>
      <CopyField label={t('share.link')} value={replayLink(location.origin, replay.id)} />
      <label class="check">
        <input
          type="checkbox"
          checked={replay.named}
          onChange={(event) => void session.showName(event.currentTarget.checked)}
        />
        {t('share.name')}
      </label>
    </section>
  );
}
