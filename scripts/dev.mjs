/** Development: the compiler watches, the server restarts on change, the client reloads. Ctrl+C ends all three. */
import { execFileSync, spawn } from 'node:child_process';
import process from 'node:process';

const bin = (name) => `node_modules/.bin/${name}`;

execFileSync(bin('tsc'), ['-b', 'server'], { stdio: 'inherit' });

const children = [
  [bin('tsc'), '-b', 'server', '--watch', '--preserveWatchOutput'],
  [process.execPath, '--watch', '--watch-preserve-output', 'dist/server/main.js'],
  [bin('vite')],
].map(([command, ...args]) => spawn(command, args, { stdio: 'inherit' }));

let stopping = false;
function stop(code) {
  if (stopping) return;
  stopping = true;
  for (const child of children) child.kill('SIGTERM');
  process.exitCode = code;
}

for (const child of children) child.on('exit', (code) => stop(code ?? 0));
process.on('SIGINT', () => stop(0));
process.on('SIGTERM', () => stop(0));
