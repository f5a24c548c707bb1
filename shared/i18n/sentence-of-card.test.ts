import { describe, expect, test } from 'vitest';
import { ACK, FIN, RST, SYN } from '../engine/wire/segment.ts';
import type { Segment } from '../engine/wire/segment.ts';
import { LESSONS } from '../levels/catalogue.ts';
import { sentenceOfCard, VOICES } from './sentence-of-card.ts';
import { LANGUAGES } from './translate.ts';

const segment = (flags: number, seq: number, ack = 0, text = ''): Segment => ({
  flags,
  seq,
  ack,
  wnd: 1000,
  text,
});

const KINDS: readonly (readonly [name: string, segment: Segment, told: readonly string[]])[] = [
  ['SYN', segment(SYN, 4100), ['4100']],
  ['SYN+ACK', segment(SYN | ACK, 900, 4101), ['900', '4101']],
  ['ACK', segment(ACK, 4101, 901), ['901']],
  ['DATA', segment(ACK, 4101, 901, 'Are you in at three?'), ['4101', 'Are you in at three?', '901']],
  ['FIN+ACK', segment(FIN | ACK, 4121, 901), ['4121', '901']],
  ['DATA+FIN', segment(FIN | ACK, 4101, 901, 'Good night.'), ['4101', 'Good night.', '901']],
  ['FIN', segment(FIN, 4121), ['4121']],
  ['RST', segment(RST, 4101), ['4101']],
  ['RST+ACK', segment(RST | ACK, 0, 4101), ['4101']],
];

describe.each(VOICES)('in the voice of the %s', (voice) => {
  test.each(KINDS)('%s is a sentence with its numbers', (_, card, told) => {
    for (const language of LANGUAGES) {
      const sentence = sentenceOfCard(language, voice, card);
      for (const part of told) expect(sentence).toContain(part);
      expect(sentence).not.toMatch(/[{}]|undefined/u);
      expect(sentence).toMatch(/[.?!’。？！]$/u);
      // One line of the prompt on a laptop.
      expect(sentence.length).toBeLessThan(language === 'en' ? 105 : 55);
    }
  });

  test('every kind says something else', () => {
    for (const language of LANGUAGES)
      expect(new Set(KINDS.map(([, card]) => sentenceOfCard(language, voice, card))).size).toBe(KINDS.length);
  });

  test('no number is told that is not in the header: nothing is worked out for the player', () => {
    for (const language of LANGUAGES)
      for (const [, { text, ...card }] of KINDS) {
        const letters = text.replaceAll(/./gu, 'x');
        const numbers = sentenceOfCard(language, voice, { ...card, text: letters }).match(/\d+/gu) ?? [];
        for (const number of numbers) expect([card.seq, card.ack]).toContain(Number(number));
      }
  });

  test('what is not acknowledged is not confirmed', () => {
    for (const language of LANGUAGES) {
      const without = sentenceOfCard(language, voice, segment(FIN, 4121, 901));
      const withAck = sentenceOfCard(language, voice, segment(FIN | ACK, 4121, 901));
      expect(without).not.toContain('901');
      expect(withAck.startsWith(without)).toBe(true);
    }
  });
});

test('a courier rings', () => {
  const tell = (card: Segment) => sentenceOfCard('en', 'courier', card);
  expect(tell(segment(SYN, 4100))).toBe('Hello, are you there? I count from 4100.');
  expect(tell(segment(SYN | ACK, 900, 4101))).toBe(
    'Yes, I hear you; I expect 4101 next. Do you hear me? I count from 900.',
  );
  expect(tell(segment(ACK, 4101, 901))).toBe('I hear you. 901 is what I expect next.');
});

test('a long text is cut, and what it contains is not filled in', () => {
  const sentence = sentenceOfCard('en', 'friends', segment(ACK, 1, 2, `{seq} ${'word '.repeat(40)}`));
  expect(sentence).toBe('Here comes 1: ‘{seq} word word word word w…’ Your next is 2.');
});

test('the voices differ, and every lesson has one', () => {
  for (const language of LANGUAGES)
    for (const [, card] of KINDS)
      expect(new Set(VOICES.map((voice) => sentenceOfCard(language, voice, card))).size).toBe(VOICES.length);
  for (const { file } of LESSONS) expect(VOICES).toContain(file.voice);
});
