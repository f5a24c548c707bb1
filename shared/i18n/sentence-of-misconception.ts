/** A mistake of understanding in words: the idea behind it, and why it is wrong. Told only when its prompt is settled. */
import type { Language, TextKey } from './translate.ts';
import { translate } from './translate.ts';

type CodeIn<Key> = Key extends `mistake.M${infer Number}` ? `M${Number}` : never;

/** All that have words: those that a card can show, and those that only a question or a lesson brings up. */
export type MistakeCode = CodeIn<TextKey>;

export interface MistakeWords {
  readonly mistake: string;
  readonly why: string;
}

export const sentencesOfMisconception = (language: Language, code: MistakeCode): MistakeWords => ({
  mistake: translate(language, `mistake.${code}`),
  why: translate(language, `reason.${code}`),
});
