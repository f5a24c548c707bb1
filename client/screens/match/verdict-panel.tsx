/** What came of the last answer: why it was refused, or why it was right, with the numbers. */
import { sectionOfEntry, sentencesOfEntry } from '../../../shared/i18n/sentence-of-entry.ts';
import { sentencesOfMisconception } from '../../../shared/i18n/sentence-of-misconception.ts';
import { isMisconception, questionOfRefusal } from '../../../shared/i18n/sentence-of-refusal.ts';
import type { Refusal } from '../../../shared/engine/match/play.ts';
import type { SettledQuestion } from '../../../shared/engine/match/question.ts';
import { POINTS } from '../../../shared/engine/scoring/table.ts';
import { useApp, useWords } from '../../app-context.ts';
import { AnsweredQuestion, verdictOfQuestion } from '../../components/answered-question.tsx';
import { Icon } from '../../components/icon.tsx';
import { NumberLineFigure } from '../../components/number-line.tsx';
import { playerName } from '../../components/player-name.ts';
import { TrainingChoice } from '../../components/training-choice.tsx';
import type { LaneEntry } from '../../session/news.ts';
import { lineOfCard } from './card-line.ts';
import { useStory } from './use-story.ts';

/** The idea behind the first wrong play that shows one: what the player had in mind before being told. */
function MistakeLine({ settled }: { settled: LaneEntry }) {
  const { session } = useApp();
  const { t, language } = useWords();
  const code = settled.entry.refusals.map(({ reason }) => reason).find(isMisconception);
  if (code === undefined) return null;
  const { mistake, why } = sentencesOfMisconception(language, code);
  return (
    <p class="verdict-mistake">
      <strong>{t('mistake.idea', { mistake })}</strong> {why}{' '}
      <TrainingChoice code={code} level={session.update.value?.view.level.id ?? ''} />
    </p>
  );
}

function Line({ settled }: { settled: LaneEntry }) {
  const { session } = useApp();
  const words = useWords();
  const view = session.update.value?.view;
  const lane = view?.lanes[settled.lane];
  if (view === undefined || lane === undefined) return null;
  const found = lineOfCard(view.seat, lane, settled.entry);
  if (found === null) return null;
  const { line, field } = found;
  const name = playerName(words, session.table.value?.players[line.from]);
  return <NumberLineFigure line={line} name={name} label={`segment.${field}`} />;
}

function Known({ settled }: { settled: SettledQuestion }) {
  const { session } = useApp();
  const { t } = useWords();
  const verdict = verdictOfQuestion(settled);
  return (
    <div
      class={`verdict is-${verdict === 'right' ? 'right' : 'assist'}`}
      key={`question-${String(settled.id)}`}
      role="group"
      aria-label={t('match.verdict')}
      tabIndex={0}
    >
      <div class="verdict-words">
        <p class="verdict-title">
          {t(`question.verdict.${verdict}`)}
          {verdict === 'right' && <span class="points">{t('match.points', { n: POINTS.knowledge })}</span>}
        </p>
        <AnsweredQuestion settled={settled} level={session.update.value?.view.level.id ?? ''} />
      </div>
    </div>
  );
}

/** The refusal whose consequence is told: the one that shows an idea, or the first; a wrong state changes no segment. */
function tellingRefusal({ entry }: LaneEntry): Refusal | undefined {
  const sent = entry.refusals.filter(({ field }) => field !== 'state');
  return sent.find(({ reason }) => isMisconception(reason)) ?? sent[0];
}

function LookAheadButton({ settled, onLookAhead }: { settled: LaneEntry; onLookAhead: OnLookAhead }) {
  const { t } = useWords();
  const refusal = tellingRefusal(settled);
  if (refusal === undefined) return null;
  return (
    <button
      type="button"
      class="button button-small verdict-ahead"
      onClick={() => onLookAhead(settled, refusal)}
    >
      <Icon name="next" />
      {t('ahead.look')}
    </button>
  );
}

export type OnLookAhead = (settled: LaneEntry, refusal: Refusal) => void;

function Settled({ settled, onLookAhead }: { settled: LaneEntry; onLookAhead: OnLookAhead }) {
  const { session } = useApp();
  const { t, language } = useWords();
  const tell = useStory();
  const { entry } = settled;
  const last = session.update.value?.score.last ?? null;
  const points = last !== null && last.prompt === entry.prompt ? last.points : null;
  const [first, ...rest] = sentencesOfEntry(language, entry);
  const section = sectionOfEntry(language, entry);
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
      <div class="verdict-words">
        <p class="verdict-title">
          {t(`match.verdict.${title}`)}
          {points !== null && points !== 0 && (
            <span class="points">{points > 0 ? t('match.points', { n: points }) : points}</span>
          )}
          <LookAheadButton settled={settled} onLookAhead={onLookAhead} />
          {section !== null && <span class="verdict-section">{section}</span>}
        </p>
        <p class="verdict-first">
          {first}
          {tell !== null && entry.answer !== null && !entry.joined && (
            <span class="plain-words"> {t('voice.quoted', { sentence: tell(entry.answer) })}</span>
          )}
        </p>
        <MistakeLine settled={settled} />
        {rest.length > 0 && <p class="verdict-rest">{rest.join(t('sentence.space'))}</p>}
      </div>
      <Line settled={settled} />
    </div>
  );
}

export function VerdictPanel({ onLookAhead }: { onLookAhead: OnLookAhead }) {
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
  if (session.known.value !== null) return <Known settled={session.known.value} />;
  if (settled !== null) return <Settled settled={settled} onLookAhead={onLookAhead} />;
  return (
    <div class="verdict is-empty">
      {hand.prompt.value !== null && <p class="verdict-first">{t('match.choose-card')}</p>}
      <p class="verdict-rest keys-note">{t('match.keys')}</p>
    </div>
  );
}
