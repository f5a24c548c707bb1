/** Every card is also a sentence: what a segment says in the story of its lesson, its numbers worked in. */
import { ACK, FIN, has, RST, SYN } from '../engine/wire/segment.ts';
import type { Segment } from '../engine/wire/segment.ts';
import type { Language } from './translate.ts';
import { translate } from './translate.ts';

export const VOICES = ['courier', 'friends', 'farewell'] as const;
export type Voice = (typeof VOICES)[number];

/** The sentence must stay one line. */
const MOST_LETTERS = 28;

type Kind = 'syn' | 'syn-ack' | 'ack' | 'text' | 'fin' | 'text-fin' | 'rst' | 'rst-ack';

function kindOf(segment: Segment): Kind {
  const acknowledges = has(segment, ACK);
  if (has(segment, RST)) return acknowledges ? 'rst-ack' : 'rst';
  if (has(segment, SYN)) return acknowledges ? 'syn-ack' : 'syn';
  if (has(segment, FIN)) return segment.text === '' ? 'fin' : 'text-fin';
  return segment.text === '' ? 'ack' : 'text';
}

/** These speak for themselves; what they acknowledge is said after it. */
const CONFIRMS_AFTERWARDS: ReadonlySet<Kind> = new Set<Kind>(['text', 'fin', 'text-fin']);

const shortened = (text: string): string =>
  text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1).trimEnd()}…` : text;

/** Of a segment that has been sent or has arrived: its numbers are told. */
export function sentenceOfCard(language: Language, voice: Voice, segment: Segment): string {
  const kind = kindOf(segment);
  const { seq, ack } = segment;
  const said = translate(language, `voice.${voice}.${kind}`, { seq, ack, text: shortened(segment.text) });
  if (!CONFIRMS_AFTERWARDS.has(kind) || !has(segment, ACK)) return said;
  const confirmed = translate(language, `voice.${voice}.confirms`, { ack });
  return [said, confirmed].join(translate(language, 'sentence.space'));
}
