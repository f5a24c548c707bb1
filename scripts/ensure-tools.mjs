/**
 * What the tests need beyond npm. On Debian and Ubuntu, as root, it is installed; elsewhere one sentence says what is
 * missing. A missing tool is never a skipped test.
 */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

const TOOLS = [
  { command: 'chromium', aptPackage: 'chromium', why: 'the browser tests' },
  { command: 'tshark', aptPackage: 'tshark', why: 'the tests of captures' },
];

function isInstalled(command) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

const missing = TOOLS.filter(({ command }) => !isInstalled(command));

if (missing.length > 0) {
  const packages = missing.map(({ aptPackage }) => aptPackage);
  const reasons = missing.map(({ command, why }) => `${command} (for ${why})`).join(', ');
  const isDebian = existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
  if (!isDebian || process.getuid?.() !== 0) {
    const how = isDebian
      ? `run "sudo apt-get install ${packages.join(' ')}"`
      : `install ${packages.join(' ')} and put it on the PATH`;
    process.stderr.write(`The tests need ${reasons}: ${how}.\n`);
    process.exit(1);
  }
  process.stdout.write(`Installing ${packages.join(', ')}\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    stdio: 'inherit',
    env,
  });
}
