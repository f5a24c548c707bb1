/** What the command line of the level check asks for. */
import { parseArgs } from 'node:util';
import { UsageError } from '../usage-error.ts';

export interface LevelsOptions {
  /** Level files; empty for the built-in lessons. */
  readonly files: readonly string[];
  readonly seeds: number;
  /** Print a built-in lesson as a level file, or the JSON Schema, and check nothing. */
  readonly print: { readonly kind: 'lesson'; readonly id: string } | { readonly kind: 'schema' } | null;
}

export const USAGE = `usage: npm run levels -- [--seeds N] [FILE...]
  without a FILE the built-in lessons are checked
  --seeds N      seeds for perfect play and key events; default: 1000
  --print ID     prints a built-in lesson as a level file
  --schema       prints the JSON Schema of level files`;

export function readOptions(args: readonly string[]): LevelsOptions {
  const { values, positionals } = parse(args);
  const seeds = Number(values.seeds);
  if (!Number.isInteger(seeds) || seeds < 1)
    throw new UsageError(`--seeds ${values.seeds}: not a number from 1`);
  const print =
    values.schema === true
      ? ({ kind: 'schema' } as const)
      : values.print === undefined
        ? null
        : ({ kind: 'lesson', id: values.print } as const);
  return { files: positionals, seeds, print };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        seeds: { type: 'string', default: '1000' },
        print: { type: 'string' },
        schema: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
