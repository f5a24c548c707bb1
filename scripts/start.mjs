/** `npm start`: builds what needs building and becomes the server. */
import { execSync } from 'node:child_process';
import process from 'node:process';

/** How often the parent is looked for, ms. */
const LOOK_EVERY = 500;

execSync('npm run --silent build', { stdio: ['ignore', 'ignore', 'inherit'] });
await import('../dist/server/main.js');

// npm hands a signal to the shell between it and us, and that shell ends without handing it on.
const parent = process.ppid;
if (process.env.npm_lifecycle_event !== undefined) {
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY).unref();
}
