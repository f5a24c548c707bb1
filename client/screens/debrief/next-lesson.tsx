/** The next lesson to play, and why. */
import type { Debrief } from '../../../shared/replay/debrief.ts';
import type { Seat } from '../../../shared/engine/match/seat.ts';
import { useApp, useWords } from '../../app-context.ts';
import { lessonTitle } from '../../components/lesson-words.ts';
import { nextStep } from '../../session/next-step.ts';

export function NextLesson({ debrief, seat }: { debrief: Debrief; seat: Seat }) {
  const { session, preferences, progress } = useApp();
  const { t, language } = useWords();
  const { lesson, why } = nextStep(debrief, seat, progress.value, preferences.unlockAll.value);
  return (
    <section class="panel next-lesson">
      <h2>{t('next.title')}</h2>
      <p class="next-lesson-name">{lessonTitle(language, lesson)}</p>
      <p>{why.kind === 'trains' ? t('next.trains', { code: why.code }) : t(`next.${why.kind}`)}</p>
      <button
        type="button"
        class="button button-gold"
        disabled={session.busy.value}
        onClick={() => {
          preferences.choices.value = { ...preferences.choices.value, level: lesson };
          void session.leave();
        }}
      >
        {t('next.go')}
      </button>
    </section>
  );
}
