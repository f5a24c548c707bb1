/** Every mistake that a card or a named state can show is made in every state in which the lessons give room for it. */
import { expect, it } from 'vitest';
import { sha256Hex } from '../engine/base/sha256.ts';
import type { ShownByPlay } from '../engine/match/play.ts';
import { MISCONCEPTIONS, SHOWN_BY_PLAY } from '../engine/match/play.ts';
import { QUESTIONED } from '../engine/match/question.ts';
import type { Choose } from '../engine/match/self-play.ts';
import { selfPlay } from '../engine/match/self-play.ts';
import { longest } from '../engine/tcp/alternatives.ts';
import type { TcpState } from '../engine/tcp/state.ts';
import { LESSONS } from '../levels/catalogue.ts';
import { setupFor } from '../testing/setups.ts';
import { mistakesAt, reasonsAt } from './mistakes.ts';

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
  return Object.fromEntries(SHOWN_BY_PLAY.map((code) => [code, [...(named.get(code) ?? [])].sort()]));
}

const ROOM: { readonly [code in ShownByPlay]: readonly TcpState[] } = {
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

/** Code → states in which a lesson asks a question that the mistake can answer. */
function namedInQuestions(): { readonly [code: string]: readonly string[] } {
  const named = new Map<string, Set<string>>();
  for (const { level } of LESSONS) {
    for (let seed = 0; seed < SEEDS; seed++) {
      selfPlay(setupFor(level, sha256Hex(`named ${seed}`)), {
        beforeAnswer: (state, put) => {
          const { endpoint } = state.lanes[put.lane]!.seats[put.seat];
          for (const code of mistakesAt(state, put)) {
            named.set(code, (named.get(code) ?? new Set()).add(endpoint.state));
          }
        },
      });
    }
  }
  return Object.fromEntries(QUESTIONED.map((code) => [code, [...(named.get(code) ?? [])].sort()]));
}

it('is named by the judge in what is answered to a question', () => {
  expect(namedInQuestions()).toStrictEqual({
    M01: ['ESTABLISHED'],
    M04: ['CLOSE-WAIT', 'CLOSING', 'FIN-WAIT-2'],
    M05: ['CLOSE-WAIT'],
    M11: ['ESTABLISHED'],
    M17: ['ESTABLISHED', 'FIN-WAIT-2'],
    M18: ['ESTABLISHED'],
    M20: ['ESTABLISHED'],
  });
});

it('is trained by a lesson that claims it', () => {
  const trained = new Set(LESSONS.flatMap(({ file }) => file.trains ?? []));
  expect(MISCONCEPTIONS.filter((code) => !trained.has(code))).toStrictEqual([]);
});
