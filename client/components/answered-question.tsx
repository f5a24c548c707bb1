/** A question about what is known, settled: what was answered, what is right, and why. */
import type { SettledQuestion } from '../../shared/engine/match/question.ts';
import { isRight } from '../../shared/engine/match/question.ts';
import { sentencesOfMisconception } from '../../shared/i18n/sentence-of-misconception.ts';
import { sentenceBecause, wordsOfOptions } from '../../shared/i18n/words-of-question.ts';
import { useWords } from '../app-context.ts';
import { TrainingChoice } from './training-choice.tsx';

export const verdictOfQuestion = (settled: SettledQuestion): 'right' | 'wrong' | 'none' => {
  if (settled.given === null) return 'none';
  return isRight(settled) ? 'right' : 'wrong';
};

/** `level` is the one that is being played, or has been. */
export function AnsweredQuestion({ settled, level }: { settled: SettledQuestion; level: string }) {
  const { t, language } = useWords();
  const { question, given, right, mistake } = settled;
  const words = (options: typeof right) => wordsOfOptions(language, question, options);
  const misconception = mistake === null ? null : sentencesOfMisconception(language, mistake);
  return (
    <>
      {verdictOfQuestion(settled) === 'wrong' && (
        <p class="answered-given">{t('question.given', { options: words(given ?? []) })}</p>
      )}
      <p class="answered-right">{t('question.right', { options: words(right) })}</p>
      {mistake !== null && misconception !== null && (
        <p class="verdict-mistake">
          <strong>{t('mistake.idea', { mistake: misconception.mistake })}</strong> {misconception.why}{' '}
          <TrainingChoice code={mistake} level={level} />
        </p>
      )}
      <p class="verdict-rest">{sentenceBecause(language, settled)}</p>
    </>
  );
}
