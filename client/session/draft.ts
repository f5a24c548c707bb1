/** The card in the player's fingers, before it is played. */
import type { HelpStage } from '../../shared/engine/match/level.ts';
import type { Card, Field, Play } from '../../shared/engine/match/play.ts';
import type { PromptView } from '../../shared/engine/match/view.ts';
import type { TcpState } from '../../shared/engine/tcp/state.ts';
import { ACK, FIN, RST, SYN } from '../../shared/engine/wire/segment.ts';

/** The seven cards of the hand, in the order of keys 1 to 7. */
export const CARD_KINDS = ['SYN', 'SYN+ACK', 'ACK', 'DATA', 'FIN', 'FIN+ACK', 'RST'] as const;
export type CardKind = (typeof CARD_KINDS)[number];

export const FLAGS_OF: { readonly [kind in CardKind]: number } = {
  SYN,
  'SYN+ACK': SYN | ACK,
  ACK,
  DATA: ACK,
  FIN,
  'FIN+ACK': FIN | ACK,
  RST,
};

export interface Draft {
  /** The card taken from the hand. */
  readonly kind: CardKind;
  readonly flags: number;
  /** As typed or chosen; empty for not yet. */
  readonly seq: string;
  readonly ack: string;
  readonly len: number;
}

export function draftOf(kind: CardKind, prompt: PromptView): Draft {
  return {
    kind,
    flags: FLAGS_OF[kind],
    seq: '',
    ack: '',
    len: kind === 'DATA' ? (prompt.lengths[0] ?? 0) : 0,
  };
}

export const withFlag = (draft: Draft, flag: number): Draft => ({ ...draft, flags: draft.flags ^ flag });

const MAX_SEQ = 0xffff_ffff;

/** Null for anything that is no 32-bit number. */
export function numberOf(text: string): number | null {
  if (!/^\d{1,10}$/.test(text)) return null;
  const number = Number(text);
  return number <= MAX_SEQ ? number : null;
}

export const asksNumbers = (help: HelpStage): boolean => help !== 'flags';
export const asksAck = (draft: Draft, help: HelpStage): boolean =>
  asksNumbers(help) && (draft.flags & ACK) !== 0;

/** What must still be filled in before the play can go; `draft` null is "no reply". */
export function missingFields(draft: Draft | null, state: TcpState | null, help: HelpStage): Field[] {
  const missing: Field[] = [];
  if (draft !== null && asksNumbers(help)) {
    if (numberOf(draft.seq) === null) missing.push('seq');
    if (asksAck(draft, help) && numberOf(draft.ack) === null) missing.push('ack');
  }
  if (help === 'states' && state === null) missing.push('state');
  return missing;
}

function cardOf(draft: Draft, help: HelpStage): Card {
  return {
    flags: draft.flags,
    seq: asksNumbers(help) ? numberOf(draft.seq) : null,
    ack: asksAck(draft, help) ? numberOf(draft.ack) : null,
    len: draft.len,
  };
}

export const playOf = (draft: Draft | null, state: TcpState | null, help: HelpStage): Play => ({
  card: draft === null ? null : cardOf(draft, help),
  state: help === 'states' ? state : null,
});
