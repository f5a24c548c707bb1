/** What stands at an arrow of the ladder diagram, and how much room it takes. */
import { segmentName, segmentNumbers } from '../../../shared/i18n/phrase-of-segment.ts';
import type { Words } from '../../app-context.ts';
import type { LabelSize } from './ladder-labels.ts';
import type { PlannedArrow } from './ladder-plan.ts';

export interface ArrowWords {
  readonly name: string;
  readonly note: string;
  /** One row, or one for each number where there is little room. */
  readonly numbers: readonly string[];
}

/** Heights of the rows below the arrow's line. */
export const NUMBER_ROWS = { first: 11, pitch: 11 } as const;
const NAME_ABOVE = 14;
const LETTER = { name: 7.2, number: 6.1 } as const;

export function wordsOfArrow({ t, language }: Words, arrow: PlannedArrow, isNarrow: boolean): ArrowWords {
  const { segment, fate } = arrow.source;
  const len = segment.text.length;
  const name = segmentName(language, segment.flags, len);
  // The length stands with the name: so the row of numbers stays short enough to give way.
  const numbers = segmentNumbers(language, { ...segment, text: '' });
  return {
    name: len > 0 ? `${name} ${t('match.len.value', { n: len })}` : name,
    note: fate === 'delivered' ? '' : t(`debrief.fate.${fate}`),
    numbers: isNarrow ? numbers.split(t('list.comma')) : [numbers],
  };
}

/** Chinese characters are as wide as they are high. */
const widthOf = (text: string, letter: number): number =>
  Array.from(text).reduce((sum, sign) => sum + (sign > '\u2e80' ? letter * 1.6 : letter), 0);

export function sizeOfWords({ name, note, numbers }: ArrowWords): LabelSize {
  const first = widthOf(note === '' ? name : `${name} ${note}`, LETTER.name);
  const rows = numbers.map((row) => widthOf(row, LETTER.number));
  const below = NUMBER_ROWS.first + NUMBER_ROWS.pitch * (numbers.length - 1) + 3;
  return { width: Math.max(first, ...rows) + 6, above: NAME_ABOVE, below };
}
