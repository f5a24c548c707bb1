/** What a lesson tells before it is played: the story, the goal, and what is asked of the player. */
import type { Lesson } from '../../shared/levels/catalogue.ts';
import { useApp, useWords } from '../app-context.ts';
import { Icon } from './icon.tsx';
import { lessonTexts } from './lesson-words.ts';

function Tags({ lesson }: { lesson: Lesson }) {
  const { t } = useWords();
  const { level, file } = lesson;
  const { length } = level.lanes;
  return (
    <p class="lesson-tags">
      <span class={`tag tag-${level.difficulty}`}>{t(`difficulty.${level.difficulty}`)}</span>
      <span class="tag">{t(`help.${level.help}`)}</span>
      {length > 1 && (
        <span class="tag">{t(level.rounds ? 'lobby.rounds' : 'lobby.lanes.two', { n: length })}</span>
      )}
      {file.whatIf !== undefined && <span class="tag tag-what-if">{t('lobby.what-if')}</span>}
    </p>
  );
}

export function LessonCard({ lesson, heading = 'h2' }: { lesson: Lesson; heading?: 'h1' | 'h2' }) {
  const { scene } = useApp();
  const { t, language } = useWords();
  const texts = lessonTexts(lesson.file, language);
  if (texts === null) return null;
  const Heading = heading;
  return (
    <article class="lesson-card" key={lesson.file.id}>
      <Heading>{texts.title}</Heading>
      <Tags lesson={lesson} />
      <p class="lesson-story">{texts.story}</p>
      <p class="lesson-goal">
        <strong>{t('lobby.goal')}</strong> {texts.goal}
      </p>
      {lesson.file.whatIf !== undefined && (
        <button
          type="button"
          class="button button-small lesson-scene"
          onClick={() => scene.show({ lesson: lesson.file.id, playRight: null })}
        >
          <Icon name="hint" />
          {t('scene.see')}
        </button>
      )}
    </article>
  );
}
