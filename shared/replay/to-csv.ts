/**
 * A finished match as a table (RFC 4180): a row for each answer and each wrong play, in the order in which they
 * happened. Codes and numbers are the same in every language; what was played and why it was wrong are words.
 */
import type { Millis } from '../engine/base/millis.ts';
import type { Result } from '../engine/base/result.ts';
import { ok } from '../engine/base/result.ts';
import type { MatchEvent, Settlement } from '../engine/match/event.ts';
import type { Seat } from '../engine/match/seat.ts';
import type { AnsweredBy } from '../engine/match/view.ts';
import type { TcpState } from '../engine/tcp/state.ts';
import { cardPhrase, segmentPhrase } from '../i18n/phrase-of-segment.ts';
import { sentenceOfEvent } from '../i18n/sentence-of-event.ts';
import { reasonOfRefusal } from '../i18n/sentence-of-refusal.ts';
import type { Language } from '../i18n/translate.ts';
import type { Fate, WrongPlay } from './debrief.ts';
import { debriefOfMatch } from './debrief-of.ts';
import type { FinishedError, FinishedMatch } from './finished-match.ts';
import { finishedMatch } from './finished-match.ts';
import type { MatchLog } from './log.ts';

export interface TableOptions {
  readonly language: Language;
  /** Null for both. */
  readonly seat: Seat | null;
  /** Null for all. */
  readonly lane: number | null;
}

interface Row {
  readonly match_ms: Millis;
  readonly lane_ms: Millis;
  /** Counts from 1, as on the screen. */
  readonly wire: number;
  readonly seat: Seat;
  readonly player: 'person' | 'bot';
  readonly event: string;
  readonly what_came: string;
  readonly played: string;
  /** A wrong play, a right one, or who answered in the player's place. */
  readonly verdict: 'wrong' | 'right' | Exclude<AnsweredBy, 'player'>;
  /** Counts from 1; empty where nobody was asked. */
  readonly attempt: number | '';
  readonly reason: string;
  readonly explanation: string;
  readonly hint: 0 | 1;
  /** More prompts that the same segment answered. */
  readonly merged: number;
  /** What the network did to the segment; empty if none was sent. */
  readonly network: Fate | '';
  readonly state_before: TcpState;
  readonly state_after: TcpState;
}

const COLUMNS = [
  'match_ms',
  'lane_ms',
  'wire',
  'seat',
  'player',
  'event',
  'what_came',
  'played',
  'verdict',
  'attempt',
  'reason',
  'explanation',
  'hint',
  'merged',
  'network',
  'state_before',
  'state_after',
] as const satisfies readonly (keyof Row)[];

/** Spreadsheets take a file for UTF-8 only if it begins with this. */
const BYTE_ORDER_MARK = '\ufeff';

export function toCsv(log: MatchLog, options: TableOptions): Result<string, FinishedError> {
  const finished = finishedMatch(log);
  if (!finished.ok) return finished;
  const rows = rowsOf(finished.value, options.language).filter(
    ({ seat, wire }) =>
      (options.seat === null || seat === options.seat) &&
      (options.lane === null || wire === options.lane + 1),
  );
  const lines = [COLUMNS.join(','), ...rows.map((row) => COLUMNS.map((name) => cell(row[name])).join(','))];
  return ok(`${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`);
}

/** A spreadsheet would take a text that begins so for a formula: a quotation mark keeps it a text. */
const FORMULA = /^[=+\-@\t\r]/u;

function cell(value: string | number): string {
  const text = String(value);
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What the rows of one seat in one lane are made from. */
interface Position {
  state: TcpState;
  settlement: Settlement | null;
  refusals: number;
  /** Of the last answer: what is sent next belongs to it. */
  last: number;
}

function rowsOf(match: FinishedMatch, language: Language): readonly Row[] {
  const { ladders, wrongPlays } = debriefOfMatch(match);
  const fates = ladders.map(({ segments }) => new Map(segments.map(({ id, fate }) => [id, fate])));
  const positions = ladders.map(() => ({ A: newPosition(), B: newPosition() }));
  const wrong = [...wrongPlays];
  const rows: Row[] = [];
  let now = 0;
  const basics = (lane: number, seat: Seat): Pick<Row, 'match_ms' | 'wire' | 'seat' | 'player'> => ({
    match_ms: now,
    wire: lane + 1,
    seat,
    player: match.header.seats[seat].bot ? 'bot' : 'person',
  });
  for (const event of match.events) {
    switch (event.kind) {
      case 'time':
        ({ now } = event);
        break;
      case 'refused': {
        const position = positions[event.lane]![event.seat];
        position.refusals += 1;
        rows.push({ ...basics(event.lane, event.seat), ...wrongRow(wrong.shift()!, position, language) });
        break;
      }
      case 'settled':
        positions[event.lane]![event.seat].settlement = event.settlement;
        break;
      case 'handled': {
        const position = positions[event.lane]![event.seat];
        const answers = answerRows(event, position, language);
        rows.push(...answers.map((row) => ({ ...basics(event.lane, event.seat), ...row })));
        position.last = rows.length - 1;
        break;
      }
      case 'sent':
        if (event.fate !== 'injected') {
          const { last } = positions[event.lane]![event.from];
          rows[last] = { ...rows[last]!, network: fates[event.lane]!.get(event.id) ?? event.fate };
        }
        break;
      default:
        break;
    }
  }
  return rows;
}

const newPosition = (): Position => ({ state: 'CLOSED', settlement: null, refusals: 0, last: -1 });

type OwnPart = Omit<Row, 'match_ms' | 'wire' | 'seat' | 'player'>;

function wrongRow(
  { at, state, event, refusal, right }: WrongPlay,
  { refusals }: Position,
  language: Language,
): OwnPart {
  const named = refusal.play.state === null ? '' : ` → ${refusal.play.state}`;
  return {
    lane_ms: at,
    event: event.kind,
    what_came: sentenceOfEvent(language, event, right?.seq ?? 0),
    played: cardPhrase(language, refusal.play.card) + named,
    verdict: 'wrong',
    attempt: refusals,
    reason: refusal.reason,
    explanation: reasonOfRefusal(language, refusal),
    hint: 0,
    merged: 0,
    network: '',
    state_before: state,
    state_after: state,
  };
}

/** Joined answers are one segment: it stands in the row of the last. */
function answerRows(
  { at, by, prompt, items, joined }: Extract<MatchEvent, { readonly kind: 'handled' }>,
  position: Position,
  language: Language,
): readonly OwnPart[] {
  const settlement = prompt === null ? null : position.settlement;
  const attempt = prompt === null ? '' : position.refusals + 1;
  if (prompt !== null) position.refusals = 0;
  return items.map((item, index): OwnPart => {
    const isLast = index === items.length - 1;
    const before = position.state;
    position.state = item.endpoint.state;
    return {
      lane_ms: at,
      event: item.event.kind,
      what_came: sentenceOfEvent(language, item.event, item.endpoint.iss),
      played: joined && !isLast ? '' : segmentPhrase(language, item.segment),
      verdict: by === 'player' ? 'right' : by,
      attempt,
      reason: '',
      explanation: '',
      hint: settlement?.hinted === true ? 1 : 0,
      merged: isLast ? (settlement?.merged ?? 0) : 0,
      network: '',
      state_before: before,
      state_after: item.endpoint.state,
    };
  });
}
