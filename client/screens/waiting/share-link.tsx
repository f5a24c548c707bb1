import { useRef, useState } from 'preact/hooks';
import { useWords } from '../../app-context.ts';
import { Icon } from '../../components/icon.tsx';
import { invitationLink } from '../../session/invitation.ts';

/** Pages served over http on a LAN have no clipboard; there the old command may still do, or the player's own hands. */
async function copied(field: HTMLInputElement): Promise<boolean> {
  field.select();
  try {
    if (window.isSecureContext) {
      await navigator.clipboard.writeText(field.value);
      return true;
    }
    return document.execCommand('copy');
  } catch {
    return false;
  }
}

export function ShareLink({ code }: { code: string }) {
  const { t } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'by-hand'>('none');

  async function copy(): Promise<void> {
    if (field.current !== null) setOutcome((await copied(field.current)) ? 'copied' : 'by-hand');
  }

  return (
    <div class="share">
      <p class="share-label">{t('waiting.pass-on')}</p>
      <p class="share-code" role="img" aria-label={code.split('').join(' ')}>
        {code.split('').map((letter, index) => (
          <span key={index} class="share-letter" aria-hidden="true">
            {letter}
          </span>
        ))}
      </p>
      <label class="share-link">
        <span>{t('waiting.link')}</span>
        <span class="join-row">
          <input
            ref={field}
            class="field"
            readOnly
            value={invitationLink(location.origin, location.pathname, code)}
            onFocus={(event) => event.currentTarget.select()}
          />
          <button type="button" class="button" onClick={() => void copy()}>
            <Icon name="copy" />
            {t(outcome === 'copied' ? 'waiting.copied' : 'waiting.copy')}
          </button>
        </span>
      </label>
      <p role="status" class="share-outcome">
        {outcome === 'by-hand' && t('waiting.copy-by-hand')}
      </p>
    </div>
  );
}
