import { useState } from 'preact/hooks';
import { useApp, useWords } from '../../app-context.ts';

const CODE_LENGTH = 6;

export function JoinForm({ invitation }: { invitation: string | null }) {
  const { session, preferences } = useApp();
  const { t } = useWords();
  const [code, setCode] = useState(invitation ?? '');

  function join(event: Event): void {
    event.preventDefault();
    const name = preferences.name.value.trim();
    if (name === '') session.fail('name-missing');
    else if (code.length < CODE_LENGTH) session.fail('code-missing');
    else void session.join({ code, name, timeFactor: preferences.choices.value.timeFactor });
  }

  return (
    <form class="way way-join" onSubmit={join}>
      <h2>{t('lobby.join')}</h2>
      <p>{t('lobby.join.note')}</p>
      <div class="join-row">
        <input
          class="field code-field"
          aria-label={t('lobby.join.code')}
          placeholder="K7QM2X"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={12}
          value={code}
          onInput={(event) => setCode(event.currentTarget.value.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''))}
        />
        <button
          type="submit"
          class={`button ${invitation === null ? '' : 'button-mine'}`}
          disabled={session.busy.value || session.link.value === 'offline'}
        >
          {t('lobby.join.go')}
        </button>
      </div>
    </form>
  );
}
