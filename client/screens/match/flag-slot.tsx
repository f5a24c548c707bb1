import { ACK, FIN, RST, SYN } from '../../../shared/engine/wire/segment.ts';
import { useApp, useWords } from '../../app-context.ts';
import type { Draft } from '../../session/draft.ts';
import { withFlag } from '../../session/draft.ts';

const FLAGS = [
  ['SYN', SYN],
  ['ACK', ACK],
  ['FIN', FIN],
  ['RST', RST],
] as const;

export function FlagSlot({ draft, isWrong }: { draft: Draft; isWrong: boolean }) {
  const { hand } = useApp();
  const { t } = useWords();
  return (
    <div class="slot slot-flags" data-wrong={isWrong} role="group" aria-label={t('match.flags')}>
      <span class="slot-label" aria-hidden="true">
        {t('match.flags')}
      </span>
      <span class="slot-control chips">
        {FLAGS.map(([name, bit]) => (
          <button
            key={name}
            type="button"
            class={`chip chip-${name.toLowerCase()}`}
            aria-pressed={(draft.flags & bit) !== 0}
            onClick={() => hand.edit((before) => withFlag(before, bit))}
          >
            {name}
          </button>
        ))}
      </span>
    </div>
  );
}
