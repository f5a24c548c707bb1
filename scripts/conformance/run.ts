/** `npm run conformance`: every vector at the given paths against our engine. */
import { readVectorFile, vectorFilesAt } from './read-vectors.ts';
import { describeFailure, summary } from './report.ts';
import { runConnection } from './run-connection.ts';
import { runEndpoint } from './run-endpoint.ts';
import type { Failure } from './report.ts';
import type { Vector } from './vector.ts';

export interface RunResult {
  /** 0: all passed; 1: some failed; 2: a path is missing or a file is no vector file, whatever the others did. */
  readonly status: 0 | 1 | 2;
  /** What failed and how, and the count. */
  readonly output: string;
  /** Why the status is 2; empty otherwise. */
  readonly problems: string;
}

export const runVector = (vector: Vector): Failure | null =>
  vector.kind === 'endpoint' ? runEndpoint(vector) : runConnection(vector);

export function run(paths: readonly string[]): RunResult {
  const problems: string[] = [];
  const lines: string[] = [];
  let passed = 0;
  let failed = 0;
  for (const path of paths) {
    const files = vectorFilesAt(path);
    if (!files.ok) problems.push(files.detail);
    for (const file of files.ok ? files.value : []) {
      const vectors = readVectorFile(file);
      if (!vectors.ok) problems.push(vectors.detail);
      for (const vector of vectors.ok ? vectors.value : []) {
        const failure = runVector(vector);
        if (failure === null) passed += 1;
        else {
          failed += 1;
          lines.push(describeFailure(`${vector.name} (${file})`, failure));
        }
      }
    }
  }
  const status = problems.length > 0 ? 2 : failed > 0 ? 1 : 0;
  return { status, output: [...lines, summary(passed, failed)].join('\n'), problems: problems.join('\n') };
}
