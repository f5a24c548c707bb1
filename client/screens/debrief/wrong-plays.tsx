/** Every wrong play with its reason and, now that nothing is open, the right answer in full. */
import type { Seat } from '../../../shared/engine/match/seat.ts';
import type { Debrief, WrongPlay } from '../../../shared/replay/debrief.ts';
import { cardPhrase, segmentPhrase } from '../../../shared/i18n/phrase-of-segment.ts';
import { sentenceOfEvent } from '../../../shared/i18n/sentence-of-event.ts';
import { isMisconception, reasonOfRefusal } from '../../../shared/i18n/sentence-of-refusal.ts';
import { useWords } from '../../app-context.ts';

function Wrong({ wrong, lanes }: { wrong: WrongPlay; lanes: number }) {
  const { t, language } = useWords();
  const { refusal, right, event, state } = wrong;
  const named = refusal.play.state === null ? '' : ` → ${refusal.play.state}`;
  return (
    <li class="wrong">
      <p class="wrong-situation">
        {lanes > 1 && <span class="tag">{t('match.lane', { n: wrong.lane + 1 })}</span>}
        {t('debrief.wrong.situation', { state, event: sentenceOfEvent(language, event, right?.seq ?? 0) })}
      </p>
      <p class="wrong-played">
        {t('debrief.wrong.played', { card: cardPhrase(language, refusal.play.card) + named })}
      </p>
      <p class="wrong-right">{t('debrief.wrong.right', { card: segmentPhrase(language, right) })}</p>
      <p class="wrong-reason">
        {isMisconception(refusal.reason) && <span class="tag tag-code">{refusal.reason}</span>}
        {reasonOfRefusal(language, refusal)}
      </p>
    </li>
  );
}

export function WrongPlays({ debrief, seat }: { debrief: Debrief; seat: Seat }) {
  const { t } = useWords();
  const mine = debrief.wrongPlays.filter((wrong) => wrong.seat === seat);
  return (
    <section class="panel wrong-plays">
      <h2>{t('debrief.wrong')}</h2>
      {mine.length === 0 ? (
        <p>{t('debrief.wrong.none')}</p>
      ) : (
        <ol>
          {mine.map((wrong, index) => (
            <Wrong key={index} wrong={wrong} lanes={debrief.ladders.length} />
          ))}
        </ol>
      )}
    </section>
  );
}
