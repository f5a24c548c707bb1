/** The lifted card, lying open: its slots, and the stamp if it was refused. */
import type { HelpStage } from '../../../shared/engine/match/level.ts';
import type { LaneView, PromptView } from '../../../shared/engine/match/view.ts';
import { questionOfRefusal } from '../../../shared/i18n/sentence-of-refusal.ts';
import { segmentName } from '../../../shared/i18n/phrase-of-segment.ts';
import { useApp, useWords } from '../../app-context.ts';
import { Icon } from '../../components/icon.tsx';
import type { Draft } from '../../session/draft.ts';
import { asksAck, asksNumbers } from '../../session/draft.ts';
import { FlagSlot } from './flag-slot.tsx';
import { LengthSlot } from './length-slot.tsx';
import { NumberSlot } from './number-slot.tsx';

interface Properties {
  readonly draft: Draft;
  readonly prompt: PromptView;
  readonly help: HelpStage;
  readonly lane: LaneView;
}

function Refused() {
  const { hand } = useApp();
  const { t, language } = useWords();
  const refused = hand.refused.value;
  if (refused === null) return null;
  return (
    <>
      <span class="stamp" key={refused.at} aria-hidden="true">
        {t('match.stamp.wrong')}
      </span>
      <p class="builder-refusal">{questionOfRefusal(language, refused.refusal)}</p>
    </>
  );
}

export function CardBuilder({ draft, prompt, help }: Properties) {
  const { hand } = useApp();
  const { t, language } = useWords();
  const wrong = hand.refused.value?.refusal.field ?? null;
  const { choices } = prompt;
  return (
    <section class={`builder is-${draft.kind.toLowerCase().replace('+', '-')}`} aria-label={draft.kind}>
      <header class="builder-head" data-needed={!asksNumbers(help)}>
        <strong>{segmentName(language, draft.flags, draft.len)}</strong>
        {!asksNumbers(help) && <span class="builder-note">{t('match.filled-later')}</span>}
        <button
          type="button"
          class="icon-button"
          aria-label={t('match.card.close')}
          aria-keyshortcuts="Escape"
          onClick={hand.close}
        >
          <Icon name="close" />
        </button>
      </header>
      <div class="slots">
        <FlagSlot draft={draft} isWrong={wrong === 'flags' || wrong === 'reply'} />
        {asksNumbers(help) && (
          <NumberSlot
            name="seq"
            value={draft.seq}
            choices={choices?.seq ?? null}
            isWrong={wrong === 'seq'}
            onChange={(seq) => hand.edit((before) => ({ ...before, seq }))}
          />
        )}
        {asksAck(draft, help) && (
          <NumberSlot
            name="ack"
            value={draft.ack}
            choices={choices?.ack ?? null}
            isWrong={wrong === 'ack'}
            onChange={(ack) => hand.edit((before) => ({ ...before, ack }))}
          />
        )}
        {draft.len > 0 && <LengthSlot len={draft.len} lengths={prompt.lengths} isWrong={wrong === 'len'} />}
      </div>
      <Refused />
    </section>
  );
}
