/** What an endpoint that owes nothing knows: never more than its own record says. */
import type { LaneView } from '../engine/match/view.ts';
import { segmentName } from './phrase-of-segment.ts';
import type { Language } from './translate.ts';
import { translate } from './translate.ts';

export function sentenceOfWaiting(language: Language, lane: LaneView): string {
  const { tcb } = lane;
  if (lane.over !== null) return translate(language, `match.wait.over.${lane.over}`);
  if (tcb.state === 'TIME-WAIT')
    return translate(language, 'match.wait.time-wait', { n: lane.timeWait ?? 0 });
  const oldest = tcb.unacknowledged[0];
  if (oldest !== undefined)
    return translate(language, 'match.wait.flying', {
      card: segmentName(language, oldest.flags, oldest.len),
    });
  switch (tcb.state) {
    case 'LISTEN':
      return translate(language, 'match.wait.listen');
    case 'CLOSED':
      return translate(language, 'match.wait.closed');
    case 'ESTABLISHED':
      return translate(language, 'match.wait.established');
    case 'CLOSE-WAIT':
      return translate(language, 'match.wait.close-wait');
    case 'FIN-WAIT-2':
      return translate(language, 'match.wait.fin-wait-2');
    case 'SYN-SENT':
    case 'SYN-RECEIVED':
    case 'FIN-WAIT-1':
    case 'CLOSING':
    case 'LAST-ACK':
    default:
      return translate(language, 'match.wait');
  }
}
