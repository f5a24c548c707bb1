/** What the command line of the export asks for. */
import { parseArgs } from 'node:util';
import type { Seat } from '../../shared/engine/match/seat.ts';
import type { Language } from '../../shared/i18n/translate.ts';
import { UsageError } from '../usage-error.ts';

export const EXPORT_FORMATS = ['pcapng', 'packetdrill', 'csv', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportOptions {
  readonly log: string;
  readonly format: ExportFormat;
  /** Null: not restricted. */
  readonly seat: Seat | null;
  /** Counts from 0; null: not restricted. */
  readonly lane: number | null;
  readonly language: Language;
  /** Null: standard output. */
  readonly out: string | null;
}

export const USAGE = `usage: npm run export -- LOG --pcapng | --packetdrill | --csv | --json
  --seat A|B        that seat's side only (packetdrill: default A)
  --lane N          that wire only, counted from 1 (packetdrill: default 1)
  --lang en|zh-CN   of comments and sentences; default: en
  --out FILE        default: standard output`;

export function readExportOptions(args: readonly string[]): ExportOptions {
  const { values, positionals } = parse(args);
  const [log] = positionals;
  if (log === undefined || positionals.length > 1) throw new UsageError('give one log file');
  const formats = EXPORT_FORMATS.filter((one) => values[one] === true);
  const [format] = formats;
  if (format === undefined || formats.length > 1) {
    throw new UsageError(`give one of ${EXPORT_FORMATS.map((one) => `--${one}`).join(', ')}`);
  }
  if (format === 'json' && (values.seat !== undefined || values.lane !== undefined)) {
    throw new UsageError('--json is of the whole match: it takes neither --seat nor --lane');
  }
  return {
    log,
    format,
    seat: seatOf(values.seat),
    lane: laneOf(values.lane),
    language: languageOf(values.lang),
    out: values.out ?? null,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        pcapng: { type: 'boolean' },
        packetdrill: { type: 'boolean' },
        csv: { type: 'boolean' },
        json: { type: 'boolean' },
        seat: { type: 'string' },
        lane: { type: 'string' },
        lang: { type: 'string', default: 'en' },
        out: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
}

function seatOf(seat: string | undefined): Seat | null {
  if (seat === undefined) return null;
  if (seat === 'A' || seat === 'B') return seat;
  throw new UsageError(`--seat ${seat}: not A or B`);
}

function laneOf(lane: string | undefined): number | null {
  if (lane === undefined) return null;
  if (/^[1-9]\d?$/u.test(lane)) return Number(lane) - 1;
  throw new UsageError(`--lane ${lane}: not a number from 1`);
}

function languageOf(lang: string): Language {
  if (lang === 'en') return 'en';
  if (lang === 'zh-CN' || lang === 'zh') return 'zh-CN';
  throw new UsageError(`--lang ${lang}: not en or zh-CN`);
}
