/** At the last stage of help: the state that the answer leads to, named with a card as with silence. */
import type { TcpState } from '../../../shared/engine/tcp/state.ts';
import { TCP_STATES } from '../../../shared/engine/tcp/state.ts';
import { useApp, useWords } from '../../app-context.ts';

const isState = (text: string): text is TcpState => TCP_STATES.some((state) => state === text);

export function StateSlot() {
  const { hand } = useApp();
  const { t } = useWords();
  const isWrong = hand.refused.value?.refusal.field === 'state';
  return (
    <label class="state-slot" data-wrong={isWrong}>
      <span>{t('match.state')}</span>
      <select
        class="field"
        aria-label={t('match.state.long')}
        disabled={hand.prompt.value === null}
        value={hand.named.value ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          if (isState(value)) hand.name(value);
        }}
      >
        <option value="" disabled>
          …
        </option>
        {TCP_STATES.map((state) => (
          <option key={state} value={state}>
            {state}
          </option>
        ))}
      </select>
    </label>
  );
}
