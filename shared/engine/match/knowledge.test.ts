import { describe, expect, it } from 'vitest';
import { trailEntry } from '../../testing/trail-entry.ts';
import type { TcpState } from '../tcp/state.ts';
import { ACK, FIN, SYN } from '../wire/segment.ts';
import type { OwnView } from './knowledge.ts';
import { inOrder, mistakeIn, rightOptions } from './knowledge.ts';
import type { Option, Question, Questioned } from './question.ts';
import { OPTIONS, QUESTIONED, QUESTIONS, isRight } from './question.ts';
import type { TrailEntry } from './view.ts';

const segment = (flags: number, seq: number, ack: number, text = '') => ({
  flags,
  seq,
  ack,
  wnd: 1000,
  text,
});

const CALLED = trailEntry({
  event: { kind: 'segment', segment: segment(SYN, 500, 0) },
  answer: segment(SYN | ACK, 100, 501),
  before: 'LISTEN',
  after: 'SYN-RECEIVED',
  notes: ['listen/syn'],
});
const ACKED = trailEntry({
  event: { kind: 'segment', segment: segment(ACK, 501, 101) },
  before: 'SYN-RECEIVED',
  notes: ['ack/established'],
});
const SPOKE = trailEntry({ event: { kind: 'send', text: 'hi' }, answer: segment(ACK, 101, 501, 'hi') });

const view = (
  state: TcpState,
  trail: readonly TrailEntry[] = [CALLED, ACKED],
  more: Partial<OwnView['tcb']> = {},
): OwnView => ({ tcb: { state, opened: 'passive', unacknowledged: [], unsent: 0, ...more }, trail });

const WAITED = [CALLED, ACKED, trailEntry({ event: { kind: 'pass', minutes: 120 }, by: 'endpoint' })];

/** Its FIN was acknowledged before the peer had said its own. */
const CLOSED_FIRST = [
  CALLED,
  ACKED,
  trailEntry({ answer: segment(FIN | ACK, 101, 501) }),
  trailEntry({ event: { kind: 'segment', segment: segment(ACK, 501, 102) }, notes: ['ack/advanced'] }),
];

const inFlight = { unacknowledged: [{ len: 2 }] };

describe('what is right', () => {
  it.each<[Question, OwnView, readonly Option[] | null]>([
    ['known', view('LISTEN', []), []],
    ['known', view('SYN-RECEIVED', [CALLED]), ['i-receive', 'peer-sends']],
    ['known', view('ESTABLISHED'), OPTIONS.known],
    ['known', view('CLOSED'), null],
    ['peer-state', view('ESTABLISHED'), ['ESTABLISHED', 'FIN-WAIT-1']],
    ['peer-state', view('CLOSED'), null],
    ['time-wait', view('FIN-WAIT-2'), null],
    ['time-wait', view('FIN-WAIT-2', CLOSED_FIRST), ['me']],
    ['peer-state', view('FIN-WAIT-2', CLOSED_FIRST), ['CLOSE-WAIT', 'LAST-ACK']],
    ['time-wait', view('CLOSE-WAIT'), ['peer']],
    ['time-wait', view('CLOSING'), ['both']],
    ['time-wait', view('FIN-WAIT-1'), null],
    ['waits-for', view('CLOSE-WAIT'), ['own-close']],
    ['waits-for', view('FIN-WAIT-2'), ['peer-fin']],
    ['waits-for', view('TIME-WAIT'), ['old-segments']],
    ['waits-for', view('ESTABLISHED'), null],
    ['data', view('ESTABLISHED'), null],
    ['data', view('ESTABLISHED', [CALLED, ACKED, SPOKE], inFlight), ['nobody']],
    ['data', view('ESTABLISHED', [CALLED, ACKED, SPOKE]), ['peer-tcp']],
    ['data', view('ESTABLISHED', [CALLED, ACKED, SPOKE], { unsent: 5 }), null],
    ['still-there', view('ESTABLISHED'), null],
    ['still-there', view('ESTABLISHED', WAITED), ['unknown']],
    ['still-there', view('FIN-WAIT-2', WAITED), ['unknown']],
    ['still-there', view('ESTABLISHED', WAITED, inFlight), null],
    ['still-there', view('SYN-RECEIVED', [CALLED]), null],
    ['closes-first', view('ESTABLISHED'), ['either']],
    ['closes-first', view('CLOSE-WAIT'), null],
    [
      'closes-first',
      view('FIN-WAIT-1', [CALLED, ACKED, trailEntry({ answer: segment(FIN | ACK, 101, 501) })]),
      null,
    ],
    ['identity', view('SYN-RECEIVED', [CALLED]), ['nothing']],
    ['identity', view('ESTABLISHED'), ['address']],
  ])('%s, %#', (question, own, right) => {
    expect(rightOptions(question, own)).toStrictEqual(right);
  });

  it('what was said in the last connection does not count in this one', () => {
    const gone = trailEntry({ event: { kind: 'crash' }, after: 'CLOSED' });
    expect(rightOptions('data', view('ESTABLISHED', [CALLED, ACKED, SPOKE, gone, CALLED, ACKED]))).toBeNull();
  });

  it('of several texts of which some have arrived there is no one answer', () => {
    const again = trailEntry({ event: { kind: 'send', text: 'yo' }, answer: segment(ACK, 103, 501, 'yo') });
    expect(rightOptions('data', view('ESTABLISHED', [CALLED, ACKED, SPOKE, again], inFlight))).toBeNull();
  });
});

