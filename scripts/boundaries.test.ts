/** Which folder may import which. Everything that decides stays pure, and nothing decides twice. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

const ENGINE = [
  'engine/base',
  'engine/wire',
  'engine/tcp',
  'engine/network',
  'engine/match',
  'engine/scoring',
];

/** Folder of `shared` → folders and packages that its files may import, besides its own. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'engine/base': [],
  'engine/wire': ['engine/base'],
  'engine/tcp': ['engine/base', 'engine/wire'],
  'engine/network': ['engine/base', 'engine/wire'],
  'engine/match': ['engine/base', 'engine/wire', 'engine/tcp', 'engine/network'],
  'engine/scoring': ['engine/base', 'engine/match'],
  levels: ['engine/match', 'engine/network', 'engine/tcp', 'engine/wire', 'zod'],
  bots: ['engine/base', 'engine/wire', 'engine/tcp', 'engine/match'],
  // Types of what a finished match shows; the schemas also need the lists that they check against.
  protocol: ['engine/base', 'engine/match', 'engine/scoring', 'engine/tcp', 'levels', 'replay', 'zod'],
  replay: [...ENGINE, 'i18n'],
  referee: [...ENGINE, 'bots', 'protocol', 'replay', 'i18n'],
  'level-check': [...ENGINE, 'levels', 'replay'],
  i18n: [...ENGINE, 'level-check', 'levels', 'protocol', 'replay'],
};

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

const IMPORT = /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/gu;

function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(IMPORT)].map(([, target]) =>
    target!.startsWith('.')
      ? relative(ROOT, resolve(ROOT, dirname(file), target!))
          .split(sep)
          .join('/')
      : target!,
  );
}

const isTest = (file: string): boolean => /\.test\.tsx?$/u.test(file) || file.includes('/testing/');

const folderIn = (file: string): string => {
  const parts = file.split('/').slice(1);
  return parts[0] === 'engine' ? `engine/${parts[1]}` : parts[0]!;
};

it('shared imports only downwards', () => {
  let seen = 0;
  const wrong: string[] = [];
  for (const file of filesBelow('shared').filter((one) => !isTest(one))) {
    const own = folderIn(file);
    const allowed = MAY_IMPORT[own];
    if (allowed === undefined) {
      wrong.push(`${file} lies in a folder without a rule`);
      continue;
    }
    for (const target of importsOf(file)) {
      seen += 1;
      const folder = target.startsWith('shared/') ? folderIn(target) : target;
      if (folder !== own && !allowed.includes(folder)) wrong.push(`${file} imports ${target}`);
    }
  }
  expect(wrong).toStrictEqual([]);
  // A scan that finds nothing proves nothing.
  expect(seen).toBeGreaterThan(250);
});

it('neither client nor server imports the other, and scripts need neither', () => {
  let seen = 0;
  const wrong: string[] = [];
  const forbidden: Record<string, readonly string[]> = {
    client: ['server/', 'scripts/', 'bench/', 'node:'],
    server: ['client/', 'scripts/', 'bench/', 'e2e/'],
    scripts: ['client/', 'server/'],
  };
  for (const [folder, targets] of Object.entries(forbidden)) {
    for (const file of filesBelow(folder).filter((one) => !isTest(one))) {
      for (const target of importsOf(file)) {
        seen += 1;
        if (targets.some((one) => target.startsWith(one))) wrong.push(`${file} imports ${target}`);
      }
    }
  }
  expect(wrong).toStrictEqual([]);
  expect(seen).toBeGreaterThan(150);
});

it('the board and the session know nothing of each other, and screens reach the server only through the session', () => {
  const wrong = filesBelow('client')
    .filter((file) => !isTest(file))
    .flatMap((file) => importsOf(file).map((target) => ({ file, target })))
    .filter(
      ({ file, target }) =>
        (file.startsWith('client/board/') && /^client\/(?:session|screens|net)\//u.test(target)) ||
        (file.startsWith('client/session/') && (target === 'phaser' || target.startsWith('client/board/'))) ||
        (/^client\/(?:screens|components)\//u.test(file) && target.startsWith('socket.io')),
    );
  expect(wrong).toStrictEqual([]);
});

it('shared computes the same on every machine: whole numbers, no locale, no clock', () => {
  const allowed = new Set(['abs', 'min', 'max', 'floor', 'trunc', 'imul', 'clz32']);
  let seen = 0;
  const wrong: string[] = [];
  for (const file of filesBelow('shared').filter((one) => !isTest(one))) {
    const code = readFileSync(join(ROOT, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '');
    for (const [, name] of code.matchAll(/\bMath\.(\w+)/gu)) {
      seen += 1;
      if (!allowed.has(name!)) wrong.push(`${file}: Math.${name}`);
    }
    for (const [found] of code.matchAll(
      /\*\*|\btoLocale\w*|\blocaleCompare\b|\bnew Date\b|\bDate\.|\bIntl\./gu,
    )) {
      wrong.push(`${file}: ${found}`);
    }
  }
  expect(wrong).toStrictEqual([]);
  expect(seen).toBeGreaterThan(10);
});
