import { FIN, SYN } from '../../../shared/engine/wire/segment.ts';
import { segmentName } from '../../../shared/i18n/phrase-of-segment.ts';
import type { LineBlock, NumberLine } from '../../../shared/replay/debrief.ts';
import type { Words } from '../../app-context.ts';
import { useWords } from '../../app-context.ts';
import type { PlannedNumber } from './number-line-plan.ts';
import { LINE_WIDTH, planNumberLine } from './number-line-plan.ts';

const HEIGHT = 88;
const BAND = { top: 30, height: 24 } as const;
const LETTER = { latin: 6.6, chinese: 11.5 } as const;

const textLength = ({ flags, len }: LineBlock): number => len - ((flags & (SYN | FIN)) === 0 ? 0 : 1);

const nameOf = (language: Words['language'], block: LineBlock): string =>
  textLength(block) > 0 && (block.flags & FIN) === 0
    ? String(block.len)
    : segmentName(language, block.flags & (SYN | FIN), textLength(block));

function described({ t, language }: Words, { blocks, wrong, right }: NumberLine, name: string): string {
  const told = blocks.map((block) =>
    t('line.block', {
      name: segmentName(language, block.flags, textLength(block)),
      seq: block.seq,
      next: (block.seq + block.len) >>> 0,
    }),
  );
  const list = told.length === 0 ? t('line.empty') : told.join(t('list.comma'));
  return wrong === null
    ? t('line.described', { name, blocks: list, right })
    : t('line.described.wrong', { name, blocks: list, wrong, right });
}

const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, sign) => sum + (sign > '\u2e80' ? LETTER.chinese : LETTER.latin), 0);

/** A number with its words: the wrong one above the line, the right one below. */
function Mark({ at, words, side }: { at: PlannedNumber; words: string; side: 'wrong' | 'right' }) {
  const isAbove = side === 'wrong';
  const edge = isAbove ? BAND.top - 3 : BAND.top + BAND.height + 3;
  const out = isAbove ? -8 : 8;
  return (
    <g class={`line-mark is-${side}`}>
      <line x1={at.x} x2={at.x} y1={BAND.top - 3} y2={BAND.top + BAND.height + 3} />
      <path d={`M${String(at.x)} ${String(edge)}l-5 ${String(out)}h10z`} />
      <text x={at.x} y={isAbove ? 14 : HEIGHT - 5} text-anchor={at.anchor}>
        {words}
      </text>
    </g>
  );
}

export function WrongNumberLine({ line, name }: { line: NumberLine; name: string }) {
  const words = useWords();
  const { t, language } = words;
  const right = t('line.right', { n: line.right });
  const wrong = line.wrong === null ? '' : t('line.played', { n: line.wrong });
  const plan = planNumberLine(line, Math.max(widthOf(right), widthOf(wrong)));
  return (
    <figure class="wrong-line">
      <figcaption>{t('line.title', { name })}</figcaption>
      <svg
        viewBox={`0 0 ${String(LINE_WIDTH)} ${String(HEIGHT)}`}
        role="img"
        aria-label={described(words, line, name)}
      >
        <line class="line-axis" x1="0" x2={LINE_WIDTH} y1={BAND.top + 12} y2={BAND.top + 12} />
        {plan.blocks.map(({ x, width, source }) => (
          <g key={source.seq} class="line-block" data-acknowledged={source.isAcknowledged}>
            <rect x={x + 1} y={BAND.top} width={Math.max(2, width - 2)} height={BAND.height} rx="4" />
            <text x={x + width / 2} y={BAND.top + 16} text-anchor="middle">
              {nameOf(language, source)}
            </text>
          </g>
        ))}
        {plan.ticks.map(({ n, x, anchor }) => (
          <text key={n} class="line-tick" x={x} y={BAND.top + BAND.height + 13} text-anchor={anchor}>
            {n}
          </text>
        ))}
        {plan.wrong !== null && <Mark at={plan.wrong} words={wrong} side="wrong" />}
        <Mark at={plan.right} words={right} side="right" />
      </svg>
    </figure>
  );
}
