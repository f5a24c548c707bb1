/** The headless player as a process: `npm run player` without npm in between. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './server-process.ts';

export interface PlayerProcess {
  readonly child: ChildProcess;
  readonly lines: readonly string[];
  readonly errors: readonly string[];
  /** The first line that matches. */
  line(pattern: RegExp): Promise<RegExpMatchArray>;
  readonly exit: Promise<number | null>;
}

const PATIENCE = 60_000;

export function startPlayer(...args: readonly string[]): PlayerProcess {
  const child = spawn(process.execPath, [join(ROOT, 'dist/scripts/player/main.js'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const errors: string[] = [];
  const waiting = new Set<() => void>();
  const collect = (into: string[]) => {
    let rest = '';
    return (chunk: Buffer): void => {
      const parts = (rest + chunk.toString()).split('\n');
      rest = parts.pop() ?? '';
      into.push(...parts);
      for (const check of waiting) check();
    };
  };
  child.stdout.on('data', collect(lines));
  child.stderr.on('data', collect(errors));
  return {
    child,
    lines,
    errors,
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(check);
          reject(new Error(`no line ${String(pattern)} in:\n${[...lines, ...errors].join('\n')}`));
        }, PATIENCE);
        const check = (): void => {
          const found = lines.map((line) => line.match(pattern)).find((match) => match !== null);
          if (found === undefined) return;
          clearTimeout(timer);
          waiting.delete(check);
          resolve(found);
        };
        waiting.add(check);
        check();
      }),
    exit: new Promise((resolve) => {
      child.once('close', (code) => resolve(code));
    }),
  };
}
