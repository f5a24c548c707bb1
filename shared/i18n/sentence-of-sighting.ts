/** What a capture's comment says of a segment: who sent it and after how many tries, and what the network did to it. */
import type { Seat } from '../engine/match/seat.ts';
import type { SentSegment, Sighting } from '../replay/sightings.ts';
import { cardPhrase } from './phrase-of-segment.ts';
import { reasonOfRefusal } from './sentence-of-refusal.ts';
import type { Language } from './translate.ts';
import { translate } from './translate.ts';

export interface SightingContext {
  readonly language: Language;
  readonly bots: { readonly [seat in Seat]: boolean };
  /** More than one lane: each is named. */
  readonly namesLane: boolean;
}

export function sentenceOfSighting(context: SightingContext, { sent, direction, copy }: Sighting): string {
  const { language, namesLane } = context;
  const told =
    direction === 'outbound' ? sendingSentences(context, sent) : arrivalSentences(language, sent, copy);
  const lane = namesLane ? [translate(language, 'record.lane', { n: sent.lane + 1 })] : [];
  return [...lane, ...told].join(translate(language, 'sentence.space'));
}

function sendingSentences({ language, bots }: SightingContext, sent: SentSegment): readonly string[] {
  const { from: seat, by, settlement, refusals, fate, flippedBit } = sent;
  const told: string[] = [];
  if (by === 'player') told.push(translate(language, `record.by.${bots[seat] ? 'bot' : 'person'}`, { seat }));
  else if (by !== null) told.push(translate(language, `record.by.${by}`, { seat }));
  if (sent.isAgain) told.push(translate(language, 'record.again'));
  const isPlayed = by === 'player' || by === 'stand-in';
  if (isPlayed && refusals.length === 0) told.push(translate(language, 'record.first-try'));
  for (const refusal of refusals) {
    const card = cardPhrase(language, refusal.play.card);
    const reason = `[${refusal.reason}] ${reasonOfRefusal(language, refusal)}`;
    told.push(translate(language, 'record.wrong', { card, reason }));
  }
  if (settlement?.hinted === true) told.push(translate(language, 'record.hinted'));
  if (settlement !== null && settlement.merged > 0) {
    told.push(translate(language, 'record.merged', { n: settlement.merged + 1 }));
  }
  if (fate !== 'delivered') told.push(translate(language, `record.fate.${fate}`, { seat, bit: flippedBit }));
  return told;
}

function arrivalSentences(
  language: Language,
  { from, fate, flippedBit }: SentSegment,
  copy: number,
): readonly string[] {
  switch (fate) {
    case 'corrupted':
      return [translate(language, 'record.arrived.corrupted', { bit: flippedBit })];
    case 'duplicated':
      return [translate(language, 'record.arrived.duplicated', { n: copy })];
    case 'injected':
      return [translate(language, 'record.fate.injected', { seat: from })];
    case 'delayed':
    case 'reordered':
    case 'held':
      return [translate(language, `record.arrived.${fate}`)];
    // What is lost does not arrive.
    case 'delivered':
    case 'dropped':
    case 'late':
    default:
      return [];
  }
}
