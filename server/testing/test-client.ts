/** A client for tests: real sockets, and a player that knows the right answers from its own view. */
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { ownAnswers } from '../../shared/engine/match/own-endpoint.ts';
import { playOf } from '../../shared/engine/match/play-of.ts';
import { rightOptions } from '../../shared/engine/match/knowledge.ts';
import type { PromptView } from '../../shared/engine/match/view.ts';
import type {
  ClientToServer,
  CommandResult,
  Failure,
  PlayerCommand,
  Reply,
  Seated,
  TableView,
  ViewUpdate,
} from '../../shared/protocol/messages.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/messages.ts';

export interface TestClient {
  readonly socket: Socket;
  seated: Seated | null;
  view: ViewUpdate | null;
  table: TableView | null;
  readonly heard: string[];
  send(name: keyof ClientToServer, message: unknown): Promise<Reply<unknown>>;
  /** Expects success and gives the value. */
  ask<T>(name: keyof ClientToServer, message: unknown): Promise<T>;
  /** Expects an error and gives it. */
  refused(name: keyof ClientToServer, message: unknown): Promise<Failure>;
  until(holds: (client: TestClient) => boolean, what: string): Promise<void>;
  command(command: PlayerCommand): Promise<CommandResult>;
  close(): void;
}

const PATIENCE = 15_000;

export async function connectClient(port: number): Promise<TestClient> {
  const socket = io(`http://127.0.0.1:${port}`, {
    auth: { protocol: PROTOCOL_VERSION },
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  const waiting = new Set<() => void>();
  const client: TestClient = {
    socket,
    seated: null,
    view: null,
    table: null,
    heard: [],
    send: (name, message) => socket.timeout(PATIENCE).emitWithAck(name, message),
    async ask(name, message) {
      const reply: Reply<never> = await socket.timeout(PATIENCE).emitWithAck(name, message);
      if (!reply.ok) throw new Error(`${name}: ${reply.code}: ${reply.detail}`);
      return reply.value;
    },
    async refused(name, message) {
      const reply = await client.send(name, message);
      if (reply.ok) throw new Error(`${name} was accepted: ${JSON.stringify(reply.value)}`);
      return reply;
    },
    until(holds, what) {
      return new Promise((resolve, reject) => {
        const check = (): void => {
          if (!holds(client)) return;
          clearTimeout(timer);
          waiting.delete(check);
          resolve();
        };
        const timer = setTimeout(() => {
          waiting.delete(check);
          reject(new Error(`waited in vain for: ${what}`));
        }, PATIENCE);
        waiting.add(check);
        check();
      });
    },
    command: (command) => client.ask('match:command', { n: (client.view?.lastCommand ?? 0) + 1, command }),
    close: () => socket.close(),
  };
  socket.onAny((name: string, message: unknown) => {
    client.heard.push(JSON.stringify([name, message]));
    if (name === 'match:view') client.view = message as ViewUpdate;
    if (name === 'match:table') client.table = message as TableView;
    if (name === 'match:seated') client.seated = message as Seated;
    for (const check of waiting) check();
  });
  return client;
}

export interface OpenPrompt {
  readonly lane: number;
  readonly prompt: PromptView;
}

export function openPrompt({ view }: TestClient): OpenPrompt | null {
  if (view === null) return null;
  const lane = view.view.lanes.findIndex(({ prompt }) => prompt !== null);
  const prompt = view.view.lanes[lane]?.prompt ?? null;
  return prompt === null ? null : { lane, prompt };
}

export function rightCommand(client: TestClient): PlayerCommand {
  const { lane, prompt } = openPrompt(client)!;
  const { view } = client.view!;
  const [own] = ownAnswers(view.lanes[lane]!, view.level.rcvWnd);
  return { kind: 'play', lane, prompt: prompt.id, play: playOf(own!, view.level.help) };
}

/** What the seat's own view proves, if it is asked about the connection and owes no card. */
export function rightAnswer({ view }: TestClient): PlayerCommand | null {
  const lanes = view?.view.lanes ?? [];
  const lane = lanes.findIndex(({ question }) => question !== null);
  const question = lanes[lane]?.question ?? null;
  if (question === null || lanes.some(({ prompt }) => prompt !== null)) return null;
  const options = rightOptions(question.question, lanes[lane]!);
  return { kind: 'answer', lane, question: question.id, options };
}

export const isEnded = ({ view }: TestClient): boolean => view !== null && view.view.ended !== null;

/** Plays rightly until the match ends, or until it has given so many answers. */
export async function playOn(client: TestClient, answers = Number.POSITIVE_INFINITY): Promise<void> {
  for (let given = 0; given < answers; given++) {
    await client.until(
      (one) => isEnded(one) || openPrompt(one) !== null || rightAnswer(one) !== null,
      'a prompt, a question or the end',
    );
    if (isEnded(client)) return;
    const before = client.view!.counter;
    const result = await client.command(rightAnswer(client) ?? rightCommand(client));
    if (result.verdict !== 'right' && result.verdict !== 'answered')
      throw new Error(`judged ${JSON.stringify(result)}`);
    await client.until(({ view }) => view!.counter > before, 'the view after a play');
  }
}

export const CREATE = {
  level: 'clean',
  name: 'Ann',
  seat: 'A',
  opponent: { kind: 'person' },
  timed: true,
  speed: true,
  help: null,
  timeFactor: 100,
} as const;
