/** Command line: `npm run conformance -- PATH...`; without a path the project's own vectors. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { locate } from '../caller-path.ts';
import { run } from './run.ts';

/** The folder of package.json: this file runs from dist, the vectors stay where they are. */
function projectRoot(from: string): string {
  return existsSync(join(from, 'package.json')) ? from : projectRoot(dirname(from));
}

const given = process.argv.slice(2);
const ownVectors = join(projectRoot(import.meta.dirname), 'scripts', 'conformance', 'vectors');
const { status, output, problems } = run(given.length > 0 ? given.map(locate) : [ownVectors]);
if (problems !== '') process.stderr.write(`${problems}\n`);
process.stdout.write(`${output}\n`);
process.exitCode = status;
