/** What a run of vectors says to a person. */
import type { Difference } from './match-expectation.ts';

/** Where a vector failed, and how; what follows in the vector is not run. */
export interface Failure {
  /** `step 3: ...`, `item 3: ...` or `final`. */
  readonly at: string;
  readonly lines: readonly string[];
}

/** `accepted`: how many outcomes would have passed; the differences are from the first. */
export function differs(at: string, differences: readonly Difference[], accepted = 1): Failure {
  const lines = differences.map(
    ({ field, expected, came }) => `${field}: expected ${expected}, came ${came}`,
  );
  const note =
    accepted > 1 ? [`(none of ${accepted} accepted outcomes; these are the differences from the first)`] : [];
  return { at, lines: [...lines, ...note] };
}

export const broken = (at: string, error: unknown): Failure => ({
  at,
  lines: [error instanceof Error ? error.message : String(error)],
});

export const describeFailure = (name: string, { at, lines }: Failure): string =>
  [`FAIL ${name}`, `  ${at}`, ...lines.map((line) => `    ${line}`)].join('\n');

export const summary = (passed: number, failed: number): string => `${passed} passed, ${failed} failed`;
