import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Socket } from 'socket.io';
import { Server } from 'socket.io';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Seated } from '../../shared/protocol/messages.ts';
import type { Connection } from './connection.ts';
import { GIVE_UP_AFTER, LostAnswerError, connect } from './connection.ts';

const SEATED: Seated = {
  match: 'm',
  code: 'ABCDEF',
  seat: 'A',
  token: 't',
  level: 'clean',
  introduction: null,
  secretHash: 'h',
};
const COMMAND = {
  n: 1,
  command: { kind: 'hint', lane: 0, prompt: 1 },
} as const;

type Handle = (event: string, message: unknown, ack: (reply: unknown) => void, socket: Socket) => void;

const refuse = (code: string) => ({ ok: false, code, detail: 'no' });
const grant = (value: unknown) => ({ ok: true, value });

let io: Server;
let connection: Connection;
let asked: string[];
/** What the server does with each message. */
let handle: Handle;

beforeEach(async () => {
  const http = createServer();
  io = new Server(http);
  asked = [];
  handle = () => undefined;
  io.on('connection', (socket) => {
    socket.onAny((event: string, message: unknown, ack: (reply: unknown) => void) => {
      asked.push(event);
      handle(event, message, ack, socket);
    });
  });
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve);
  });
  connection = connect([`http://127.0.0.1:${(http.address() as AddressInfo).port}`]);
});

afterEach(async () => {
  vi.useRealTimers();
  connection.close();
  await io.close();
});

test('a command whose answer is lost is sent again, after the seat has been taken again', async () => {
  connection.holdSeat(SEATED);
  handle = (event, _message, ack, socket) => {
    if (event === 'match:resume') ack(grant(SEATED));
    else if (asked.length > 2) ack(grant({ verdict: 'hinted' }));
    else socket.disconnect(true);
  };
  expect(await connection.request('match:command', COMMAND)).toEqual({ verdict: 'hinted' });
  expect(asked).toEqual(['match:resume', 'match:command', 'match:resume', 'match:command']);
});

test('what must not be carried out twice is not sent again', async () => {
  handle = (...[, , , socket]) => socket.disconnect(true);
  const join = connection.request('match:join', { code: 'ABCDEF', name: 'Ada', timeFactor: 100 });
  await expect(join).rejects.toThrow(LostAnswerError);
  expect(asked).toEqual(['match:join']);
});

test('the seat in a rematch is told when taking the old one gives it, and taken from then on', async () => {
  const again: Seated = { ...SEATED, match: 'm2', seat: 'B' };
  const told: Seated[] = [];
  const resumed: unknown[] = [];
  connection.holdSeat(SEATED);
  connection.on('match:seated', (seated) => told.push(seated));
  handle = (_event, message, ack) => {
    resumed.push(message);
    ack(grant(again));
  };
  await connection.renew();
  await connection.renew();
  expect(told).toEqual([again]);
  expect(resumed).toEqual([
    { match: 'm', token: 't' },
    { match: 'm2', token: 't' },
  ]);
});

test('an attempt that fails is closed, and nothing that it hears is told', async () => {
  let replaced = 0;
  connection.holdSeat(SEATED);
  connection.on('match:replaced', () => {
    replaced += 1;
  });
  const sockets: Socket[] = [];
  handle = (_event, _message, ack, socket) => {
    sockets.push(socket);
    ack(sockets.length === 1 ? refuse('server/store') : grant(SEATED));
    if (sockets.length === 2) sockets[0]?.emit('match:replaced');
  };
  await connection.renew();
  await vi.waitFor(() => expect(sockets.map(({ connected }) => connected)).toEqual([false, true]));
  expect(replaced).toBe(0);
});

test('a seat that cannot be taken again is lost, also for one that only listens', async () => {
  connection.holdSeat(SEATED);
  handle = (_event, _message, ack) => ack(asked.length === 1 ? grant(SEATED) : refuse('seat/token'));
  await connection.renew();
  io.disconnectSockets(true);
  await expect(connection.lost).rejects.toThrow('seat/token: no');
});

test('a request is given up after a minute, passing errors included', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  handle = (_event, _message, ack) => {
    vi.setSystemTime(Date.now() + GIVE_UP_AFTER / 2);
    ack(refuse('match/busy'));
  };
  await expect(connection.request('level:list', {})).rejects.toThrow('level:list: given up: match/busy');
  expect(asked).toHaveLength(2);
});

test('a farewell is said with the seat, which is not taken again after it', async () => {
  connection.holdSeat(SEATED);
  handle = (event, _message, ack, socket) => {
    if (event === 'match:resume') ack(grant(SEATED));
    else socket.disconnect(true);
  };
  await expect(connection.leave()).rejects.toThrow(LostAnswerError);
  expect(asked).toEqual(['match:resume', 'match:leave']);
});
