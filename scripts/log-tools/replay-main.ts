/** Command line: `npm run replay -- LOG`. */
import { locate } from '../caller-path.ts';
import { replayFile } from './replay.ts';

const USAGE = 'usage: npm run replay -- LOG';

const [path, ...more] = process.argv.slice(2);
if (path === undefined || more.length > 0 || path.startsWith('-')) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else {
  const { status, output, problems } = replayFile(locate(path));
  if (problems !== '') process.stderr.write(`${problems}\n`);
  if (output !== '') process.stdout.write(`${output}\n`);
  process.exitCode = status;
}
