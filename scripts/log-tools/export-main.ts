/** Command line: `npm run export -- LOG --pcapng | --packetdrill | --csv | --json`. */
import { writeFileSync } from 'node:fs';
import { locate, locateNew } from '../caller-path.ts';
import { FalseLogError, exportFile } from './export.ts';
import { USAGE, UsageError, readExportOptions } from './export-options.ts';

function run(args: readonly string[]): void {
  const options = readExportOptions(args);
  const bytes = exportFile(locate(options.log), options);
  if (options.out === null) process.stdout.write(bytes);
  else writeFileSync(locateNew(options.out), bytes);
}

try {
  run(process.argv.slice(2));
} catch (error) {
  const usage = error instanceof UsageError ? `\n${USAGE}` : '';
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}${usage}\n`);
  // 1: the log is not what it says; 2: there is no log, or no telling what was meant.
  process.exitCode = error instanceof FalseLogError ? 1 : 2;
}
