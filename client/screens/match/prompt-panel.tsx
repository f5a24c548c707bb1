/** What the endpoint must answer now, in its own words; or, while it owes nothing, what is known. */
import { questionOfEvent, sentenceOfEvent } from '../../../shared/i18n/sentence-of-event.ts';
import { sentenceOfHint } from '../../../shared/i18n/sentence-of-hint.ts';
import { sentenceOfWaiting } from '../../../shared/i18n/sentence-of-waiting.ts';
import { HINT_AFTER } from '../../../shared/engine/match/step.ts';
import type { LaneView, PromptView, SeatView } from '../../../shared/engine/match/view.ts';
import { useApp, useWords } from '../../app-context.ts';
import { Icon } from '../../components/icon.tsx';
import { Ring } from './ring.tsx';
import { useStory } from './use-story.ts';

/** What a merged card brings (the judge's bonus). */
const MERGE_BONUS = 25;

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

function Clock({ prompt, timed }: { prompt: PromptView; timed: boolean }) {
  const { session } = useApp();
  const { t } = useWords();
  const deadline = session.deadlines.value.get(prompt.id);
  if (deadline !== undefined) return <Ring deadline={deadline} label={t('match.seconds')} />;
  return timed ? null : <span class="no-clock">{t('match.untimed')}</span>;
}

function Question({ prompt, lane, timed }: { prompt: PromptView; lane: LaneView; timed: boolean }) {
  const { t, language } = useWords();
  const tell = useStory();
  return (
    <>
      <Clock prompt={prompt} timed={timed} />
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
            <span class="merge">{t('match.merge', { n: MERGE_BONUS })}</span>
          </p>
        )}
        {prompt.standing && <p class="prompt-queued">{t('match.standing')}</p>}
        <Hint prompt={prompt} lane={lane} />
      </div>
    </>
  );
}

export function PromptPanel({ view, lane }: { view: SeatView; lane: LaneView }) {
  const { t, language } = useWords();
  const { prompt } = lane;
  return (
    <section class={`prompt ${prompt === null ? 'is-calm' : 'is-asking'}`} aria-label={t('match.prompt')}>
      {prompt === null ? (
        <p class="prompt-calm">{view.paused ? t('match.paused') : sentenceOfWaiting(language, lane)}</p>
      ) : (
        <Question prompt={prompt} lane={lane} timed={view.level.timed} />
      )}
    </section>
  );
}
