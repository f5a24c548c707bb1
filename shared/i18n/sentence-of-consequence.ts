/** What a wrong card would have brought about, in words. */
import type { Seat } from '../engine/match/seat.ts';
import type { Consequence } from '../replay/look-ahead.ts';
import type { Language } from './translate.ts';
import { translate } from './translate.ts';

export function sentenceOfConsequence(
  language: Language,
  consequence: Consequence,
  names: { readonly [seat in Seat]: string },
): string {
  switch (consequence.kind) {
    case 'none':
      return translate(language, 'ahead.none');
    case 'repeats':
      return translate(language, consequence.segments === 0 ? 'ahead.later' : 'ahead.repeats', {
        n: consequence.segments,
        seconds: Math.trunc((consequence.later + 500) / 1000),
      });
    case 'reset':
      return translate(language, 'ahead.reset', { name: names[consequence.seat] });
    case 'fails':
      return translate(language, 'ahead.fails');
  }
}
