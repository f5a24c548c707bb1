/** What came of the last answer: why it was refused, or why it was right, with the numbers. */
import { sentencesOfEntry } from '../../../shared/i18n/sentence-of-entry.ts';
import { questionOfRefusal } from '../../../shared/i18n/sentence-of-refusal.ts';
import { useApp, useWords } from '../../app-context.ts';
import type { LaneEntry } from '../../session/news.ts';

function Settled({ settled }: { settled: LaneEntry }) {
  const { session } = useApp();
  const { t, language } = useWords();
  const { entry } = settled;
  const last = session.update.value?.score.last ?? null;
  const points = last !== null && last.prompt === entry.prompt ? last.points : null;
  const [first, ...rest] = sentencesOfEntry(language, entry);
  const title = entry.by === 'endpoint' || entry.by === 'player' ? 'right' : entry.by;
  return (
    // It can be scrolled, so keys must reach it.
    <div
      class={`verdict is-${title}`}
      key={`${String(settled.lane)}-${String(entry.index)}`}
      role="group"
      aria-label={t('match.verdict')}
      tabIndex={0}
    >
      <p class="verdict-title">
        {t(`match.verdict.${title}`)}
        {points !== null && points !== 0 && (
          <span class="points">{points > 0 ? t('match.points', { n: points }) : points}</span>
        )}
      </p>
      <p class="verdict-first">{first}</p>
      {rest.length > 0 && <p class="verdict-rest">{rest.join(t('sentence.space'))}</p>}
    </div>
  );
}

export function VerdictPanel() {
  const { session, hand } = useApp();
  const { t, language } = useWords();
  const refused = hand.refused.value;
  const settled = session.settled.value;
  if (refused !== null)
    return (
      <div
        class="verdict is-wrong"
        key={refused.at}
        role="group"
        aria-label={t('match.verdict')}
        tabIndex={0}
      >
        <p class="verdict-title">
          <span class="stamp stamp-small" aria-hidden="true">
            {t('match.stamp.wrong')}
          </span>
          {t('match.attempts', { n: hand.prompt.value?.refusals.length ?? 1 })}
        </p>
        <p class="verdict-first">{questionOfRefusal(language, refused.refusal)}</p>
      </div>
    );
  if (session.stale.value)
    return (
      <div class="verdict">
        <p class="verdict-first">{t('match.verdict.stale')}</p>
      </div>
    );
  if (settled !== null) return <Settled settled={settled} />;
  return (
    <div class="verdict is-empty">
      {hand.prompt.value !== null && <p class="verdict-first">{t('match.choose-card')}</p>}
      <p class="verdict-rest keys-note">{t('match.keys')}</p>
    </div>
  );
}
