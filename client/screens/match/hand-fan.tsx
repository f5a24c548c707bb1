/** Seven cards, fanned out. */
import type { PromptView } from '../../../shared/engine/match/view.ts';
import { useApp, useWords } from '../../app-context.ts';
import { CardFace } from '../../components/card-face.tsx';
import type { Draft } from '../../session/draft.ts';
import { CARD_KINDS } from '../../session/draft.ts';

interface Properties {
  readonly prompt: PromptView | null;
  readonly draft: Draft | null;
}

export function HandFan({ prompt, draft }: Properties) {
  const { hand } = useApp();
  const { t } = useWords();
  return (
    <div class="fan" role="group" aria-label={t('match.hand')}>
      {CARD_KINDS.map((kind, index) => {
        const hasNoText = kind === 'DATA' && prompt !== null && prompt.lengths.length === 0;
        const reason = hasNoText ? t('match.card.data-disabled') : undefined;
        return (
          <button
            key={kind}
            type="button"
            class={`fan-card fan-${String(index)}`}
            aria-pressed={draft?.kind === kind}
            aria-disabled={prompt === null || hasNoText}
            aria-keyshortcuts={String(index + 1)}
            title={reason}
            aria-description={reason}
            onClick={() => hand.take(kind)}
          >
            <CardFace kind={kind} number={index + 1} />
          </button>
        );
      })}
    </div>
  );
}
