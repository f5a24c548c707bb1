/** Where everything of a small number line lies: what is far apart comes closer, what is close gets room. */
import { seqAdd, seqDiff } from '../../../shared/engine/base/seq32.ts';
import type { LineBlock, NumberLine } from '../../../shared/replay/debrief.ts';

export interface PlannedBlock {
  readonly x: number;
  readonly width: number;
  readonly source: LineBlock;
}

export interface PlannedNumber {
  readonly x: number;
  readonly n: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface NumberLinePlan {
  readonly blocks: readonly PlannedBlock[];
  /** Where blocks begin and end, as far as there is room for the numbers. */
  readonly ticks: readonly PlannedNumber[];
  readonly wrong: PlannedNumber | null;
  readonly right: PlannedNumber;
}

export const LINE_WIDTH = 320;
const EDGE = 12;
/** The last blocks tell where the numbers stand. */
const MOST_BLOCKS = 4;
const DIGIT = 6.4;
const APART = 8;

/** Room between two neighbours, before all is stretched to the whole width. */
const roomFor = (distance: number): number => Math.min(110, 34 + distance * 1.2);

function scaleOf(numbers: readonly number[]): (n: number) => number {
  const sorted = [...new Set(numbers)].sort((a, b) => seqDiff(a, b));
  const places: number[] = [];
  let end = 0;
  for (const [index, n] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before !== undefined) end += roomFor(seqDiff(n, before));
    places.push(end);
  }
  const span = LINE_WIDTH - 2 * EDGE;
  const stretch = end === 0 ? 0 : span / end;
  return (n) => EDGE + (end === 0 ? span / 2 : (places[sorted.indexOf(n)] ?? 0) * stretch);
}

const widthOf = (n: number): number => String(n).length * DIGIT;

/** Numbers near an edge lean inward. */
function numberAt(n: number, x: number, room = widthOf(n)): PlannedNumber {
  const half = room / 2;
  return { n, x, anchor: x < half ? 'start' : x > LINE_WIDTH - half ? 'end' : 'middle' };
}

function extentOf({ n, x, anchor }: PlannedNumber): readonly [number, number] {
  const width = widthOf(n);
  const from = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return [from, from + width];
}

/** From the left, each that does not run into the one before. */
function thinned(ticks: readonly PlannedNumber[]): readonly PlannedNumber[] {
  let free = Number.NEGATIVE_INFINITY;
  return ticks.filter((tick) => {
    const [from, to] = extentOf(tick);
    if (from < free + APART) return false;
    free = to;
    return true;
  });
}

/** `labelRoom` is how wide the words at the wrong and the right number are. */
export function planNumberLine({ blocks, wrong, right }: NumberLine, labelRoom: number): NumberLinePlan {
  const shown = blocks.slice(-MOST_BLOCKS);
  const ends = shown.flatMap(({ seq, len }) => [seq, seqAdd(seq, len)]);
  const xOf = scaleOf([...ends, right, ...(wrong === null ? [] : [wrong])]);
  const marked = (n: number): PlannedNumber => numberAt(n, xOf(n), labelRoom);
  const ticks = [...new Set(ends)].filter((n) => n !== right && n !== wrong).map((n) => numberAt(n, xOf(n)));
  return {
    blocks: shown.map((source) => {
      const x = xOf(source.seq);
      return { x, width: xOf(seqAdd(source.seq, source.len)) - x, source };
    }),
    ticks: thinned(ticks.sort((a, b) => a.x - b.x)),
    wrong: wrong === null ? null : marked(wrong),
    right: marked(right),
  };
}
