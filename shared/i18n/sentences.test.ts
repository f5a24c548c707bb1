import { describe, expect, test } from 'vitest';
import { trailEntry } from '../testing/trail-entry.ts';
import type { Refusal } from '../engine/match/play.ts';
import { REASONS, RULES } from '../engine/match/play.ts';
import { TCP_STATES } from '../engine/tcp/state.ts';
import { ACK, FIN, RST, SYN } from '../engine/wire/segment.ts';
import type { Segment } from '../engine/wire/segment.ts';
import { cardPhrase, segmentName, segmentPhrase } from './phrase-of-segment.ts';
import { explanationOfEntry, sectionOfEntry, sentencesOfEntry } from './sentence-of-entry.ts';
import { questionOfEvent, sentenceOfEvent } from './sentence-of-event.ts';
import { sentenceOfHint } from './sentence-of-hint.ts';
import { questionOfRefusal, reasonOfRefusal } from './sentence-of-refusal.ts';
import { LANGUAGES } from './translate.ts';

const segment = (flags: number, seq: number, ack = 0, text = ''): Segment => ({
  flags,
  seq,
  ack,
  wnd: 1000,
  text,
});
const arrival = (arrived: Segment) => ({ kind: 'segment', segment: arrived }) as const;

const refusal = (more: Partial<Refusal>): Refusal => ({
  play: { card: null, state: null },
  field: 'ack',
  reason: 'slip-ack',
  rule: 'ack/next-expected',
  input: null,
  ...more,
});

describe('segments', () => {
  test('are named in the order of speech, and text goes first', () => {
    expect(segmentName('en', SYN | ACK, 0)).toBe('SYN+ACK');
    expect(segmentName('en', FIN | ACK, 20)).toBe('DATA+FIN');
    expect(segmentName('zh-CN', ACK, 20)).toBe('数据');
    expect(segmentName('en', 0, 0)).toBe('no flags');
  });

  test('show only the numbers that mean something', () => {
    expect(segmentPhrase('en', segment(SYN, 4100))).toBe('SYN, seq 4100');
    expect(segmentPhrase('en', segment(ACK, 901, 4101, 'hello'))).toBe('DATA, seq 901, ack 4101, 5 octets');
    expect(segmentPhrase('en', null)).toBe('No reply');
    expect(cardPhrase('en', { flags: ACK, seq: null, ack: null, len: 0 })).toBe('ACK');
  });
});

describe('events', () => {
  test('are told with their numbers', () => {
    expect(questionOfEvent('en', arrival(segment(SYN, 4100)), 0)).toBe('Here comes SYN: seq 4100. Well?');
    expect(questionOfEvent('zh-CN', { kind: 'close' }, 0)).toMatch(/CLOSE。怎么办？$/);
    expect(sentenceOfEvent('en', { kind: 'open', mode: 'active' }, 900)).toContain('900');
  });

  test('have a hint in every state', () => {
    const segments = [SYN, SYN | ACK, ACK, FIN | ACK, RST].map((flags) => arrival(segment(flags, 1)));
    for (const language of LANGUAGES)
      for (const state of TCP_STATES)
        for (const event of [...segments, { kind: 'timeout', timer: 'retransmission' } as const])
          expect(sentenceOfHint(language, state, event)).not.toMatch(/\{|\d{3}/);
  });
});

describe('refusals', () => {
  test('ask with the input and keep the result back', () => {
    const text = questionOfRefusal(
      'en',
      refusal({ input: { flags: SYN, seq: 4100, len: 0 }, reason: 'M08' }),
    );
    expect(text).toBe('ack: the SYN had seq 4100. What does a SYN use up?');
    expect(text).not.toContain('4101');
  });

  test('have words for every rule, input and reason', () => {
    const inputs = [
      null,
      { flags: SYN, seq: 1, len: 0 },
      { flags: FIN, seq: 1, len: 0 },
      { flags: ACK, seq: 1, len: 9 },
    ];
    for (const language of LANGUAGES)
      for (const rule of RULES)
        for (const reason of REASONS)
          for (const input of inputs) {
            const told = refusal({ rule, reason, input });
            expect(questionOfRefusal(language, told)).not.toMatch(/\{/);
            expect(reasonOfRefusal(language, told)).not.toBe('');
          }
  });
});

describe('explanations', () => {
  test('count up to the acknowledgment', () => {
    const text = explanationOfEntry(
      'en',
      trailEntry({
        event: arrival(segment(SYN, 4100)),
        answer: segment(SYN | ACK, 900, 4101),
        before: 'LISTEN',
        after: 'SYN-RECEIVED',
        notes: ['listen/syn'],
      }),
    );
    expect(text).toContain('ack = 4100 + 1 = 4101');
    expect(text).toContain('seq = 900: the initial number');
    expect(text).toContain('LISTEN → SYN-RECEIVED');
  });

  test('wrap around the circle', () => {
    const text = explanationOfEntry(
      'en',
      trailEntry({ event: arrival(segment(FIN | ACK, 0xffff_ffff, 7)), answer: segment(ACK, 7, 0) }),
    );
    expect(text).toContain('ack = 4294967295 + 1 = 0');
  });

  test('say that a repetition is acknowledged as before', () => {
    const text = explanationOfEntry(
      'en',
      trailEntry({ event: arrival(segment(ACK, 100, 7, 'old')), answer: segment(ACK, 7, 200) }),
    );
    expect(text).toContain('ack stays 200');
  });

  test('call silence silence', () => {
    expect(sentencesOfEntry('en', trailEntry({}))).toEqual(['No segment was due.']);
  });
});

describe('the section of an entry', () => {
  test('is that of the rule that tells most', () => {
    const notes = ['window/updated', 'ack/advanced', 'time-wait/started'] as const;
    expect(sectionOfEntry('en', trailEntry({ notes }))).toBe('RFC 9293 §3.6.1');
    expect(sectionOfEntry('zh-CN', trailEntry({ notes: ['call/opened'] }))).toBe('RFC 9293 §3.10.1');
  });

  test('is that of what there is, or none', () => {
    expect(sectionOfEntry('en', trailEntry({ notes: ['ack/advanced'] }))).toBe('RFC 9293 §3.10.7.4');
    expect(sectionOfEntry('en', trailEntry({}))).toBeNull();
  });
});
