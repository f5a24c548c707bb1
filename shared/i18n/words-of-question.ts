/** Questions about what is known, in words. */
import { PEER_STATES } from '../engine/match/peer-states.ts';
import type { Option, Question, SettledQuestion } from '../engine/match/question.ts';
import type { TcpState } from '../engine/tcp/state.ts';
import type { Language } from './translate.ts';
import { isTextKey, translate } from './translate.ts';

export const sentenceOfQuestion = (language: Language, question: Question, state: TcpState): string =>
  translate(language, `question.${question}`, { state });

/** States have the RFC's names in every language. */
export function wordsOfOption(language: Language, question: Question, option: Option): string {
  const key = question === 'known' ? `lamp.${option}` : `option.${question}.${option}`;
  return isTextKey(key) ? translate(language, key) : option;
}

export function wordsOfOptions(language: Language, question: Question, options: readonly Option[]): string {
  if (options.length === 0) return translate(language, 'question.nothing');
  return options
    .map((option) => wordsOfOption(language, question, option))
    .join(translate(language, 'list.comma'));
}

/** Why the right answer is right. */
export function sentenceBecause(
  language: Language,
  { question, right }: Pick<SettledQuestion, 'question' | 'right'>,
): string {
  const key = `because.${reasonOf(question, right)}`;
  return isTextKey(key) ? translate(language, key) : '';
}

/** No two moments have the same states (peer-states.test.ts), so the states tell the moment. */
function reasonOf(question: Question, right: readonly Option[]): string {
  if (question === 'known') return question;
  if (question !== 'peer-state') return `${question}.${right[0] ?? ''}`;
  const found = Object.entries(PEER_STATES).find(([, states]) => states.join() === right.join());
  return `peer.${found?.[0] ?? ''}`;
}
