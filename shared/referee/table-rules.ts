/** What may happen at a table, wherever its match is hosted: on the server, or in a page. */
import type { Level } from '../engine/match/level.ts';
import type { Seat } from '../engine/match/seat.ts';
import { SEATS, otherSeat } from '../engine/match/seat.ts';
import type { Seated, TableView, TimeFactor } from '../protocol/messages.ts';
import type { Bots } from './referee.ts';
import type { LogHeader } from '../replay/log.ts';
import { LOG_FORMAT, RULES_VERSION, hashOfLevel, hashOfSecret } from '../replay/log.ts';
import type { Table, TableSeat } from './table.ts';
import { withSeat } from './table.ts';

export const newPerson = (name: string, tokenHash: string, timeFactor: TimeFactor): TableSeat => ({
  name,
  skill: null,
  tokenHash,
  nonce: null,
  timeFactor,
  wantsRematch: false,
  left: false,
});

/** A bot brings nothing to the seed, and is always ready. */
export const newBot = (skill: NonNullable<TableSeat['skill']>): TableSeat => ({
  name: '',
  skill,
  tokenHash: '',
  nonce: '',
  timeFactor: 100,
  wantsRematch: true,
  left: false,
});

const isBot = (player: TableSeat | null): boolean => player !== null && player.skill !== null;

export const freeSeat = ({ seats }: Table): Seat | null => SEATS.find((seat) => seats[seat] === null) ?? null;

/** Both have brought their share of the seed. */
export const isReady = ({ seats: { A, B } }: Table): boolean =>
  A !== null && B !== null && A.nonce !== null && B.nonce !== null;

/** Both want to play again, and both are still there. */
export const isRematchAgreed = ({ seats: { A, B } }: Table): boolean =>
  A !== null && B !== null && A.wantsRematch && B.wantsRematch && !A.left && !B.left;

export const isDeserted = ({ seats }: Table): boolean =>
  SEATS.every((seat) => seats[seat] === null || seats[seat].left || seats[seat].skill !== null);

export function changeSeat(table: Table, seat: Seat, change: Partial<TableSeat>): Table {
  const before = table.seats[seat];
  return before === null ? table : withSeat(table, seat, { ...before, ...change });
}

export function headerOf(table: Table, level: Level): LogHeader {
  const { A, B } = table.seats;
  const played: Level = table.help === null ? level : { ...level, help: table.help };
  return {
    format: LOG_FORMAT,
    rules: RULES_VERSION,
    level: played,
    levelHash: hashOfLevel(played),
    secret: table.secret,
    nonces: { A: A?.nonce ?? '', B: B?.nonce ?? '' },
    timed: table.timed,
    speed: table.speed,
    seats: {
      A: { bot: isBot(A), timeFactor: A?.timeFactor ?? 100 },
      B: { bot: isBot(B), timeFactor: B?.timeFactor ?? 100 },
    },
  };
}

export const seatedAt = (table: Table, seat: Seat, token: string): Seated => ({
  match: table.id,
  code: table.code,
  seat,
  token,
  level: table.level,
  // A table kept by an older build has no such field.
  introduction: table.ownLevel?.introduction ?? null,
  secretHash: hashOfSecret(table.secret),
});

export const botsOf = ({ seats }: Table): Bots => ({ A: seats.A?.skill ?? null, B: seats.B?.skill ?? null });

/** The same players with the tokens they have, roles swapped, nothing else kept. */
export function rematchOf(table: Table, fresh: FreshTable): Table {
  const again = (seat: Seat): TableSeat | null => {
    const player = table.seats[otherSeat(seat)];
    if (player === null) return null;
    return player.skill === null
      ? newPerson(player.name, player.tokenHash, player.timeFactor)
      : newBot(player.skill);
  };
  return { ...table, ...fresh, phase: 'waiting', rematch: null, seats: { A: again('A'), B: again('B') } };
}

/** What is new about every table. */
export type FreshTable = Pick<Table, 'id' | 'code' | 'secret' | 'changedAt'>;

export function viewOfTable(table: Table, you: Seat, connected: (seat: Seat) => boolean): TableView {
  const player = (seat: Seat): TableView['players'][Seat] => {
    const one = table.seats[seat];
    if (one === null) return null;
    return {
      name: one.name,
      kind: one.skill === null ? 'person' : 'bot',
      connected: one.skill !== null || connected(seat),
      ready: one.nonce !== null,
      wantsRematch: one.skill === null && one.wantsRematch,
    };
  };
  return {
    match: table.id,
    code: table.code,
    level: table.level,
    phase: table.phase,
    you,
    players: { A: player('A'), B: player('B') },
  };
}
