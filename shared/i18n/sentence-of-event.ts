/** What happened to an endpoint, in its own words. */
import { assertNever } from '../engine/base/invariant.ts';
import type { EventView } from '../engine/match/view.ts';
import { segmentName, segmentNumbers } from './phrase-of-segment.ts';
import { signOfMinutes } from './sign-of-minutes.ts';
import type { Language } from './translate.ts';
import { translate } from './translate.ts';

/** `iss` is the number that an opening will take. */
export function sentenceOfEvent(language: Language, event: EventView, iss: number): string {
  switch (event.kind) {
    case 'open':
      return translate(language, `event.open.${event.mode}`, { iss });
    case 'send':
      return translate(language, 'event.send', { n: event.text.length, text: event.text });
    case 'segment':
      return translate(language, 'event.segment', {
        segment: segmentName(language, event.segment.flags, event.segment.text.length),
        numbers: segmentNumbers(language, event.segment),
      });
    case 'pass':
      return translate(language, 'event.pass', { time: signOfMinutes(event.minutes) });
    case 'timeout':
      return translate(language, `event.timeout.${event.timer}`);
    case 'close':
    case 'abort':
    case 'checksum-failure':
    case 'transmit':
    case 'crash':
      return translate(language, `event.${event.kind}`);
    default:
      return assertNever(event);
  }
}

/** The event as a question. */
export const questionOfEvent = (language: Language, event: EventView, iss: number): string =>
  translate(language, 'prompt.ask', { event: sentenceOfEvent(language, event, iss) });
