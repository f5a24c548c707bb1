/** seq or ack: chosen from a few, or typed. */
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Seq32 } from '../../../shared/engine/base/seq32.ts';
import { useWords } from '../../app-context.ts';

interface Properties {
  readonly name: 'seq' | 'ack';
  readonly value: string;
  readonly choices: readonly Seq32[] | null;
  readonly isWrong: boolean;
  readonly onChange: (value: string) => void;
}

/** Four numbers of more digits do not fit into one row of a phone. */
const SHORT = 6;

function Chosen({
  choices,
  value,
  onChange,
}: Pick<Properties, 'value' | 'onChange'> & { choices: readonly Seq32[] }) {
  const isLong = choices.some((number) => String(number).length > SHORT);
  return (
    <span class={`slot-control numbers ${isLong ? 'numbers-long' : ''}`}>
      {choices.map((number) => (
        <button
          key={number}
          type="button"
          class="number"
          aria-pressed={value === String(number)}
          onClick={() => onChange(String(number))}
        >
          {number}
        </button>
      ))}
    </span>
  );
}

export function NumberSlot({ name, value, choices, isWrong, onChange }: Properties) {
  const { t } = useWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // A finger would rather choose its field itself than have the keyboard of the phone spring open.
    if (name === 'seq' && window.matchMedia('(pointer: fine)').matches) input.current?.focus();
  }, [name]);
  return (
    <div class="slot" data-wrong={isWrong} role="group" aria-label={t(`match.${name}.long`)}>
      <label class="slot-label" for={id} title={t(`match.${name}.long`)}>
        {t(`match.${name}`)}
      </label>
      {choices === null ? (
        <input
          ref={input}
          id={id}
          class="field slot-control number-field"
          inputMode="numeric"
          autocomplete="off"
          maxLength={10}
          aria-invalid={isWrong}
          aria-label={t(`match.${name}.long`)}
          value={value}
          onInput={(event) => onChange(event.currentTarget.value.replaceAll(/\D/g, ''))}
        />
      ) : (
        <Chosen choices={choices} value={value} onChange={onChange} />
      )}
    </div>
  );
}
