/** Who is connected to which seat, and what they are sent: tables, views, heartbeats, the seat in a rematch. */
import type { Logger } from 'pino';
import type { Seat } from '../../shared/engine/match/seat.ts';
import { SEATS, otherSeat } from '../../shared/engine/match/seat.ts';
import { seatedAt, viewOfTable } from '../../shared/referee/table-rules.ts';
import type { Table } from '../../shared/referee/table.ts';
import type { LobbyListener, Lobby } from '../lobby/lobby.ts';
import type { MatchListener } from '../matches/commit-step.ts';
import type { MatchHost } from '../matches/match-host.ts';
import type { Replays } from '../replays/replays.ts';
import type { GameSocket, HeldSeat, SeatRegistry } from './seats.ts';

export interface Services {
  readonly matches: MatchHost;
  readonly lobby: Lobby;
  readonly replays: Replays;
}

export interface Traffic {
  readonly matchListener: MatchListener;
  readonly lobbyListener: LobbyListener;
  /** Must come before anything happens: the services tell what they do through the listeners. */
  attach(services: Services): void;
  /** A player sits down: the table is told, and the match if it is under way. */
  sit(socket: GameSocket, held: HeldSeat, how: 'newly' | 'again'): Promise<void>;
  /** The connection is gone; the seat stays the player's. */
  disconnected(socket: GameSocket): void;
  /** The player leaves for good. */
  leave(socket: GameSocket): Promise<void>;
  beat(): void;
}

export function createTraffic(seats: SeatRegistry, log: Logger): Traffic {
  let attached: Services | null = null;
  const services = (): Services => {
    if (attached === null) throw new Error('traffic before its services were attached');
    return attached;
  };

  const background = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => log.error({ err: error }, 'background work failed'));
  };

  function send(socket: GameSocket, emit: () => void): void {
    if (socket.data.isClogged()) {
      log.warn({ socket: socket.id }, 'socket does not read: closed');
      socket.disconnect(true);
      return;
    }
    emit();
  }

  function sendTable(table: Table): void {
    const connected = (seat: Seat): boolean => seats.socketAt(table.id, seat) !== null;
    for (const seat of SEATS) {
      const socket = seats.socketAt(table.id, seat);
      if (socket === null) continue;
      send(socket, () => socket.emit('match:table', viewOfTable(table, seat, connected)));
    }
  }

  async function tellTable(match: string): Promise<Table | null> {
    const table = await services().lobby.table(match);
    if (table !== null) sendTable(table);
    return table;
  }

  /** To whoever sits there by the time the view is made. */
  async function sendView({ match, seat }: HeldSeat): Promise<void> {
    const update = await services().matches.view(match, seat);
    const socket = seats.socketAt(match, seat);
    if (update !== null && socket !== null) send(socket, () => socket.emit('match:view', update));
  }

  /** Tells the match what is true of the seat when its turn comes. */
  const syncPresence = ({ match, seat }: HeldSeat): Promise<void> =>
    services().matches.setPresence(match, seat, () =>
      seats.socketAt(match, seat) === null ? 'away' : 'present',
    );

  function unwatch(match: string): void {
    if (!seats.isWatched(match)) services().matches.release(match);
  }

  async function goneFrom(held: HeldSeat): Promise<void> {
    const table = await tellTable(held.match);
    if (table?.phase === 'playing') await syncPresence(held);
    unwatch(held.match);
  }

  /** Whoever waits at a table and goes to another gives the seat up; a match under way keeps it for them. */
  async function moveFrom(socket: GameSocket, to: HeldSeat): Promise<void> {
    const { held } = socket.data;
    if (held === null || held.match === to.match) return;
    const table = await services().lobby.table(held.match);
    if (table?.phase === 'waiting') await services().lobby.leave(held.match, held.seat);
    seats.leave(socket);
    await goneFrom(held);
  }

  return {
    attach(given) {
      attached = given;
    },

    async sit(socket, held, how) {
      await moveFrom(socket, held);
      if (!socket.connected) {
        // Gone while the seat was being given. Who never learned the token cannot come back: the seat is free again.
        if (how === 'newly') await services().lobby.leave(held.match, held.seat);
        return goneFrom(held);
      }
      seats.take(socket, held);
      const table = await tellTable(held.match);
      if (table === null || table.phase === 'waiting') return;
      if (table.phase === 'playing') await syncPresence(held);
      await sendView(held);
    },

    disconnected(socket) {
      const held = seats.leave(socket);
      if (held !== null) background(goneFrom(held));
    },

    async leave(socket) {
      const { held } = socket.data;
      if (held === null) return;
      // The seat is given up last: if the store fails, leaving can be said again.
      await services().lobby.leave(held.match, held.seat);
      seats.leave(socket);
      unwatch(held.match);
    },

    beat() {
      for (const socket of seats.all()) {
        const { held } = socket.data;
        const heartbeat = held === null ? null : services().matches.heartbeat(held.match, held.seat);
        if (heartbeat !== null) send(socket, () => socket.emit('match:heartbeat', heartbeat));
      }
    },

    matchListener: {
      viewChanged(match, seat, update) {
        const socket = seats.socketAt(match, seat);
        if (socket !== null) send(socket, () => socket.emit('match:view', { match, ...update }));
      },
      ended: (match) => services().lobby.matchEnded(match),
      isWatched: (match) => seats.isWatched(match),
    },

    lobbyListener: {
      tableChanged: sendTable,
      started(table) {
        for (const seat of SEATS) {
          const held = { match: table.id, seat };
          if (table.seats[seat]?.skill !== null) continue;
          if (seats.socketAt(table.id, seat) === null) background(syncPresence(held));
          else background(sendView(held));
        }
      },
      reseated(from, to) {
        for (const seat of SEATS) {
          const socket = seats.socketAt(from.id, seat);
          const token = socket?.data.held?.token;
          if (socket === null || token === undefined) continue;
          const held = { match: to.id, seat: otherSeat(seat), token };
          seats.take(socket, held);
          send(socket, () => socket.emit('match:seated', seatedAt(to, held.seat, token)));
        }
        background(tellTable(to.id));
        unwatch(from.id);
      },
    },
  };
}
