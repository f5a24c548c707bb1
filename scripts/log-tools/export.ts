/** A log file as something that other programs read. */
import type { Result } from '../../shared/engine/base/result.ts';
import { utf8Bytes } from '../../shared/engine/base/utf8.ts';
import type { FinishedError } from '../../shared/replay/finished-match.ts';
import type { LogFile, VerifiedMatch } from '../../shared/replay/log-file.ts';
import { verifyLogFile } from '../../shared/replay/log-file.ts';
import { toCsv } from '../../shared/replay/to-csv.ts';
import { toPacketdrill } from '../../shared/replay/to-packetdrill.ts';
import { CAPTURE_BASE, toPcapng } from '../../shared/replay/to-pcapng.ts';
import type { ExportOptions } from './export-options.ts';
import { UsageError } from '../usage-error.ts';
import { readLogFile } from './read-log-file.ts';
import { troubleWithLog } from './trouble-with-log.ts';

/** The log says of itself what is not so: nothing is made of it. */
export class FalseLogError extends Error {
  override readonly name = 'FalseLogError';
}

export function exportFile(path: string, options: ExportOptions): Uint8Array {
  const file = readLogFile(path);
  const verified = verifyLogFile(file);
  if (!verified.ok) throw new FalseLogError(troubleWithLog(verified.code, verified.detail));
  const lanes = verified.value.match.state.lanes.length;
  if (options.lane !== null && options.lane >= lanes) {
    throw new UsageError(
      `--lane ${options.lane + 1}: the match has ${lanes === 1 ? 'one wire' : `${lanes} wires`}`,
    );
  }
  return encode(file, verified.value, options);
}

function encode(
  file: LogFile,
  { debrief }: VerifiedMatch,
  { format, language, seat, lane }: ExportOptions,
): Uint8Array {
  switch (format) {
    case 'pcapng':
      return made(toPcapng(file, { language, seat, lane, base: CAPTURE_BASE }));
    case 'packetdrill':
      return utf8Bytes(made(toPacketdrill(file, { language, seat: seat ?? 'A', lane: lane ?? 0 })));
    case 'csv':
      return utf8Bytes(made(toCsv(file, { language, seat, lane })));
    case 'json':
    default:
      return utf8Bytes(`${JSON.stringify(debrief, null, 2)}\n`);
  }
}

/** The log has been replayed once already. */
function made<T>(result: Result<T, FinishedError>): T {
  if (!result.ok) throw new FalseLogError(troubleWithLog(result.code, result.detail));
  return result.value;
}
