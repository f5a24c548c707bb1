/**
 * The one way between what a player does and the referee, wherever it runs. A connection carries messages; it knows
 * neither seats nor screens.
 */
import type {
  Ack,
  ClientToServer,
  ErrorCode,
  Reply,
  ServerToClient,
} from '../../shared/protocol/messages.ts';

export type RequestName = keyof ClientToServer;
export type RequestMessage<E extends RequestName> = Parameters<ClientToServer[E]>[0];
export type RequestValue<E extends RequestName> =
  Parameters<ClientToServer[E]>[1] extends Ack<infer Value> ? Value : never;

/** No answer came in time: nothing is known of whether the request was carried out. */
export interface NoAnswer {
  readonly ok: false;
  readonly code: 'net/timeout';
  readonly detail: string;
}

export type Answer<T> = Reply<T> | NoAnswer;

export type LinkState = 'connecting' | 'online' | 'offline';

export interface LinkHandlers {
  readonly online: () => void;
  readonly offline: () => void;
  /** The host refused the connection as such. */
  readonly refused: (code: ErrorCode) => void;
}

export interface Connection {
  request<E extends RequestName>(event: E, message: RequestMessage<E>): Promise<Answer<RequestValue<E>>>;
  on<E extends keyof ServerToClient>(event: E, handler: ServerToClient[E]): void;
  onLink(handlers: LinkHandlers): void;
  /** After the handlers are in place. `match` is the one whose seat this page still holds; null if none. */
  open(match: string | null): void;
}
