/** What a segment or a card is called, and its numbers in a row. */
import type { Card, Play } from '../engine/match/play.ts';
import { flagNames } from '../engine/wire/segment.ts';
import type { Segment } from '../engine/wire/segment.ts';
import { ACK } from '../engine/wire/segment.ts';
import type { Language } from './translate.ts';
import { translate } from './translate.ts';

/** "SYN+ACK", "DATA", "DATA+FIN": the ACK of a text goes without saying. */
export function segmentName(language: Language, flags: number, len: number): string {
  const names: string[] = flagNames(len > 0 ? flags & ~ACK : flags);
  if (len > 0) names.unshift(translate(language, 'segment.data'));
  return names.length > 0 ? names.join('+') : translate(language, 'segment.bare');
}

interface Numbers {
  readonly flags: number;
  readonly seq: number | null;
  readonly ack: number | null;
  readonly len: number;
}

const numbersOf = (segment: Segment): Numbers => ({
  flags: segment.flags,
  seq: segment.seq,
  ack: segment.ack,
  len: segment.text.length,
});

/** "seq 4100, ack 901, 20 octets": what is null or not valid is left out. */
function numbersPhrase(language: Language, { flags, seq, ack, len }: Numbers): string {
  const parts: string[] = [];
  if (seq !== null) parts.push(translate(language, 'segment.seq', { n: seq }));
  if ((flags & ACK) !== 0 && ack !== null) parts.push(translate(language, 'segment.ack', { n: ack }));
  if (len > 0) parts.push(translate(language, 'segment.len', { n: len }));
  return parts.join(translate(language, 'list.comma'));
}

export const segmentNumbers = (language: Language, segment: Segment): string =>
  numbersPhrase(language, numbersOf(segment));

const phrase = (language: Language, numbers: Numbers): string =>
  [segmentName(language, numbers.flags, numbers.len), numbersPhrase(language, numbers)]
    .filter((part) => part !== '')
    .join(translate(language, 'list.comma'));

/** "SYN+ACK, seq 4100, ack 901"; silence for null. */
export const segmentPhrase = (language: Language, segment: Segment | null): string =>
  segment === null ? translate(language, 'match.no-reply') : phrase(language, numbersOf(segment));

export const cardPhrase = (language: Language, card: Card | null): string =>
  card === null ? translate(language, 'match.no-reply') : phrase(language, card);

/** A card, and the state that was named with it. */
export const playPhrase = (language: Language, { card, state }: Play): string =>
  cardPhrase(language, card) + (state === null ? '' : ` → ${state}`);
