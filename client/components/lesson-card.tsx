/** What a lesson tells before it is played: the story, the goal, and what is asked of the player. */
import type { Lesson } from '../../shared/levels/catalogue.ts';
import type { Introduction } from '../../shared/levels/introduction.ts';
import { useApp, useWords } from '../app-context.ts';
import { Icon } from './icon.tsx';
import { lessonTexts } from './lesson-words.ts';

function Tags({ introduction }: { introduction: Introduction }) {
  const { t } = useWords();
  const { difficulty, help, connections, rounds, whatIf } = introduction;
  return (
    <p class="lesson-tags">
      <span class={`tag tag-${difficulty}`}>{t(`difficulty.${difficulty}`)}</span>
      <span class="tag">{t(`help.${help}`)}</span>
      {connections > 1 && (
        <span class="tag">{t(rounds ? 'lobby.rounds' : 'lobby.lanes.two', { n: connections })}</span>
      )}
      {whatIf !== null && <span class="tag tag-what-if">{t('lobby.what-if')}</span>}
    </p>
  );
}

interface Properties {
  readonly introduction: Introduction;
  /** Its "what if" scene can be looked at; null where the rest of the level is not known. */
  readonly lesson: Lesson | null;
  readonly heading?: 'h1' | 'h2';
}

export function LessonCard({ introduction, lesson, heading = 'h2' }: Properties) {
  const { scene } = useApp();
  const { t, language } = useWords();
  const texts = lessonTexts(introduction, language);
  if (texts === null) return null;
  const Heading = heading;
  return (
    <article class="lesson-card">
      <Heading>{texts.title}</Heading>
      <Tags introduction={introduction} />
      <p class="lesson-story">{texts.story}</p>
      <p class="lesson-goal">
        <strong>{t('lobby.goal')}</strong> {texts.goal}
      </p>
      {introduction.whatIf !== null && lesson !== null && (
        <button
          type="button"
          class="button button-small lesson-scene"
          onClick={() => scene.show({ lesson, playRight: null })}
        >
          <Icon name="hint" />
          {t('scene.see')}
        </button>
      )}
    </article>
  );
}
