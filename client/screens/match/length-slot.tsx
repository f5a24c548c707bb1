import { useApp, useWords } from '../../app-context.ts';

interface Properties {
  readonly len: number;
  readonly lengths: readonly number[];
  readonly isWrong: boolean;
}

export function LengthSlot({ len, lengths, isWrong }: Properties) {
  const { hand } = useApp();
  const { t } = useWords();
  return (
    <div class="slot" data-wrong={isWrong} role="group" aria-label={t('match.len.long')}>
      <span class="slot-label" aria-hidden="true">
        {t('match.len')}
      </span>
      <span class="slot-control numbers">
        {lengths.map((length) => (
          <button
            key={length}
            type="button"
            class="number"
            aria-pressed={len === length}
            onClick={() => hand.edit((before) => ({ ...before, len: length }))}
          >
            {t('match.len.value', { n: length })}
          </button>
        ))}
      </span>
    </div>
  );
}
