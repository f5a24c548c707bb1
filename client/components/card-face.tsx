/** A card of the hand, drawn: name and a sign. Its colours come from the style sheet. */
import type { CardKind } from '../session/draft.ts';
import { useWords } from '../app-context.ts';

const CLASS_OF: { readonly [kind in CardKind]: string } = {
  SYN: 'syn',
  'SYN+ACK': 'syn-ack',
  ACK: 'ack',
  DATA: 'data',
  FIN: 'fin',
  'FIN+ACK': 'fin-ack',
  RST: 'rst',
};

const SIGNS: { readonly [kind in CardKind]: string } = {
  SYN: '⇢',
  'SYN+ACK': '⇄',
  ACK: '✓',
  DATA: '▤',
  FIN: '⇥',
  'FIN+ACK': '⤓',
  RST: '✕',
};

export function CardFace({ kind, number }: { kind: CardKind; number: number }) {
  const { t } = useWords();
  const name = kind === 'DATA' ? t('segment.data') : kind;
  return (
    <span class={`card-face is-${CLASS_OF[kind]}`}>
      <span class="card-name">{name.replace('+', '\u200B+')}</span>
      <span class="card-sign" aria-hidden="true">
        {SIGNS[kind]}
      </span>
      <kbd class="card-key" aria-hidden="true">
        {number}
      </kbd>
    </span>
  );
}
