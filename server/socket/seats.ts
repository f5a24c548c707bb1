/** Which socket holds which seat. A seat has one socket at a time: a new one takes it from the old. */
import type { Seat } from '../../shared/engine/match/seat.ts';
import type { ClientToServer, ServerToClient } from '../../shared/protocol/messages.ts';
import type { Server, Socket } from 'socket.io';

/** A seat of a match; with its token where a player holds it. */
export interface HeldSeat {
  readonly match: string;
  readonly seat: Seat;
  readonly token?: string;
}

export interface SocketData {
  held: HeldSeat | null;
  /** More waits to be sent than the client can be reading. */
  isClogged: () => boolean;
  /** Take one of the messages, and of the matches, that this socket has left. */
  mayGoOn: () => boolean;
  mayCreate: () => boolean;
}

type NoEvents = Record<string, never>;
export type GameServer = Server<ClientToServer, ServerToClient, NoEvents, SocketData>;
export type GameSocket = Socket<ClientToServer, ServerToClient, NoEvents, SocketData>;

export interface SeatRegistry {
  take(socket: GameSocket, held: HeldSeat): void;
  /** Gives up the socket's seat; null if it held none, or has lost it to another socket. */
  leave(socket: GameSocket): HeldSeat | null;
  socketAt(match: string, seat: Seat): GameSocket | null;
  isWatched(match: string): boolean;
  all(): Iterable<GameSocket>;
}

export function createSeatRegistry(): SeatRegistry {
  const sockets = new Map<string, GameSocket>();
  const keyOf = ({ match, seat }: HeldSeat): string => `${match}/${seat}`;
  const registry: SeatRegistry = {
    take(socket, held) {
      const old = sockets.get(keyOf(held));
      if (old === socket) return;
      registry.leave(socket);
      if (old !== undefined) {
        old.data.held = null;
        old.emit('match:replaced');
      }
      socket.data.held = held;
      sockets.set(keyOf(held), socket);
    },
    leave(socket) {
      const { held } = socket.data;
      socket.data.held = null;
      if (held === null || held === undefined || sockets.get(keyOf(held)) !== socket) return null;
      sockets.delete(keyOf(held));
      return held;
    },
    socketAt: (match, seat) => sockets.get(keyOf({ match, seat })) ?? null,
    isWatched: (match) =>
      sockets.has(keyOf({ match, seat: 'A' })) || sockets.has(keyOf({ match, seat: 'B' })),
    all: () => sockets.values(),
  };
  return registry;
}
