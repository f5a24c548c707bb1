/** A hint leads to the rule that applies, by state and event; it never names a number. */
import { assertNever } from '../engine/base/invariant.ts';
import type { EventView } from '../engine/match/view.ts';
import type { TcpState } from '../engine/tcp/state.ts';
import { isSynchronized } from '../engine/tcp/state.ts';
import type { Segment } from '../engine/wire/segment.ts';
import { ACK, FIN, has, RST, SYN } from '../engine/wire/segment.ts';
import type { Language, TextKey } from './translate.ts';
import { translate } from './translate.ts';

function ofSegment(state: TcpState, segment: Segment): TextKey {
  if (state === 'CLOSED') return 'hint.closed';
  if (has(segment, RST)) return 'hint.segment.rst';
  if (state === 'LISTEN') return has(segment, ACK) ? 'hint.listen.other' : 'hint.listen.syn';
  if (state === 'SYN-SENT') {
    if (!has(segment, SYN)) return 'hint.syn-sent.other';
    return has(segment, ACK) ? 'hint.syn-sent.syn-ack' : 'hint.syn-sent.syn';
  }
  if (has(segment, SYN) && isSynchronized(state)) return 'hint.segment.syn';
  if (has(segment, SYN)) return 'hint.listen.syn';
  if (has(segment, FIN)) return 'hint.segment.fin';
  return segment.text.length > 0 ? 'hint.segment.text' : 'hint.segment.ack';
}

function keyOf(state: TcpState, event: EventView): TextKey {
  switch (event.kind) {
    case 'segment':
      return ofSegment(state, event.segment);
    case 'timeout':
      return 'hint.retransmission';
    case 'checksum-failure':
    case 'pass':
      return 'hint.segment.ack';
    case 'open':
    case 'send':
    case 'close':
    case 'abort':
    case 'transmit':
    case 'crash':
      return `hint.${event.kind}`;
    default:
      return assertNever(event);
  }
}

export const sentenceOfHint = (language: Language, state: TcpState, event: EventView): string =>
  translate(language, keyOf(state, event));
