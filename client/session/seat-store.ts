/**
 * Where this browser keeps the right to its seat. A tab resumes its own seat by itself; a seat kept by another tab is
 * only offered, so that two tabs can be two players.
 */
import type { Introduction } from '../../shared/levels/introduction.ts';
import type { Seated } from '../../shared/protocol/messages.ts';
import { isRecord } from './is-record.ts';

export interface KeptSeat {
  readonly seated: Seated;
  readonly nonce: string;
}

export interface SeatStore {
  readonly ofThisTab: () => KeptSeat | null;
  readonly ofThisBrowser: () => KeptSeat | null;
  readonly keep: (seat: KeptSeat) => void;
  readonly forget: () => void;
}

const KEY = 'shake-and-wave.seat';

const TEXTS = ['title', 'summary', 'story', 'goal', 'lesson'] as const;

const FIELDS = ['match', 'code', 'token', 'level', 'secretHash'] as const;

const isSeated = (value: unknown): value is Seated =>
  isRecord(value) &&
  (value['seat'] === 'A' || value['seat'] === 'B') &&
  FIELDS.every((field) => typeof value[field] === 'string');

const isIntroduction = (value: unknown): value is Introduction =>
  isRecord(value) &&
  isRecord(value['texts']) &&
  Object.values(value['texts']).every(
    (texts) => isRecord(texts) && TEXTS.every((name) => typeof texts[name] === 'string'),
  );

const isKeptSeat = (value: unknown): value is KeptSeat =>
  isRecord(value) && typeof value['nonce'] === 'string' && isSeated(value['seated']);

function read(storage: Storage): KeptSeat | null {
  try {
    const value: unknown = JSON.parse(storage.getItem(KEY) ?? 'null');
    if (!isKeptSeat(value)) return null;
    const { seated, nonce } = value;
    // An older build or a curious hand may have left anything: the words are missing then, and nothing else.
    const introduction = isIntroduction(seated.introduction) ? seated.introduction : null;
    return { seated: { ...seated, introduction }, nonce };
  } catch {
    return null;
  }
}

/** Storage may be full or forbidden; then the seat is lost with the tab, and the match still works. */
function attempt(write: () => void): void {
  try {
    write();
  } catch {
    // Nothing to be done, and nothing to be told.
  }
}

export function createSeatStore(tab: Storage, browser: Storage): SeatStore {
  return {
    ofThisTab: () => read(tab),
    ofThisBrowser: () => read(browser),
    keep: (seat) => {
      const text = JSON.stringify(seat);
      attempt(() => tab.setItem(KEY, text));
      attempt(() => browser.setItem(KEY, text));
    },
    forget: () => {
      const mine = read(tab);
      attempt(() => tab.removeItem(KEY));
      if (mine === null || read(browser)?.seated.token === mine.seated.token)
        attempt(() => browser.removeItem(KEY));
    },
  };
}
