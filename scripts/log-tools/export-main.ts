/** Command line: `npm run export -- LOG --pcapng | --packetdrill | --csv | --json`. */
import { writeFileSync } from 'node:fs';
import { locate, locateNew } from '../caller-path.ts';
import { UsageError } from '../usage-error.ts';
import { FalseLogError, exportFile } from './export.ts';
import { USAGE, readExportOptions } from './export-options.ts';

/** npm writes which script it runs to standard output, ahead of the file. */
const { npm_lifecycle_event: script, npm_config_loglevel: level } = process.env;
const npmSpeaks = script !== undefined && level !== 'silent' && !process.stdout.isTTY;
const NPM_NOTE = 'npm wrote lines of its own before this: use "npm run --silent export", or --out FILE';

function run(args: readonly string[]): void {
  const options = readExportOptions(args);
  const bytes = exportFile(locate(options.log), options);
  if (options.out !== null) {
    writeFileSync(locateNew(options.out), bytes);
    return;
  }
  if (npmSpeaks) process.stderr.write(`${NPM_NOTE}\n`);
  process.stdout.write(bytes);
}

try {
  run(process.argv.slice(2));
} catch (error) {
  const usage = error instanceof UsageError ? `\n${USAGE}` : '';
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}${usage}\n`);
  // 1: the log is not what it says; 2: there is no log, or no telling what was meant.
  process.exitCode = error instanceof FalseLogError ? 1 : 2;
}
