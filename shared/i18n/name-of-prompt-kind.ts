/** What sort of event a prompt was about, in a few words. Kinds are made in engine/match/asking.ts. */
import type { Language, TextKey } from './translate.ts';
import { isTextKey, translate } from './translate.ts';

const NAMED: { readonly [kind: string]: TextKey } = {
  open: 'kind.open',
  send: 'kind.send',
  close: 'kind.close',
  abort: 'kind.abort',
  transmit: 'kind.transmit',
  'timeout/retransmission': 'kind.retransmission',
  'silence/ack-of-syn-ack': 'kind.ack-of-syn-ack',
  'silence/reset': 'kind.reset',
  'silence/reset-outside-window': 'kind.reset-outside-window',
};

export function nameOfPromptKind(language: Language, kind: string): string {
  const key = NAMED[kind];
  if (key !== undefined) return translate(language, key);
  const question = kind.replace(/^question\//u, 'question.name.');
  if (isTextKey(question))
    return translate(language, 'question.kind', { name: translate(language, question) });
  const name = kind.replace(/^segment\//u, '').replace('+text', `+${translate(language, 'segment.data')}`);
  return translate(language, 'kind.segment', { name });
}
