/** Every wrong play with its reason and, now that nothing is open, the right answer in full. */
import type { Debrief, WrongPlay } from '../../../shared/replay/debrief.ts';
import { NOTE_SECTIONS } from '../../../shared/engine/tcp/note.ts';
import { cardPhrase, segmentPhrase } from '../../../shared/i18n/phrase-of-segment.ts';
import { reasonsForAnswer } from '../../../shared/i18n/sentence-of-entry.ts';
import { sentenceOfEvent } from '../../../shared/i18n/sentence-of-event.ts';
import { sentencesOfMisconception } from '../../../shared/i18n/sentence-of-misconception.ts';
import { isMisconception, reasonOfRefusal } from '../../../shared/i18n/sentence-of-refusal.ts';
import type { TextKey } from '../../../shared/i18n/translate.ts';
import { useWords } from '../../app-context.ts';
import { Icon } from '../../components/icon.tsx';
import { NumberLineFigure } from '../../components/number-line.tsx';
import { TrainingChoice } from '../../components/training-choice.tsx';
import { nameOfLane } from './lane-name.ts';
import type { Viewpoint } from './viewpoint.ts';
import { sideOf } from './viewpoint.ts';

interface WrongProperties {
  readonly wrong: WrongPlay;
  readonly level: string;
  /** What its connection is called; null where there is but one. */
  readonly lane: TextKey | null;
  readonly viewpoint: Viewpoint;
  readonly onShow: (wrong: WrongPlay) => void;
  readonly onLookAhead: (wrong: WrongPlay) => void;
}

function Wrong({ wrong, level, lane, viewpoint, onShow, onLookAhead }: WrongProperties) {
  const { t, language } = useWords();
  const { refusal, right, event, state, after, notes, line } = wrong;
  const named = refusal.play.state === null ? '' : ` → ${refusal.play.state}`;
  const sections = [...new Set(notes.map((note) => NOTE_SECTIONS[note]))].join(t('list.comma'));
  return (
    <li class="wrong">
      <p class="wrong-situation">
        {viewpoint.own === null && (
          <span class={`wrong-by ${sideOf(viewpoint, wrong.seat)}`}>
            {t('debrief.wrong.by', { name: viewpoint.names[wrong.seat] })}
          </span>
        )}
        {lane !== null && <span class="tag">{t(lane, { n: wrong.lane + 1 })}</span>}
        {t('debrief.wrong.situation', { state, event: sentenceOfEvent(language, event, right?.seq ?? 0) })}
      </p>
      <p class="wrong-played">
        {t('debrief.wrong.played', { card: cardPhrase(language, refusal.play.card) + named })}
      </p>
      <p class="wrong-right">{t('debrief.wrong.right', { card: segmentPhrase(language, right) })}</p>
      <p class="wrong-because">
        {reasonsForAnswer(language, { event, answer: right, joined: false, before: state, after, notes })}
      </p>
      {line !== null && <NumberLineFigure line={line} name={viewpoint.names[line.from]} />}
      {isMisconception(refusal.reason) && (
        <p class="wrong-reason">
          <span class="tag tag-code">{refusal.reason}</span>
          {t('mistake.idea', { mistake: sentencesOfMisconception(language, refusal.reason).mistake })}
        </p>
      )}
      <p>{reasonOfRefusal(language, refusal)}</p>
      {viewpoint.own !== null && isMisconception(refusal.reason) && (
        <TrainingChoice code={refusal.reason} level={level} />
      )}
      <div class="wrong-foot">
        {sections !== '' && <span class="wrong-rules">{t('debrief.wrong.rules', { sections })}</span>}
        <button type="button" class="button button-small button-paper" onClick={() => onShow(wrong)}>
          <Icon name="play" filled />
          {t('debrief.wrong.show')}
        </button>
        {refusal.field !== 'state' && (
          <button type="button" class="button button-small button-paper" onClick={() => onLookAhead(wrong)}>
            <Icon name="next" />
            {t('ahead.look')}
          </button>
        )}
      </div>
    </li>
  );
}

interface Properties {
  readonly debrief: Debrief;
  readonly viewpoint: Viewpoint;
  readonly onShow: (wrong: WrongPlay) => void;
  readonly onLookAhead: (wrong: WrongPlay) => void;
}

export function WrongPlays({ debrief, viewpoint, onShow, onLookAhead }: Properties) {
  const { t } = useWords();
  const { own } = viewpoint;
  const shown = debrief.wrongPlays.filter(({ seat }) => own === null || seat === own);
  return (
    <section class="panel wrong-plays">
      <h2>{t('debrief.wrong')}</h2>
      {shown.length === 0 ? (
        <p>{t(own === null ? 'debrief.wrong.nobody' : 'debrief.wrong.none')}</p>
      ) : (
        <ol>
          {shown.map((wrong, index) => (
            <Wrong
              key={index}
              wrong={wrong}
              level={debrief.levelId}
              lane={debrief.ladders.length > 1 ? nameOfLane(debrief.rounds) : null}
              viewpoint={viewpoint}
              onShow={onShow}
              onLookAhead={onLookAhead}
            />
          ))}
        </ol>
      )}
    </section>
  );
}
