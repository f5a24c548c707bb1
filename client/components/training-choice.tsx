/** Which lesson trains against a mistake; one press makes it the next. */
import { lessonsThatTrain } from '../../shared/levels/training.ts';
import type { Code } from '../../shared/levels/misconceptions.ts';
import { useApp, useWords } from '../app-context.ts';
import { openTraining } from '../session/unlocking.ts';
import { Icon } from './icon.tsx';
import { lessonTitle } from './lesson-words.ts';

interface Properties {
  readonly code: Code;
  /** The level that is being played, or has been. */
  readonly level: string;
}

export function TrainingChoice({ code, level }: Properties) {
  const { preferences, progress } = useApp();
  const { t, language } = useWords();
  const lessons = lessonsThatTrain(code);
  const [first] = lessons;
  if (first === undefined) return null;
  if (lessons.some(({ file }) => file.id === level))
    return <span class="training-note">{t('mistake.this-lesson')}</span>;
  const [open] = openTraining(progress.value, code, preferences.unlockAll.value);
  if (open === undefined)
    return (
      <span class="training-note">
        {t('mistake.train.locked', { lesson: lessonTitle(language, first.file.id) })}
      </span>
    );
  const { id } = open.file;
  const choices = preferences.choices.value;
  const isNext = choices.level === id;
  return (
    <button
      type="button"
      class="training-choice"
      aria-pressed={isNext}
      onClick={() => {
        preferences.choices.value = { ...choices, level: id };
      }}
    >
      <Icon name={isNext ? 'check' : 'next'} />
      {t(isNext ? 'mistake.train.chosen' : 'mistake.train', { lesson: lessonTitle(language, id) })}
    </button>
  );
}
