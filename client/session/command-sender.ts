/**
 * Numbers a seat's commands and keeps one outstanding. After a reconnection the same command goes again under the same
 * number, and the server answers as it did the first time: so none is lost and none counts twice.
 */
import type { CommandResult, PlayerCommand } from '../../shared/protocol/messages.ts';
import type { Answer, Connection } from '../net/connection.ts';

interface Outstanding {
  readonly n: number;
  readonly command: PlayerCommand;
  readonly settle: (answer: Answer<CommandResult>) => void;
}

export interface CommandSender {
  readonly busy: () => boolean;
  /** Null if one is outstanding already. */
  readonly send: (command: PlayerCommand) => Promise<Answer<CommandResult>> | null;
  /** The seat's socket is there again. */
  readonly resume: () => void;
  /** The server's count, from a view. */
  readonly sync: (lastCommand: number) => void;
  /** Another seat: everything from the beginning. */
  readonly reset: () => void;
}

export function createCommandSender(connection: Pick<Connection, 'request'>): CommandSender {
  let last = 0;
  let outstanding: Outstanding | null = null;

  async function attempt(tried: Outstanding): Promise<void> {
    const answer = await connection.request('match:command', { n: tried.n, command: tried.command });
    if (outstanding !== tried) return;
    // Without an answer it stays outstanding: `resume` sends it again.
    if (!answer.ok && answer.code === 'net/timeout') return;
    outstanding = null;
    if (answer.ok) last = tried.n;
    tried.settle(answer);
  }

  return {
    busy: () => outstanding !== null,
    send: (command) => {
      if (outstanding !== null) return null;
      return new Promise((settle) => {
        outstanding = { n: last + 1, command, settle };
        void attempt(outstanding);
      });
    },
    resume: () => {
      if (outstanding !== null) void attempt(outstanding);
    },
    sync: (lastCommand) => {
      if (outstanding === null) last = lastCommand;
    },
    reset: () => {
      outstanding = null;
      last = 0;
    },
  };
}
