/**
 * Numbers a seat's commands and keeps one outstanding. Whenever it is not known what became of it, and after a
 * reconnection, the same command goes again under the same number, and the server answers as it did the first time: so
 * none is lost and none counts twice.
 */
import type { CommandResult, PlayerCommand } from '../../shared/protocol/messages.ts';
import type { Answer, Connection } from '../net/connection.ts';
import { persist } from './persist.ts';

interface Outstanding {
  readonly n: number;
  readonly command: PlayerCommand;
  readonly settle: (answer: Answer<CommandResult> | null) => void;
}

export interface CommandSender {
  readonly busy: () => boolean;
  /** Null if one is outstanding already. What is promised is null if its seat was given up before the answer came. */
  readonly send: (command: PlayerCommand) => Promise<Answer<CommandResult> | null> | null;
  /** The connection is gone: nothing is sent until it holds the seat again. */
  readonly suspend: () => void;
  /** The connection holds the seat. */
  readonly resume: () => void;
  /** The server's count, from a view. */
  readonly sync: (lastCommand: number) => void;
  /** Another seat: everything from the beginning. */
  readonly reset: () => void;
}

export function createCommandSender(connection: Pick<Connection, 'request'>): CommandSender {
  let last = 0;
  let outstanding: Outstanding | null = null;
  let seated = false;
  /** Only the newest attempt counts: the server answers every one alike. */
  let attempts = 0;

  async function attempt(tried: Outstanding): Promise<void> {
    attempts += 1;
    const mine = attempts;
    const answer = await persist(
      () => connection.request('match:command', { n: tried.n, command: tried.command }),
      () => attempts === mine,
    );
    if (answer === null) return;
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
        if (seated) void attempt(outstanding);
      });
    },
    suspend: () => {
      seated = false;
      attempts += 1;
    },
    resume: () => {
      seated = true;
      if (outstanding !== null) void attempt(outstanding);
    },
    sync: (lastCommand) => {
      if (outstanding === null) last = lastCommand;
    },
    reset: () => {
      const abandoned = outstanding;
      outstanding = null;
      attempts += 1;
      last = 0;
      abandoned?.settle(null);
    },
  };
}
