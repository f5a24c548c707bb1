/** Codes of failure to friendly sentences. */
import type { ErrorCode } from '../protocol/messages.ts';
import type { Language } from './translate.ts';
import { translate } from './translate.ts';

/** What can go wrong on this side of the wire. */
export type LocalErrorCode = 'net/timeout' | 'name-missing' | 'code-missing';

export const sentenceOfError = (language: Language, code: ErrorCode | LocalErrorCode): string =>
  translate(language, `error.${code}`);
