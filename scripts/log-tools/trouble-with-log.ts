/** Why a log cannot be trusted, in a sentence. */
import type { VerifyError } from '../../shared/replay/log-file.ts';

const SENTENCES: { readonly [code in VerifyError]: string } = {
  'log/format': 'The log has a format that this version does not read',
  'log/rules': 'The match was played by the rules of another version',
  'log/level': 'The level has been changed since the match began',
  'log/order': 'The entries are out of order',
  'log/not-ended': 'The log is cut short',
  'log/result': 'The result that the log records is not the one that its entries lead to',
};

export const troubleWithLog = (code: VerifyError, detail: string): string =>
  `${SENTENCES[code]}: ${detail}. [${code}]`;
