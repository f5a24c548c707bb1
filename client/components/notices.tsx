/** What concerns the whole page: no server, a seat taken elsewhere, an error put kindly. */
import { sentenceOfError } from '../../shared/i18n/sentence-of-error.ts';
import { useApp, useWords } from '../app-context.ts';
import { Icon } from './icon.tsx';

export function Notices() {
  const { session } = useApp();
  const { t, language } = useWords();
  const failure = session.failure.value;
  // In the lobby nothing waits for the server: its own line says what can be played without one.
  const isCutOff = session.link.value === 'offline' && session.place.value !== 'lobby';
  return (
    <div class="notices">
      <div role="status">
        {session.stopping.value ? (
          <p class="notice notice-calm">{t('link.stopping')}</p>
        ) : (
          isCutOff && <p class="notice notice-calm">{t('link.offline')}</p>
        )}
        {session.replaced.value && (
          <p class="notice notice-calm">
            {t('link.replaced')}
            <button type="button" class="button button-small" onClick={session.takeBack}>
              {t('link.take-back')}
            </button>
          </p>
        )}
      </div>
      <div role="alert">
        {failure !== null && (
          <p class="notice notice-bad">
            {sentenceOfError(language, failure)}
            <button
              type="button"
              class="icon-button"
              aria-label={t('app.close')}
              onClick={() => session.fail(null)}
            >
              <Icon name="close" />
            </button>
          </p>
        )}
      </div>
    </div>
  );
}
