import { expect, test } from 'vitest';
import { ACK, FIN, SYN } from '../../shared/engine/wire/segment.ts';
import { dataCame, knocked, promptOf } from '../gallery/fixed-lanes.ts';
import { correctedBy, deadlinesOf, frozenAt, remainingAt } from './deadlines.ts';
import { draftOf, missingFields, numberOf, playOf, withFlag } from './draft.ts';
import { laneToAnswer } from './hand.ts';
import { invitationIn, invitationLink } from './invitation.ts';

const prompt = promptOf({ kind: 'close' }, { lengths: [20, 40] });

test('numbers are whole and of 32 bits', () => {
  expect(numberOf('4294967295')).toBe(4_294_967_295);
  expect(numberOf('4294967296')).toBeNull();
  expect(numberOf('')).toBeNull();
  expect(numberOf('1e3')).toBeNull();
});

test('only a text card has a length, and any flag can be turned on or off', () => {
  expect(draftOf('ACK', prompt).len).toBe(0);
  const data = withFlag(draftOf('DATA', prompt), FIN);
  expect(playOf(data, null, 'flags').card).toEqual({ flags: FIN | ACK, seq: null, ack: null, len: 20 });
});

test('what must be filled in depends on the help and on the flags', () => {
  const syn = draftOf('SYN', prompt);
  expect(missingFields(syn, null, 'flags')).toEqual([]);
  expect(missingFields(syn, null, 'choose')).toEqual(['seq']);
  expect(missingFields(draftOf('ACK', prompt), null, 'type')).toEqual(['seq', 'ack']);
  expect(missingFields(null, null, 'states')).toEqual(['state']);
  expect(missingFields(null, 'LISTEN', 'states')).toEqual([]);
});

test('a number without its flag is not played', () => {
  const card = withFlag({ ...draftOf('SYN+ACK', prompt), seq: '7', ack: '9' }, ACK);
  expect(playOf(card, null, 'type')).toEqual({
    card: { flags: SYN, seq: 7, ack: null, len: 0 },
    state: null,
  });
});

const view = {
  seat: 'A',
  level: {
    id: 'x',
    difficulty: 'novice',
    help: 'flags',
    timed: true,
    speed: true,
    rcvWnd: 1000,
    rounds: null,
  },
  lanes: [{ ...knocked, prompt: null }, dataCame()],
  questions: [],
  paused: false,
  presence: { A: 'present', B: 'present' },
  ended: null,
} as const;

test('the lane that asks is answered', () => {
  expect(laneToAnswer(view, 0)).toBe(1);
  expect(laneToAnswer({ ...view, lanes: [knocked, dataCame()] }, 0)).toBe(0);
  expect(laneToAnswer({ ...view, lanes: [view.lanes[0]] }, 4)).toBe(0);
});

test('deadlines run on this page’s clock and follow the server’s heartbeat', () => {
  const deadlines = deadlinesOf(view, 1000);
  const [id, deadline] = [...deadlines][0] ?? [0, undefined];
  expect(deadline && remainingAt(deadline, 2000)).toBe(12_400);
  const corrected = correctedBy(deadlines, { counter: 1, remaining: { [id]: 9000 } }, 2000).get(id);
  expect(corrected && remainingAt(corrected, 3000)).toBe(8000);
  const frozen = frozenAt(deadlines, 2000).get(id);
  expect(frozen && remainingAt(frozen, 60_000)).toBe(12_400);
  const paused = deadlinesOf({ ...view, paused: true }, 1000).get(id);
  expect(paused && remainingAt(paused, 9000)).toBe(13_400);
});

test('an invitation is a fragment of the address', () => {
  expect(invitationIn('#join=k7qm2x')).toBe('K7QM2X');
  expect(invitationIn('#join=<script>')).toBeNull();
  expect(invitationLink('http://host:3000', '/', 'K7QM2X')).toBe('http://host:3000/#join=K7QM2X');
});
