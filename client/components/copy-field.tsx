import { useRef, useState } from 'preact/hooks';
import { useWords } from '../app-context.ts';
import { Icon } from './icon.tsx';

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

/** A link to be passed on. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const { t } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'by-hand'>('none');

  async function copy(): Promise<void> {
    if (field.current !== null) setOutcome((await copied(field.current)) ? 'copied' : 'by-hand');
  }

  return (
    <>
      <label class="share-link">
        <span>{label}</span>
        <span class="join-row">
          <input
            ref={field}
            class="field"
            readOnly
            value={value}
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
    </>
  );
}
