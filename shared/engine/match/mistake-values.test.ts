/** Wrong numbers: each classic mistake is named, whatever else is merely a slip of the hand. */
import { describe, expect, it } from 'vitest';
import type { Table } from '../../testing/table.ts';
import { tableFor } from '../../testing/table.ts';
import { ANSWER, CLOSE, HANDSHAKE, QUESTION, QUIET, TALK } from '../../testing/test-level.ts';
import { CRASH, FIN_ACKED, START, item, lose, open, send, testLevel } from '../../testing/test-level.ts';
import { ACK, FIN, SYN } from '../wire/segment.ts';
import type { HelpStage } from './level.ts';

const talk = (help: HelpStage = 'type'): Table => tableFor(testLevel(TALK, { help }));

/** A closes first; B still has something to say. */
const HALF_CLOSE = [
  ...HANDSHAKE,
  item('close-a', 'A', QUIET, CLOSE, 'connect'),
  item('rest', 'B', FIN_ACKED, send(ANSWER)),
  item('more', 'B', QUIET, send(QUESTION), 'rest'),
  item('close-b', 'B', QUIET, CLOSE, 'more'),
];

const WRONG_ACK = { field: 'ack', rule: 'ack/next-expected' };
const WRONG_SEQ = { field: 'seq', rule: 'seq/next' };
const wrongAck = (reason: string): object => ({ ...WRONG_ACK, reason });
const wrongSeq = (reason: string): object => ({ ...WRONG_SEQ, reason });

describe('M07, acknowledging the last octet or the number that the peer sent', () => {
  it.each(['choose', 'type', 'states'] as const)('of data in ESTABLISHED, at stage %s', (help) => {
    const table = talk(help).untilAsked('B', 'segment/ACK+text', 'ESTABLISHED');
    const { ack } = table.right('B').card!;
    expect(table.err('B', { ack: ack! - 1 })).toMatchObject(wrongAck('M07'));
    expect(table.err('B', { ack: ack! - QUESTION.length })).toMatchObject(wrongAck('M07'));
    expect(table.answer('B').verdict).toBe('right');
  });

  it('of data in FIN-WAIT-2', () => {
    const table = tableFor(testLevel(HALF_CLOSE)).untilAsked('A', 'segment/ACK+text', 'FIN-WAIT-2');
    const { ack } = table.right('A').card!;
    expect(table.err('A', { ack: ack! - 1 })).toMatchObject(wrongAck('M07'));
    expect(table.err('A', { ack: ack! - ANSWER.length })).toMatchObject(wrongAck('M07'));
  });

  it('names the segment that came as the input', () => {
    const table = talk().untilAsked('B', 'segment/ACK+text');
    const { ack } = table.right('B').card!;
    expect(table.err('B', { ack: ack! - 1 }).input).toStrictEqual({
      flags: ACK,
      seq: ack! - QUESTION.length,
      len: QUESTION.length,
    });
  });
});

describe('M08, SYN and FIN without a number of their own', () => {
  it.each([
    ['the SYN', 'B', 'segment/SYN'],
    ['the SYN,ACK', 'A', 'segment/SYN+ACK'],
    ["the first closer's FIN", 'B', 'segment/FIN+ACK'],
    ["the second closer's FIN", 'A', 'segment/FIN+ACK'],
  ] as const)('acknowledged one too low: %s', (_, seat, kind) => {
    const table = talk().untilAsked(seat, kind);
    const { ack } = table.right(seat).card!;
    expect(table.err(seat, { ack: ack! - 1 })).toMatchObject(wrongAck('M08'));
  });

  it('the next segment starts on the number of the SYN', () => {
    const table = talk().untilAsked('A', 'segment/SYN+ACK');
    const { seq } = table.right('A').card!;
    expect(table.err('A', { seq: seq! - 1 })).toMatchObject(wrongSeq('M08'));
  });

  it('the next segment starts on the number of the SYN,ACK', () => {
    const script = [...HANDSHAKE, item('greet', 'B', QUIET, send(ANSWER), 'connect')];
    const table = tableFor(testLevel(script)).untilAsked('B', 'send');
    const { seq } = table.right('B').card!;
    expect(table.err('B', { seq: seq! - 1 })).toMatchObject(wrongSeq('M08'));
  });

  it('the next segment starts on the number of the FIN', () => {
    const table = talk().untilAsked('A', 'segment/FIN+ACK', 'FIN-WAIT-2');
    const { seq } = table.right('A').card!;
    expect(table.err('A', { seq: seq! - 1 })).toMatchObject(wrongSeq('M08'));
  });
});

