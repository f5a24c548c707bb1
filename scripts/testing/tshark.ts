/** Captures as a real reader sees them: Wireshark's engine on the command line. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Wireshark leaves checksums alone unless it is told otherwise: network cards fill them in late. */
const PREFERENCES = ['-o', 'tcp.check_checksum:TRUE', '-o', 'ip.check_checksum:TRUE'];

/**
 * Two passes: what is known of a connection at its end stands in each of its rows. One row a packet, the fields that were asked for in it; several values of one field are joined by commas.
 */
export async function dissect<Field extends string>(
  file: string,
  fields: readonly Field[],
): Promise<readonly { readonly [field in Field]: string }[]> {
  const asked = fields.flatMap((field) => ['-e', field]);
  const { stdout } = await run(
    'tshark',
    ['-2', '-r', file, ...PREFERENCES, '-N', 'n', '-T', 'fields', ...asked],
    {
      maxBuffer: 1 << 26,
    },
  );
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const values = line.split('\t');
      return Object.fromEntries(fields.map((field, at) => [field, values[at] ?? ''])) as {
        [field in Field]: string;
      };
    });
}

/** A copy of the capture without these frames, counted from 1. */
export async function withoutFrames(file: string, frames: readonly number[], copy: string): Promise<void> {
  await run('editcap', [file, copy, ...frames.map(String)]);
}
