import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { levelSchema } from './level-schema.ts';

it('docs/level.schema.json is what `npm run levels -- --schema` prints', () => {
  const kept = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'level.schema.json'), 'utf8');
  expect(JSON.parse(kept)).toStrictEqual(JSON.parse(levelSchema()));
});
