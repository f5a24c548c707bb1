/** The options of an open question about what is known. */
import { OPTIONS, takesSeveral } from '../../../shared/engine/match/question.ts';
import type { QuestionView } from '../../../shared/engine/match/view.ts';
import { sentenceOfQuestion, wordsOfOption } from '../../../shared/i18n/words-of-question.ts';
import { useApp, useWords } from '../../app-context.ts';

export function AnswerPanel({ question: { question } }: { question: QuestionView }) {
  const { inquiry, hand } = useApp();
  const { t, language } = useWords();
  const several = takesSeveral(question);
  const chosen = inquiry.chosen.value;
  return (
    <section class="answers" aria-label={t('question.title')}>
      <div
        class={`answer-options is-${question}`}
        role="group"
        aria-label={sentenceOfQuestion(language, question, hand.laneView.value?.tcb.state ?? 'CLOSED')}
      >
        {OPTIONS[question].map((option, n) => (
          <button
            key={option}
            type="button"
            class="answer-option"
            aria-pressed={chosen.includes(option)}
            aria-keyshortcuts={n < 9 ? String(n + 1) : undefined}
            onClick={() => inquiry.choose(n)}
          >
            {wordsOfOption(language, question, option)}
          </button>
        ))}
      </div>
      <p class="answer-note">
        {t(several ? 'question.several' : 'question.one')} <span class="keys-note">{t('question.keys')}</span>
      </p>
    </section>
  );
}

export function AnswerButtons() {
  const { session, inquiry } = useApp();
  const { t } = useWords();
  return (
    <div class="actions">
      <button
        type="button"
        class="button button-silent"
        disabled={session.busy.value}
        aria-keyshortcuts="0"
        onClick={inquiry.skip}
      >
        {t('question.skip')}
      </button>
      <button
        type="button"
        class="button button-send"
        disabled={!inquiry.canAnswer.value}
        aria-keyshortcuts="Enter"
        onClick={inquiry.answer}
      >
        {t('question.answer')}
      </button>
    </div>
  );
}
