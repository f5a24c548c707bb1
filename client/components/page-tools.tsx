/** Sound and language: the same two buttons on every screen. */
import type { Language } from '../../shared/i18n/translate.ts';
import { useApp, useWords } from '../app-context.ts';
import { Icon } from './icon.tsx';

const OTHER: { readonly [language in Language]: { readonly to: Language; readonly label: string } } = {
  en: { to: 'zh-CN', label: '中文' },
  'zh-CN': { to: 'en', label: 'EN' },
};

export function PageTools() {
  const { preferences } = useApp();
  const { t, language } = useWords();
  const other = OTHER[language];
  const on = preferences.sound.value;
  return (
    <div class="page-tools">
      <button
        type="button"
        class="icon-button"
        aria-pressed={on}
        aria-label={t(on ? 'app.sound.on' : 'app.sound.off')}
        title={t(on ? 'app.sound.on' : 'app.sound.off')}
        onClick={() => {
          preferences.sound.value = !on;
        }}
      >
        <Icon name={on ? 'sound' : 'mute'} />
      </button>
      <button
        type="button"
        class="icon-button language-button"
        lang={other.to}
        title={t('app.language')}
        onClick={() => {
          preferences.language.value = other.to;
        }}
      >
        {other.label}
      </button>
    </div>
  );
}
