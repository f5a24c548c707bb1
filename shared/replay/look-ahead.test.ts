import { describe, expect, it } from 'vitest';
import type { Card } from '../engine/match/play.ts';
import type { Level } from '../engine/match/level.ts';
import type { Seat } from '../engine/match/seat.ts';
import { ACK, FIN, RST, SYN } from '../engine/wire/segment.ts';
import { lessonById } from '../levels/catalogue.ts';
import { driveRightly } from '../testing/drive.ts';
import { clean, lost } from '../testing/known-levels.ts';
import { headerFor, record } from '../testing/recording.ts';
import { debriefOf } from './debrief-of.ts';
import type { MatchLog } from './log.ts';
import { setupOf } from './log.ts';
import type { LookAhead } from './look-ahead.ts';
import { lookAhead } from './look-ahead.ts';

/** A match played rightly but for one card, which is changed from the right one. */
function withWrong(
  level: Level,
  seat: Seat,
  prompt: number,
  change: (right: Card | null) => Card | null,
): MatchLog {
  const header = headerFor({ ...level, help: 'type' }, 'look ahead');
  const { entries } = driveRightly(setupOf(header), () => 0);
  const at = entries.findIndex(
    ({ command }) => command.kind === 'play' && command.seat === seat && command.prompt === prompt,
  );
  const { command, ...entry } = entries[at]!;
  if (command.kind !== 'play') throw new Error('not a play');
  const play = { ...command.play, card: change(command.play.card) };
  const wrong = { ...entry, command: { ...command, play } };
  return { header, entries: [...entries.slice(0, at), wrong, ...entries.slice(at)] };
}

function ahead(log: MatchLog): LookAhead {
  const found = lookAhead(log, 0);
  if (!found.ok) throw new Error(found.detail);
  return found.value;
}

const left = (log: MatchLog) => {
  const { ladder, row } = ahead(log);
  return ladder.segments.filter((one) => one.row === row).map(({ segment }) => segment);
};

describe('had the card gone out', () => {
  it('silence makes the peer call again, and costs time', () => {
    const { consequence } = ahead(withWrong(clean, 'B', 1, () => null));
    expect(consequence).toMatchObject({ kind: 'repeats' });
    expect(consequence.kind === 'repeats' && consequence.later).toBeGreaterThan(0);
  });

  it('a wrong acknowledgment of the SYN meets RST, and the connection opens later', () => {
    const log = withWrong(clean, 'B', 1, (card) => ({ ...card!, ack: card!.ack! - 1 }));
    const { consequence, ladder } = ahead(log);
    expect(consequence.kind).toBe('repeats');
    expect(ladder.segments.some(({ segment }) => segment.flags === RST)).toBe(true);
    expect(ladder.end).toBe('goal');
  });

  it('a reset ends it for the peer', () => {
    const log = withWrong(clean, 'B', 1, (card) => ({ ...card!, flags: RST | ACK }));
    expect(ahead(log).consequence).toStrictEqual({ kind: 'reset', seat: 'A' });
  });

  it('an ACK that nobody asked for does no harm', () => {
    const level = lessonById('someone-knocks')!.level;
    const log = withWrong(level, 'A', 2, (right) => {
      expect(right).toBeNull();
      return { flags: ACK, seq: null, ack: null, len: 0 };
    });
    expect(ahead(log).consequence).toStrictEqual({ kind: 'none' });
  });

  it('the very card leaves, in the row that is named, and what came before stands', () => {
    const log = withWrong(clean, 'A', 1, (card) => ({ ...card!, flags: FIN | ACK, ack: 77 }));
    expect(left(log)).toMatchObject([{ flags: FIN | ACK, ack: 77 }]);
    const later = withWrong(lost, 'A', 2, (card) => ({ ...card!, seq: card!.seq! + 1 }));
    const { ladder } = ahead(later);
    expect(ladder.segments[0]).toMatchObject({ segment: { flags: SYN }, fate: 'dropped' });
    expect(left(later)).toHaveLength(1);
  });
});

it('every wrong play of many matches can be looked ahead of', () => {
  let count = 0;
  for (const level of [clean, lost, lessonById('silence')!.level, lessonById('storm')!.level]) {
    const { log } = record(level, `ahead ${level.id}`, 'novice');
    const debrief = debriefOf(log);
    if (!debrief.ok) throw new Error(debrief.detail);
    for (const [index, wrong] of debrief.value.wrongPlays.entries()) {
      const found = lookAhead(log, index);
      expect(found).toMatchObject({ ok: true, value: { lane: wrong.lane } });
      count += 1;
    }
    expect(lookAhead(log, debrief.value.wrongPlays.length)).toMatchObject({ ok: false, code: 'log/no-play' });
  }
  expect(count).toBeGreaterThan(5);
});
