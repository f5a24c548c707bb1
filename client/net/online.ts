/** A connection over socket.io: WebSocket first, long polling where a firewall forbids that. */
import { io } from 'socket.io-client';
import type { ErrorCode, ServerToClient } from '../../shared/protocol/messages.ts';
import { ERROR_CODES, PROTOCOL_VERSION } from '../../shared/protocol/messages.ts';
import type {
  Answer,
  Connection,
  LinkHandlers,
  RequestMessage,
  RequestName,
  RequestValue,
} from './connection.ts';

const ANSWER_WITHIN = 8000;

const asErrorCode = (message: string): ErrorCode =>
  ERROR_CODES.find((code) => code === message) ?? 'message/invalid';

export function createOnlineConnection(): Connection {
  const socket = io({
    autoConnect: false,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 400,
    reconnectionDelayMax: 4000,
    auth: { protocol: PROTOCOL_VERSION },
  });

  async function request<E extends RequestName>(
    event: E,
    message: RequestMessage<E>,
  ): Promise<Answer<RequestValue<E>>> {
    if (!socket.connected) return { ok: false, code: 'net/timeout', detail: 'not connected' };
    try {
      const answer: Answer<RequestValue<E>> = await socket.timeout(ANSWER_WITHIN).emitWithAck(event, message);
      return answer;
    } catch (error) {
      return { ok: false, code: 'net/timeout', detail: String(error) };
    }
  }

  function onLink({ online, offline, refused }: LinkHandlers): void {
    socket.on('connect', online);
    socket.on('disconnect', (reason) => {
      offline();
      // socket.io comes back by itself except when the server closed the socket on purpose.
      if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 1000);
    });
    socket.on('connect_error', (error) => {
      offline();
      if (!socket.active) refused(asErrorCode(error.message));
    });
  }

  return {
    request,
    on: <E extends keyof ServerToClient>(event: E, handler: ServerToClient[E]) => {
      socket.on<string>(event, handler);
    },
    onLink,
    open: () => {
      socket.connect();
    },
  };
}
