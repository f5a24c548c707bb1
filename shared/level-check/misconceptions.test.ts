/** Every mistake that a card or a named state can show is made in every state in which the lessons give room for it. */
import { expect, it } from 'vitest';
import { sha256Hex } from '../engine/base/sha256.ts';
import type { Misconception } from '../engine/match/play.ts';
import { MISCONCEPTIONS } from '../engine/match/play.ts';
import type { Choose } from '../engine/match/self-play.ts';
import { selfPlay } from '../engine/match/self-play.ts';
import { longest } from '../engine/tcp/alternatives.ts';
import type { TcpState } from '../engine/tcp/state.ts';
import { LESSONS } from '../levels/catalogue.ts';
import { setupFor } from '../testing/setups.ts';
import { reasonsAt } from './mistakes.ts';

const SEEDS = 6;

/** Code → states in which the judge names it. */
function namedInLessons(): { readonly [code: string]: readonly string[] } {
  const named = new Map<string, Set<string>>();
  for (const { level } of LESSONS) {
    for (const help of ['type', 'states'] as const) {
      for (let seed = 0; seed < SEEDS; seed++) {
        const choose: Choose = (state, open, answers) => {
          const { endpoint } = state.lanes[open.lane]!.seats[open.seat];
          for (const reason of reasonsAt(state, open)) {
            named.set(reason, (named.get(reason) ?? new Set()).add(endpoint.state));
          }
          return seed % 2 === 0 ? answers[0]! : longest(answers);
        };
        selfPlay(setupFor({ ...level, help }, sha256Hex(`named ${seed}`)), { choose });
      }
    }
  }
  return Object.fromEntries(MISCONCEPTIONS.map((code) => [code, [...(named.get(code) ?? [])].sort()]));
}

const ROOM: { readonly [code in Misconception]: readonly TcpState[] } = {
  M01: ['LISTEN'],
  M02: ['FIN-WAIT-1'],
  M03: ['CLOSE-WAIT', 'FIN-WAIT-2'],
  M06: ['FIN-WAIT-1', 'FIN-WAIT-2', 'TIME-WAIT'],
  M07: ['CLOSE-WAIT', 'ESTABLISHED', 'FIN-WAIT-2', 'SYN-RECEIVED'],
  M08: [
    'CLOSE-WAIT',
    'CLOSED',
    'ESTABLISHED',
    'FIN-WAIT-1',
    'FIN-WAIT-2',
    'LAST-ACK',
    'LISTEN',
    'SYN-RECEIVED',
    'SYN-SENT',
    'TIME-WAIT',
  ],
  M09: [
    'CLOSE-WAIT',
    'CLOSED',
    'ESTABLISHED',
    'FIN-WAIT-1',
    'FIN-WAIT-2',
    'LAST-ACK',
    'SYN-RECEIVED',
    'SYN-SENT',
  ],
  M12: ['FIN-WAIT-2'],
  M13: ['CLOSE-WAIT', 'ESTABLISHED', 'LAST-ACK', 'SYN-RECEIVED'],
  M14: ['CLOSE-WAIT', 'ESTABLISHED', 'LAST-ACK', 'LISTEN', 'SYN-RECEIVED', 'TIME-WAIT'],
  M16: ['ESTABLISHED', 'SYN-RECEIVED', 'TIME-WAIT'],
  M19: ['CLOSE-WAIT', 'ESTABLISHED', 'FIN-WAIT-1', 'LAST-ACK'],
  M21: ['SYN-RECEIVED'],
  M22: ['SYN-RECEIVED', 'SYN-SENT'],
  M23: ['CLOSE-WAIT', 'CLOSED', 'ESTABLISHED', 'LISTEN', 'SYN-RECEIVED', 'SYN-SENT'],
};

it('is named by the judge there, and nowhere else', () => {
  expect(namedInLessons()).toStrictEqual(ROOM);
});

it('is trained by a lesson that claims it', () => {
  const trained = new Set(LESSONS.flatMap(({ file }) => file.trains ?? []));
  expect(MISCONCEPTIONS.filter((code) => !trained.has(code))).toStrictEqual([]);
});
