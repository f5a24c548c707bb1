import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readVectorFile, vectorFilesAt } from './read-vectors.ts';
import { describeFailure } from './report.ts';
import { runVector } from './run.ts';
import type { Vector } from './vector.ts';

const VECTORS = join(import.meta.dirname, 'vectors');

function vectorsAt(path: string): readonly Vector[] {
  const files = vectorFilesAt(path);
  if (!files.ok) throw new Error(files.detail);
  return files.value.flatMap((file) => {
    const vectors = readVectorFile(file);
    if (!vectors.ok) throw new Error(vectors.detail);
    return vectors.value;
  });
}

const corpus = vectorsAt(VECTORS);

describe('our engine', () => {
  it.each(corpus)('passes $name: $title', (vector) => {
    const failure = runVector(vector);
    expect(failure === null ? '' : describeFailure(vector.name, failure)).toBe('');
  });
});

describe('the corpus', () => {
  it('names each vector once', () => {
    const names = corpus.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('cites an RFC in each vector', () => {
    expect(corpus.filter(({ source }) => !source.some((one) => one.startsWith('RFC ')))).toEqual([]);
  });
});
