/**
 * Why a play was refused. While the prompt is open the field, the rule and the inputs are named and never the result;
 * once it is settled the reason may be told in full.
 */
import type { Reason, Refusal, ShownByPlay } from '../engine/match/play.ts';
import { SHOWN_BY_PLAY } from '../engine/match/play.ts';
import { FIN, SYN } from '../engine/wire/segment.ts';
import { segmentName } from './phrase-of-segment.ts';
import type { Language, TextKey } from './translate.ts';
import { isTextKey, translate } from './translate.ts';

export const isMisconception = (reason: Reason): reason is ShownByPlay =>
  SHOWN_BY_PLAY.some((code) => code === reason);

type Input = NonNullable<Refusal['input']>;

/** What about the input decides: what it uses up of its number line. */
function variantOf(input: Input): 'syn' | 'fin' | 'text' | 'bare' {
  if (input.len > 0) return 'text';
  if ((input.flags & SYN) !== 0) return 'syn';
  return (input.flags & FIN) === 0 ? 'bare' : 'fin';
}

function ruleKey(refusal: Refusal): TextKey {
  const plain = `rule.${refusal.rule}` as const;
  if (refusal.input === null) return plain;
  const byInput = `${plain}.${variantOf(refusal.input)}`;
  if (isTextKey(byInput)) return byInput;
  const withInput = `${plain}.input`;
  return isTextKey(withInput) ? withInput : plain;
}

/** For the player who still has to answer. */
export function questionOfRefusal(language: Language, refusal: Refusal): string {
  const { input, reason } = refusal;
  const rule = translate(
    language,
    ruleKey(refusal),
    input === null
      ? {}
      : { segment: segmentName(language, input.flags, input.len), seq: input.seq, len: input.len },
  );
  // With the inputs named, the rule is already the question that a lost count calls for.
  const isAsked = input !== null && (reason === 'M08' || reason === 'M09');
  if (isAsked || !isMisconception(reason)) return rule;
  return [rule, translate(language, `nudge.${reason}`)].join(translate(language, 'sentence.space'));
}

/** For the debrief, when nothing needs to be kept back. */
export const reasonOfRefusal = (language: Language, refusal: Refusal): string =>
  translate(language, `reason.${refusal.reason}`);
