import type { PlacedLabel } from './ladder-labels.ts';
import { NUMBER_ROWS } from './ladder-words.ts';
import type { ArrowWords } from './ladder-words.ts';

interface Properties {
  readonly words: ArrowWords;
  readonly at: PlacedLabel;
  /** Of the arrow, in degrees, so that the words stand upright. */
  readonly angle: number;
  readonly fate: string;
}

export function LadderLabel({ words, at, angle, fate }: Properties) {
  const { name, note, numbers } = words;
  return (
    <g
      class="arrow-label"
      data-fate={fate}
      transform={`translate(${String(at.x)} ${String(at.y)}) rotate(${String(angle)})`}
    >
      <text class="arrow-name" y="-4" text-anchor="middle">
        {name}
        {note !== '' && <tspan class="arrow-note"> {note}</tspan>}
      </text>
      {numbers.map((row, index) => (
        <text
          key={index}
          class="arrow-numbers"
          y={NUMBER_ROWS.first + index * NUMBER_ROWS.pitch}
          text-anchor="middle"
        >
          {row}
        </text>
      ))}
    </g>
  );
}
