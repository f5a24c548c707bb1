/** The match as files that other programs read. Loaded when the first one is asked for: it brings the whole engine. */
import type { Result } from '../../../shared/engine/base/result.ts';
import type { Seat } from '../../../shared/engine/match/seat.ts';
import type { Language } from '../../../shared/i18n/translate.ts';
import type { MatchLog } from '../../../shared/replay/log.ts';
import { toCsv } from '../../../shared/replay/to-csv.ts';
import { toPacketdrill } from '../../../shared/replay/to-packetdrill.ts';
import { CAPTURE_BASE, toPcapng } from '../../../shared/replay/to-pcapng.ts';

export type FileKind = 'pcapng' | 'csv' | 'packetdrill';

export interface MatchFile {
  readonly content: string | Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly ending: string;
}

export interface MatchFileOptions {
  readonly language: Language;
  /** Whose view a script tells, and of which lane. */
  readonly seat: Seat;
  readonly lane: number;
}

/** Throws where the log is not one: it comes from the server, so that would be our own mistake. */
export function makeMatchFile(
  kind: FileKind,
  logText: string,
  { language, seat, lane }: MatchFileOptions,
): MatchFile {
  const log = JSON.parse(logText) as MatchLog;
  const whole = { language, seat: null, lane: null };
  switch (kind) {
    case 'pcapng': {
      const bytes = made(toPcapng(log, { ...whole, base: CAPTURE_BASE }));
      return { content: new Uint8Array(bytes), type: 'application/octet-stream', ending: 'pcapng' };
    }
    case 'csv':
      return { content: made(toCsv(log, whole)), type: 'text/csv;charset=utf-8', ending: 'csv' };
    case 'packetdrill':
    default: {
      const wire = log.header.level.lanes.length > 1 ? `wire-${String(lane + 1)}.` : '';
      const script = made(toPacketdrill(log, { language, seat, lane }));
      return { content: script, type: 'text/plain;charset=utf-8', ending: `${wire}pkt` };
    }
  }
}

function made<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code}: ${result.detail}`);
  return result.value;
}
