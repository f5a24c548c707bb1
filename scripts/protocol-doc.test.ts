/** The protocol's document and its source agree: every event and every error code is described, and no other. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ERROR_CODES, PROTOCOL_VERSION } from '../shared/protocol/messages.ts';

const root = join(import.meta.dirname, '..');
const doc = readFileSync(join(root, 'docs/protocol.md'), 'utf8');
const source = readFileSync(join(root, 'shared/protocol/messages.ts'), 'utf8');

const described = (name: RegExp): string[] => {
  const cells = [...doc.matchAll(/^\| `([^`]+)` \|/gmu)].map(([, cell]) => cell!);
  return [...new Set(cells.filter((cell) => name.test(cell)))].sort();
};

it('names every event of both directions', () => {
  const events = [...source.matchAll(/^ {2}'([a-z]+:[a-z-]+)': \(/gmu)].map(([, name]) => name!);
  expect(events.length).toBeGreaterThan(12);
  expect(described(/^[a-z]+:[a-z-]+$/u)).toStrictEqual([...new Set(events)].sort());
});

it('names every error code', () => {
  expect(described(/^[a-z]+\/[a-z-]+$/u)).toStrictEqual([...ERROR_CODES].sort());
});

it('names the version', () => {
  expect(doc).toContain(`Version ${PROTOCOL_VERSION}.`);
});
