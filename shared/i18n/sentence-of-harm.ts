/** What a wrong rule has done, in words. */
import type { Seat } from '../engine/match/seat.ts';
import { otherSeat } from '../engine/match/seat.ts';
import type { Harm } from '../replay/scene.ts';
import type { Language } from './translate.ts';
import { translate } from './translate.ts';

export function sentenceOfHarm(
  language: Language,
  harm: Harm,
  names: { readonly [seat in Seat]: string },
): string {
  const who = { name: names[harm.seat], peer: names[otherSeat(harm.seat)] };
  switch (harm.kind) {
    case 'zombie':
      return translate(language, 'harm.zombie', who);
    case 'waits-for-ever':
      return translate(language, 'harm.waits-for-ever', { ...who, state: harm.state });
    case 'reset':
      return translate(language, 'harm.reset', { ...who, state: harm.state });
    case 'corrupted':
      return translate(language, 'harm.corrupted', { ...who, sent: harm.sent, heard: harm.heard });
    case 'unheard':
      return translate(language, 'harm.unheard', { ...who, text: harm.text });
  }
}
