/** What has just happened at the playhead, in the endpoint's own words. */
import type { Ladder, Moment, WrongPlay } from '../../../shared/replay/debrief.ts';
import { tcbAt } from '../../../shared/replay/tcb.ts';
import { cardPhrase } from '../../../shared/i18n/phrase-of-segment.ts';
import { explanationOfEntry } from '../../../shared/i18n/sentence-of-entry.ts';
import { sentenceOfEvent } from '../../../shared/i18n/sentence-of-event.ts';
import { reasonOfRefusal } from '../../../shared/i18n/sentence-of-refusal.ts';
import { useWords } from '../../app-context.ts';
import type { Playhead } from './use-playhead.ts';
import type { Viewpoint } from './viewpoint.ts';
import { sideOf } from './viewpoint.ts';

interface Properties {
  readonly ladder: Ladder;
  readonly viewpoint: Viewpoint;
  readonly playhead: Playhead;
}

function Told({ moment, ladder, viewpoint }: { moment: Moment; ladder: Ladder; viewpoint: Viewpoint }) {
  const { t, language } = useWords();
  const { seat, entry, row } = moment;
  const { by } = entry;
  const iss = tcbAt(ladder, seat, row).iss ?? 0;
  return (
    <p class={`story-line ${sideOf(viewpoint, seat)}`}>
      <strong>{viewpoint.names[seat]}</strong>{' '}
      {(by === 'assist' || by === 'late' || by === 'stand-in') && (
        <span class="tag">{t(`story.by.${by}`)}</span>
      )}{' '}
      {sentenceOfEvent(language, entry.event, iss)} <span>{explanationOfEntry(language, entry)}</span>
    </p>
  );
}

function Refused({ wrong, viewpoint }: { wrong: WrongPlay; viewpoint: Viewpoint }) {
  const { t, language } = useWords();
  const card = cardPhrase(language, wrong.refusal.play.card);
  return (
    <p class="story-line story-wrong">
      {t('story.wrong', { name: viewpoint.names[wrong.seat], card })}{' '}
      <span>{reasonOfRefusal(language, wrong.refusal)}</span>
    </p>
  );
}

export function MomentStory({ ladder, viewpoint, playhead }: Properties) {
  const { t } = useWords();
  const row = playhead.row.value;
  const pointed = playhead.pointed.value;
  // A row that holds nothing but an arrival or the end tells what came before it.
  const last = ladder.moments.findLast((moment) => moment.row <= row)?.row;
  const told = ladder.moments.filter((moment) => moment.row === last);
  return (
    <div class="story" tabIndex={0} role="group" aria-label={t('story.title')}>
      {pointed !== null && <Refused wrong={pointed} viewpoint={viewpoint} />}
      {pointed === null && told.length === 0 && <p class="story-line">{t('story.before')}</p>}
      {pointed === null &&
        told.map((moment) => (
          <Told
            key={`${moment.seat}${String(moment.entry.index)}`}
            moment={moment}
            ladder={ladder}
            viewpoint={viewpoint}
          />
        ))}
    </div>
  );
}
