/** A branch of a finished match, kept in this browser as a match of its own: the page takes it up as after a reload. */
import { sha256Hex } from '../../shared/engine/base/sha256.ts';
import type { Level } from '../../shared/engine/match/level.ts';
import type { Seat } from '../../shared/engine/match/seat.ts';
import { levelById } from '../../shared/levels/catalogue.ts';
import { newBot, newPerson, seatedAt } from '../../shared/referee/table-rules.ts';
import type { Table } from '../../shared/referee/table.ts';
import type { MatchLog } from '../../shared/replay/log.ts';
import type { KeptSeat } from '../session/seat-store.ts';
import { branchMatchId } from './page-match.ts';
import type { SoloStore } from './solo-store.ts';

interface BranchParts {
  readonly store: SoloStore;
  /** Unix ms. */
  readonly now: number;
  readonly randomHex: (octets: number) => string;
}

/** The log holds the level, not its story. */
const ownLevelOf = (level: Level): NonNullable<Table['ownLevel']> => ({
  level,
  introduction: {
    texts: {},
    voice: null,
    difficulty: level.difficulty,
    help: level.help,
    connections: level.lanes.length,
    rounds: level.rounds,
    whatIf: null,
  },
});

export function keepBranch(
  { header, entries }: MatchLog,
  seat: Seat,
  name: string,
  { store, now, randomHex }: BranchParts,
): KeptSeat {
  const token = randomHex(16);
  const nonce = header.nonces[seat];
  const me = { ...newPerson(name, sha256Hex(token), 100), nonce };
  const bot = newBot('standard');
  const table: Table = {
    id: branchMatchId(randomHex(12)),
    code: '',
    level: header.level.id,
    ownLevel: levelById(header.level.id) === null ? ownLevelOf(header.level) : null,
    help: header.level.help,
    timed: header.timed,
    speed: header.speed,
    secret: header.secret,
    phase: 'playing',
    seats: seat === 'A' ? { A: me, B: bot } : { A: bot, B: me },
    rematch: null,
    changedAt: now,
  };
  // As if the match had stood still since its last entry.
  store.save({ table, startedAt: now - (entries.at(-1)?.at ?? 0), log: { header, entries } });
  store.claim(table.id, now);
  return { seated: seatedAt(table, seat, token), nonce };
}
