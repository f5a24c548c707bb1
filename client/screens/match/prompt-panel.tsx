/** What the endpoint must answer now, in its own words, or what the player is asked; or, while it owes nothing, what is known. */
import { questionOfEvent, sentenceOfEvent } from '../../../shared/i18n/sentence-of-event.ts';
import { sentenceOfHint } from '../../../shared/i18n/sentence-of-hint.ts';
import { sentenceOfWaiting } from '../../../shared/i18n/sentence-of-waiting.ts';
import { POINTS } from '../../../shared/engine/scoring/table.ts';
import { HINT_AFTER } from '../../../shared/engine/match/step.ts';
import { sentenceOfQuestion } from '../../../shared/i18n/words-of-question.ts';
import type { LaneView, PromptView, QuestionView, SeatView } from '../../../shared/engine/match/view.ts';
import { useApp, useWords } from '../../app-context.ts';
import { Icon } from '../../components/icon.tsx';
import { Ring } from './ring.tsx';
import { useStory } from './use-story.ts';

function Hint({ prompt, lane }: { prompt: PromptView; lane: LaneView }) {
  const { session, hand } = useApp();
  const { t, language } = useWords();
  if (prompt.hinted)
    return (
      <p class="hint">
        <Icon name="hint" />
        {sentenceOfHint(language, lane.tcb.state, prompt.event)}
      </p>
    );
  if (prompt.refusals.length < HINT_AFTER) return null;
  return (
    <button type="button" class="button button-small" disabled={session.busy.value} onClick={hand.hint}>
      <Icon name="hint" />
      {t('match.hint.take')}
    </button>
  );
}

function Clock({ id, timed }: { id: number; timed: boolean }) {
  const { session } = useApp();
  const { t } = useWords();
  const deadline = session.deadlines.value.get(id);
  if (deadline !== undefined) return <Ring deadline={deadline} label={t('match.seconds')} />;
  return timed ? null : <span class="no-clock">{t('match.untimed')}</span>;
}

function Event({ prompt, lane, timed }: { prompt: PromptView; lane: LaneView; timed: boolean }) {
  const { t, language } = useWords();
  const tell = useStory();
  return (
    <>
      <Clock id={prompt.id} timed={timed} />
      <div class="prompt-words">
        <p class="prompt-question" key={prompt.id}>
          {questionOfEvent(language, prompt.event, lane.nextIss)}
        </p>
        {tell !== null && prompt.event.kind === 'segment' && (
          <p class="prompt-queued plain-words">
            {t('voice.plain', { sentence: tell(prompt.event.segment) })}
          </p>
        )}
        {lane.tcb.state === 'LISTEN' && <p class="prompt-queued">{t('prompt.iss', { iss: lane.nextIss })}</p>}
        {prompt.queued.length > 0 && (
          <p class="prompt-queued">
            {prompt.queued
              .map((event) => t('prompt.then', { event: sentenceOfEvent(language, event, lane.nextIss) }))
              .join(' ')}{' '}
            <span class="merge">{t('match.merge', { n: POINTS.merged })}</span>
          </p>
        )}
        {prompt.standing && <p class="prompt-queued">{t('match.standing')}</p>}
        <Hint prompt={prompt} lane={lane} />
      </div>
    </>
  );
}

function Knowledge({ question, lane, timed }: { question: QuestionView; lane: LaneView; timed: boolean }) {
  const { t, language } = useWords();
  return (
    <>
      <Clock id={question.id} timed={timed} />
      <div class="prompt-words">
        <p class="prompt-kind">{t('question.title')}</p>
        <p class="prompt-question" key={question.id}>
          {sentenceOfQuestion(language, question.question, lane.tcb.state)}
        </p>
        {question.standing && <p class="prompt-queued">{t('match.standing')}</p>}
      </div>
    </>
  );
}

function Content({ view, lane }: { view: SeatView; lane: LaneView }) {
  const { t, language } = useWords();
  const { prompt, question } = lane;
  const { timed } = view.level;
  if (prompt !== null) return <Event prompt={prompt} lane={lane} timed={timed} />;
  if (question !== null) return <Knowledge question={question} lane={lane} timed={timed} />;
  return <p class="prompt-calm">{view.paused ? t('match.paused') : sentenceOfWaiting(language, lane)}</p>;
}

/** What the panel is for, so that one look tells. */
const lookOf = ({ prompt, question }: LaneView): string => {
  if (prompt !== null) return 'is-asking';
  return question === null ? 'is-calm' : 'is-asking is-knowing';
};

export function PromptPanel({ view, lane }: { view: SeatView; lane: LaneView }) {
  const { t } = useWords();
  return (
    <section class={`prompt ${lookOf(lane)}`} aria-label={t('match.prompt')}>
      <Content view={view} lane={lane} />
    </section>
  );
}
