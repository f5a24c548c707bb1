/** Send and No reply, where the thumb is. */
import type { Field } from '../../../shared/engine/match/play.ts';
import type { SeatView } from '../../../shared/engine/match/view.ts';
import { segmentName } from '../../../shared/i18n/phrase-of-segment.ts';
import { useApp, useWords } from '../../app-context.ts';
import type { Words } from '../../app-context.ts';
import { missingFields } from '../../session/draft.ts';

function nameOfField({ t }: Words, field: Field): string {
  switch (field) {
    case 'seq':
    case 'ack':
    case 'len':
    case 'flags':
    case 'state':
      return t(`match.${field}`);
    case 'reply':
    default:
      return field;
  }
}

export function ActionButtons({ view }: { view: SeatView }) {
  const { session, hand } = useApp();
  const words = useWords();
  const { t, language } = words;
  const draft = hand.draft.value;
  const asked = hand.prompt.value !== null;
  const busy = session.busy.value;
  const missing = missingFields(draft, hand.named.value, view.level.help);
  const canSend = asked && draft !== null && missing.length === 0;
  const wantsState = view.level.help === 'states' && hand.named.value === null;
  const missingWords = t('match.missing', {
    fields: missing.map((field) => nameOfField(words, field)).join(t('list.comma')),
  });
  return (
    <div class="actions">
      <button
        type="button"
        class="button button-silent"
        disabled={!asked || busy || wantsState}
        title={wantsState ? missingWords : undefined}
        aria-keyshortcuts="N 0"
        onClick={hand.stayStill}
      >
        {t('match.no-reply')}
      </button>
      <button
        type="button"
        class="button button-send"
        disabled={!canSend || busy}
        aria-keyshortcuts="Enter"
        title={draft !== null && missing.length > 0 ? missingWords : undefined}
        onClick={hand.send}
      >
        {t('match.send')}
        {draft !== null && (
          <span class="send-what">
            {missing.length > 0 ? missingWords : segmentName(language, draft.flags, draft.len)}
          </span>
        )}
      </button>
    </div>
  );
}
