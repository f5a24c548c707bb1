import { useApp, useWords } from '../app-context.ts';

export function PlayerNameField() {
  const { preferences } = useApp();
  const { t } = useWords();
  return (
    <label class="name-label">
      <span>{t('lobby.name')}</span>
      <input
        class="field"
        maxLength={24}
        autocomplete="nickname"
        placeholder={t('lobby.name.placeholder')}
        value={preferences.name.value}
        onInput={(event) => {
          preferences.name.value = event.currentTarget.value;
        }}
      />
    </label>
  );
}
