/** The lines that the player prints. */
import type { Play, Refusal } from '../../shared/engine/match/play.ts';
import type { EventView } from '../../shared/engine/match/view.ts';
import { ACK, flagNames } from '../../shared/engine/wire/segment.ts';
import { callName } from '../call-name.ts';

const numbers = (flags: number, seq: number | null, ack: number | null, len: number): string =>
  [
    flagNames(flags).join('+') || 'no flags',
    seq === null ? '' : `seq=${seq}`,
    (flags & ACK) === 0 || ack === null ? '' : `ack=${ack}`,
    len === 0 ? '' : `len=${len}`,
  ]
    .filter((part) => part !== '')
    .join(' ');

export function describeEvent(event: EventView): string {
  if (event.kind !== 'segment') return callName(event) ?? event.kind.toUpperCase();
  const { flags, seq, ack, text } = event.segment;
  return `segment ${numbers(flags, seq, ack, text.length)}`;
}

export const describePlay = ({ card }: Play): string =>
  card === null ? 'no reply' : numbers(card.flags, card.seq, card.ack, card.len);

export const describeRefusal = ({ field, reason }: Refusal): string => `wrong ${field} (${reason})`;

export const describeAnswer = (options: readonly string[] | null): string =>
  options === null ? 'no answer' : options.join(', ') || 'nothing';