describe('M08, a pure ACK with a number of its own', () => {
  it('the next segment starts one too high', () => {
    const table = talk().untilAsked('B', 'close');
    const { seq } = table.right('B').card!;
    expect(table.err('B', { seq: seq! + 1 })).toMatchObject(wrongSeq('M08'));
  });

  it('it is acknowledged one too high', () => {
    const script = [...HANDSHAKE, item('greet', 'B', QUIET, send(ANSWER), 'connect')];
    const table = tableFor(testLevel(script)).untilAsked('B', 'send');
    const { ack } = table.right('B').card!;
    expect(table.err('B', { ack: ack! + 1 })).toMatchObject(wrongAck('M08'));
  });
});

describe('M09, a fresh number for every segment', () => {
  it.each([
    ['the SYN', 'A', [lose({ flags: SYN })], 'SYN-SENT'],
    ['the SYN,ACK', 'B', [lose({ flags: SYN | ACK }), lose({ flags: SYN }, 2)], 'SYN-RECEIVED'],
    ['data', 'A', [lose({ from: 'A', text: true })], 'ESTABLISHED'],
    ['the FIN', 'A', [lose({ from: 'A', flags: FIN | ACK })], 'FIN-WAIT-1'],
    ["the second closer's FIN", 'B', [lose({ from: 'B', flags: FIN | ACK })], 'LAST-ACK'],
  ] as const)('where %s is sent again', (_, seat, faults, state) => {
    const table = tableFor(testLevel(TALK, { faults })).untilAsked(seat, 'timeout/retransmission', state);
    const next = table.seat(seat).endpoint.snd.nxt;
    const expected = { field: 'seq', reason: 'M09', rule: 'seq/retransmission' };
    expect(table.err(seat, { seq: next })).toMatchObject(expected);
    expect(table.err(seat, { seq: table.right(seat).card!.seq! + 1 })).toMatchObject(expected);
  });

  it('one number for a whole text', () => {
    const table = talk().untilAsked('A', 'close');
    const next = table.right('A').card!.seq!;
    expect(table.err('A', { seq: next - QUESTION.length + 1 })).toMatchObject(wrongSeq('M09'));
  });
});

describe('any other number is a slip', () => {
  it('of seq', () => {
    const table = talk().untilAsked('A', 'segment/SYN+ACK');
    const { seq } = table.right('A').card!;
    expect(table.err('A', { seq: seq! + 10 })).toMatchObject(wrongSeq('slip-seq'));
    expect(table.err('A', { seq: null })).toMatchObject(wrongSeq('slip-seq'));
  });

  it('of ack', () => {
    const table = talk().untilAsked('A', 'segment/SYN+ACK');
    const { ack } = table.right('A').card!;
    expect(table.err('A', { ack: ack! + 1 })).toMatchObject(wrongAck('slip-ack'));
    expect(table.err('A', { ack: null })).toMatchObject(wrongAck('slip-ack'));
  });

  it('of seq before ack: the first that differs is named', () => {
    const table = talk().untilAsked('A', 'segment/SYN+ACK');
    expect(table.err('A', { seq: 7, ack: 7 })).toMatchObject(wrongSeq('slip-seq'));
  });

  it('of the initial number, with the rule for it', () => {
    const table = talk().untilAsked('A', 'open');
    const wrong = table.err('A', { seq: 7 });
    expect(wrong).toMatchObject({ field: 'seq', reason: 'slip-seq', rule: 'seq/iss', input: null });
  });

  it("of a reset's number, with the rule for it and the segment that it follows from", () => {
    const script = [
      ...HANDSHAKE,
      item('crash', 'B', QUIET, CRASH, 'connect'),
      item('ask', 'A', QUIET, send(QUESTION), 'crash'),
    ];
    const table = tableFor(testLevel(script)).untilAsked('B', 'segment/ACK+text', 'CLOSED');
    const wrong = table.err('B', { seq: 7 });
    expect(wrong).toMatchObject({ field: 'seq', reason: 'slip-seq', rule: 'seq/reset' });
    expect(wrong.input!.len).toBe(QUESTION.length);
  });
});

it('judges no number at stage `flags`', () => {
  const table = tableFor(testLevel([item('connect', 'A', START, open('active'))], { help: 'flags' }));
  expect(table.right('A').card).toStrictEqual({ flags: SYN, seq: null, ack: null, len: 0 });
  expect(table.play('A', { card: { flags: SYN, seq: 1, ack: 2, len: 0 }, state: null }).verdict).toBe(
    'right',
  );
});
