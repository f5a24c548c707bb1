/** What the RFC calls a user's call or a timer that has run out, and whatever else befalls a host; null for the rest. */
import type { EventView } from '../shared/engine/match/view.ts';

export function callName(event: EventView): string | null {
  switch (event.kind) {
    case 'open':
      return `${event.mode} OPEN`;
    case 'send':
      return `SEND ${event.text.length}`;
    case 'timeout':
      return `${event.timer} timeout`;
    case 'close':
    case 'abort':
    case 'crash':
      return event.kind.toUpperCase();
    case 'pass':
      return `${event.minutes} minutes pass`;
    case 'segment':
    case 'checksum-failure':
    case 'transmit':
    default:
      return null;
  }
}
