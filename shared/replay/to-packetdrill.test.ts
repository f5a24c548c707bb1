import { describe, expect, it } from 'vitest';
import type { Level } from '../engine/match/level.ts';
import type { Seat } from '../engine/match/seat.ts';
import { ACK, SYN } from '../engine/wire/segment.ts';
import { LEVELS } from '../levels/catalogue.ts';
import { SEATS } from '../engine/match/seat.ts';
import { driveRightly } from '../testing/drive.ts';
import { headerFor } from '../testing/recording.ts';
import { ABORT, HANDSHAKE, QUIET, TALK, fault, item, lose, testLevel } from '../testing/test-level.ts';
import { setupOf } from './log.ts';
import { toPacketdrill } from './to-packetdrill.ts';

function script(level: Level, seat: Seat, lane = 0): string {
  const header = headerFor(level, 'packetdrill');
  const { entries } = driveRightly(setupOf(header), () => 0);
  const made = toPacketdrill({ header, entries }, { language: 'en', seat, lane });
  if (!made.ok) throw new Error(made.code);
  return made.value;
}

describe('a script', () => {
  it('of the side that calls', () => {
    expect(script(testLevel(TALK), 'A')).toMatchInlineSnapshot(`
      "// What host A saw of wire 1, level test, in the language of packetdrill.
      // Sequence numbers are relative: A began at 2300, its peer at 5400.
      // Times are lane time: a player’s thinking takes none.

      0.000   socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
      +0      fcntl(3, F_SETFL, O_RDWR|O_NONBLOCK) = 0
      +0      connect(3, ..., ...) = -1 EINPROGRESS (Operation now in progress)
      +0      > S 0:0(0) <...>
      +2.400  < S. 0:0(0) ack 1 win 1000
      +0      > . 1:1(0) ack 1
      +0      write(3, ..., 12) = 12
      +0      > P. 1:13(12) ack 1
      +2.400  < . 1:1(0) ack 13 win 1000
      +0      < P. 1:6(5) ack 13 win 1000
      +0      read(3, ..., 1000) = 5
      +0      > . 13:13(0) ack 6
      +1.200  shutdown(3, SHUT_WR) = 0
      +0      > F. 13:13(0) ack 6
      +2.400  < . 6:6(0) ack 14 win 1000
      +0      < F. 6:6(0) ack 14 win 1000
      +0      read(3, ..., 1000) = 0
      +0      > . 14:14(0) ack 7
      // +14.000 2MSL are over.
      "
    `);
  });

  it('of the side that listens', () => {
    expect(script(testLevel(TALK), 'B')).toMatchInlineSnapshot(`
      "// What host B saw of wire 1, level test, in the language of packetdrill.
      // Sequence numbers are relative: B began at 5400, its peer at 2300.
      // Times are lane time: a player’s thinking takes none.

      0.000   socket(..., SOCK_STREAM, IPPROTO_TCP) = 3
      +0      setsockopt(3, SOL_SOCKET, SO_REUSEADDR, [1], 4) = 0
      +0      bind(3, ..., ...) = 0
      +0      listen(3, 1) = 0
      +1.200  < S 0:0(0) win 1000
      +0      > S. 0:0(0) ack 1 <...>
      +2.400  < . 1:1(0) ack 1 win 1000
      +0      < P. 1:13(12) ack 1 win 1000
      +0      accept(3, ..., ...) = 4
      +0      read(4, ..., 1000) = 12
      +0      > . 1:1(0) ack 13
      +0      write(4, ..., 5) = 5
      +0      > P. 1:6(5) ack 13
      +2.400  < . 13:13(0) ack 6 win 1000
      +1.200  < F. 13:13(0) ack 6 win 1000
      +0      read(4, ..., 1000) = 0
      +0      > . 6:6(0) ack 14
      +0      shutdown(4, SHUT_WR) = 0
      +0      > F. 6:6(0) ack 14
      +2.400  < . 14:14(0) ack 7 win 1000
      "
    `);
  });

  it('shows a lost segment only by what is sent again', () => {
    const lines = script(testLevel(TALK, { faults: [lose({ flags: SYN })] }), 'A').split('\n');
    expect(lines.filter((line) => line.includes('> S 0:0(0)'))).toStrictEqual([
      '+0      > S 0:0(0) <...>',
      '+4.000  > S 0:0(0) <...>',
    ]);
    expect(script(testLevel(TALK, { faults: [lose({ flags: SYN })] }), 'B')).toContain('+5.200  < S 0:0(0)');
  });

  it('does not show a damaged segment, but that there was one', () => {
    const damaged = script(
      testLevel(TALK, { faults: [fault({ flags: SYN | ACK }, { kind: 'corrupt' })] }),
      'A',
    );
    expect(damaged).toContain('// +2.400 A damaged segment has come.');
    expect(damaged.match(/< S\./gu)).toHaveLength(1);
  });

  it('aborts as sockets do', () => {
    const level = testLevel([...HANDSHAKE, item('abort', 'A', QUIET, ABORT, 'connect')]);
    expect(script(level, 'A')).toContain('SO_LINGER, {onoff=1, linger=0}, 8) = 0');
    expect(script(level, 'B')).toMatch(/< R\.? 1:1\(0\)/u);
  });
});

/** What of the language is used here. */
const TIME = String.raw`(?:\+0|\+?\d+\.\d{3}) +`;
const SEGMENT = String.raw`[<>] [SFRP]*\.? \d+:\d+\(\d+\)(?: ack \d+)?(?: win \d+)?(?: <\.\.\.>)?`;
const CALL = String.raw`[a-z]+\(.*\) = -?\d+(?: E[A-Z]+ \(.+\))?`;
const LINE = new RegExp(`^(?://.*|${TIME}(?:${SEGMENT}|${CALL}))$`, 'u');

it.each(LEVELS.map((level) => [level.id, level] as const))(
  'keeps to the language in level %s',
  (_, level) => {
    for (const seat of SEATS) {
      for (const lane of level.lanes.keys()) {
        const lines = script(level, seat, lane)
          .split('\n')
          .filter((line) => line !== '');
        expect(lines.length).toBeGreaterThan(5);
        for (const line of lines) expect(line).toMatch(LINE);
      }
    }
  },
);
