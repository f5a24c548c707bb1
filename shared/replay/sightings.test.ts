/** Who saw which segment, and what is said of it: one fault at a time. */
import { describe, expect, it } from 'vitest';
import type { Level } from '../engine/match/level.ts';
import type { MatchEvent } from '../engine/match/event.ts';
import { LEVELS } from '../levels/catalogue.ts';
import { ACK, RST, SYN } from '../engine/wire/segment.ts';
import { sentenceOfSighting } from '../i18n/sentence-of-sighting.ts';
import { setupFor } from '../testing/setups.ts';
import type { Table } from '../testing/table.ts';
import { SEED, tableFor } from '../testing/table.ts';
import { driveRightly } from '../testing/drive.ts';
import { ESTABLISHED, TALK, fault, inject, lose, testLevel } from '../testing/test-level.ts';
import type { Sighting } from './sightings.ts';
import { sightingsOf } from './sightings.ts';

const seen = (level: Level): readonly Sighting[] =>
  sightingsOf(driveRightly(setupFor(level, SEED), () => 0).events, 0);

const withFlags = (all: readonly Sighting[], flags: number): readonly string[] =>
  all.filter(({ sent }) => sent.segment.flags === flags).map(({ seat, direction }) => `${seat} ${direction}`);

const comments = (all: readonly Sighting[], language: 'en' | 'zh-CN' = 'en'): readonly string[] =>
  all.map((one) => sentenceOfSighting({ language, bots: { A: false, B: true }, namesLane: false }, one));

describe('a segment is seen', () => {
  it('by both cards, first by the one that sends it', () => {
    expect(withFlags(seen(testLevel(TALK)), SYN)).toStrictEqual(['A outbound', 'B inbound']);
  });

  it('by its sender alone when it is lost', () => {
    const all = seen(testLevel(TALK, { faults: [lose({ flags: SYN })] }));
    expect(withFlags(all, SYN)).toStrictEqual(['A outbound', 'A outbound', 'B inbound']);
    expect(comments(all)[0]).toBe('Played by A. Right at the first try. The network loses it.');
    expect(comments(all)[1]).toBe('Played by A. Sent again. Right at the first try.');
  });

  it('twice by its receiver when the network doubles it', () => {
    const doubled = fault({ flags: SYN | ACK }, { kind: 'duplicate', copies: 1 });
    const all = seen(testLevel(TALK, { faults: [doubled] }));
    expect(withFlags(all, SYN | ACK)).toStrictEqual(['B outbound', 'A inbound', 'A inbound']);
    expect(comments(all)).toContain('Copy 2 of a segment that the network doubled.');
    expect(comments(all)).toContain(
      'Played by the bot at B. Right at the first try. The network doubles it.',
    );
  });

  it('damaged by its receiver, with the bit that was flipped', () => {
    const all = seen(testLevel(TALK, { faults: [fault({ flags: SYN }, { kind: 'corrupt' })] }));
    const [sent, arrived] = all;
    expect(arrived!.sent.flippedBit).toBeGreaterThanOrEqual(0);
    expect(arrived!.sent).toBe(sent!.sent);
    const bit = String(arrived!.sent.flippedBit);
    expect(comments(all)[1]).toBe(`Bit ${bit} of the segment was flipped on the way: its checksum fails.`);
    expect(comments(all, 'zh-CN')[1]).toBe(`报文段的第 ${bit} 位在途中被翻转，校验和不符。`);
  });

  it('by its victim alone when a stranger forged it', () => {
    const forged = inject('forge', 'B', ESTABLISHED, RST, 500);
    const all = seen(testLevel([...TALK, forged]));
    expect(withFlags(all, RST)).toStrictEqual(['B inbound']);
    expect(comments(all)).toContain('Of unknown origin: A did not send it.');
  });
});

describe('what is said of a player', () => {
  function playedAt(table: Table): readonly MatchEvent[] {
    table.untilOver();
    return table.events;
  }

  it('names each wrong play before the card, with its reason', () => {
    const table = tableFor(testLevel(TALK)).untilAsked('A', 'open');
    table.err('A', { flags: ACK, ack: 0 });
    table.err('A', 'silence');
    const [first] = comments(sightingsOf(playedAt(table), 0));
    expect(first).toMatch(
      /^Played by A\. Wrong play before it: ACK, .*\[\S+\] .* Wrong play before it: No reply\./u,
    );
    expect(first).not.toContain('first try');
  });

  it('names what one segment answered together', () => {
    const events = driveRightly(setupFor(testLevel(TALK), SEED), () => 0, 'merged').events;
    const merged = sightingsOf(events, 0).filter(({ sent }) => (sent.settlement?.merged ?? 0) > 0);
    expect(merged.length).toBeGreaterThan(0);
    expect(comments(merged)[0]).toContain('One segment answers 2 prompts.');
  });
});

it('is in the order of lane time', () => {
  const all = seen(testLevel(TALK, { faults: [fault({ flags: SYN }, { kind: 'delay', by: 300 })] }));
  for (const [index, { at }] of all.entries()) expect(at).toBeGreaterThanOrEqual(all[index - 1]?.at ?? 0);
});

it.each(LEVELS.map((level) => [level.id, level] as const))('pairs segment and answer in %s', (_, level) => {
  const { events } = driveRightly(setupFor(level, SEED), () => 0);
  let paired = 0;
  for (const lane of level.lanes.keys()) {
    for (const { direction, sent } of sightingsOf(events, lane)) {
      if (direction === 'inbound' || sent.settlement === null) continue;
      const { prompt } = sent.settlement;
      const answer = events.find(
        (event) => event.kind === 'handled' && event.seat === sent.from && event.prompt === prompt,
      );
      expect(answer?.kind === 'handled' && answer.items.at(-1)!.segment).toStrictEqual(sent.segment);
      paired += 1;
    }
  }
  expect(paired).toBeGreaterThan(0);
});