describe('the mistake that an answer shows', () => {
  it.each<[Questioned, Question, OwnView, readonly Option[]]>([
    ['M01', 'known', view('ESTABLISHED'), ['i-send', 'i-receive', 'peer-sends', 'peer-receives']],
    ['M04', 'time-wait', view('FIN-WAIT-2', CLOSED_FIRST), ['peer']],
    ['M04', 'time-wait', view('CLOSE-WAIT'), ['me']],
    ['M04', 'time-wait', view('CLOSING'), ['me']],
    ['M04', 'time-wait', view('CLOSING'), ['peer']],
    ['M05', 'waits-for', view('CLOSE-WAIT'), ['old-segments']],
    ['M05', 'waits-for', view('TIME-WAIT'), ['own-close']],
    ['M11', 'data', view('ESTABLISHED', [CALLED, ACKED, SPOKE]), ['peer-application']],
    ['M11', 'data', view('ESTABLISHED', [CALLED, ACKED, SPOKE], inFlight), ['peer-application']],
    ['M17', 'still-there', view('ESTABLISHED', WAITED), ['yes']],
    ['M18', 'closes-first', view('ESTABLISHED'), ['peer']],
    ['M18', 'closes-first', view('ESTABLISHED', [CALLED, ACKED], { opened: 'active' }), ['me']],
    ['M20', 'identity', view('ESTABLISHED'), ['person']],
    ['M20', 'identity', view('SYN-RECEIVED', [CALLED]), ['person']],
  ])('is %s: %s, %#', (code, question, own, given) => {
    const right = rightOptions(question, own)!;
    expect(mistakeIn(question, given, right, own)).toBe(code);
  });

  it('is none where another one, or a slip, would give the same', () => {
    expect(mistakeIn('time-wait', ['both'], ['me'], view('FIN-WAIT-2'))).toBeNull();
    expect(mistakeIn('closes-first', ['me'], ['either'], view('ESTABLISHED'))).toBeNull();
    expect(mistakeIn('still-there', ['no'], ['unknown'], view('ESTABLISHED'))).toBeNull();
    expect(mistakeIn('known', ['i-send'], [...OPTIONS.known], view('ESTABLISHED'))).toBeNull();
    expect(mistakeIn('peer-state', ['CLOSED'], ['ESTABLISHED'], view('ESTABLISHED'))).toBeNull();
  });

  it('is none in what is right', () => {
    for (const question of QUESTIONS) {
      for (const state of ['ESTABLISHED', 'FIN-WAIT-2', 'CLOSE-WAIT', 'CLOSING'] as const) {
        const own = view(state, [CALLED, ACKED, SPOKE]);
        const right = rightOptions(question, own);
        if (right !== null) expect(mistakeIn(question, right, right, own)).toBeNull();
      }
    }
    expect(QUESTIONED).toHaveLength(7);
  });
});

it('an answer is a set of its own question’s options', () => {
  expect(inOrder('known', ['no-ghost', 'i-send', 'no-ghost'])).toStrictEqual(['i-send', 'no-ghost']);
  expect(inOrder('known', ['me'])).toBeNull();
  expect(isRight({ given: ['i-send'], right: ['i-send', 'no-ghost'] })).toBe(false);
  expect(isRight({ given: null, right: [] })).toBe(false);
  expect(isRight({ given: [], right: [] })).toBe(true);
});
