import { describe, expect, it } from 'vitest';
import { LESSONS, lessonById } from '../../levels/catalogue.ts';
import { driveRightly } from '../../testing/drive.ts';
import { setupFor } from '../../testing/setups.ts';
import { Table } from '../../testing/table.ts';
import { sha256Hex } from '../base/sha256.ts';
import { LAMPS, lampsOf } from './lamps.ts';
import type { Note } from '../tcp/note.ts';
import type { Seat } from './seat.ts';
import { SEATS, otherSeat } from './seat.ts';
import { viewFor } from './view-for.ts';

const tableOf = (id: string): Table =>
  new Table(setupFor(lessonById(id)!.level, sha256Hex(`lamps ${id}`), false));

const lit = (table: Table, seat: Seat): readonly string[] => {
  const lamps = lampsOf(table.view(seat).lanes[0]!);
  return LAMPS.filter((lamp) => lamps[lamp]);
};

describe('the lamps', () => {
  it('are dark before anything has come, and half lit for the called side after the SYN', () => {
    const table = tableOf('clean');
    expect(lit(table, 'A')).toStrictEqual([]);
    table.answer('A');
    expect(lit(table, 'A')).toStrictEqual([]);
    table.goOn();
    table.answer('B');
    expect(lit(table, 'B')).toStrictEqual(['i-receive', 'peer-sends']);
  });

  it('are all lit for the caller by one SYN+ACK, and for the called side by its acknowledgment', () => {
    const { state } = driveRightly(
      setupFor(lessonById('first-contact')!.level, sha256Hex('lit'), false),
      () => 0,
    );
    for (const seat of SEATS) {
      for (const lane of viewFor(state, seat).lanes) {
        expect(Object.values(lampsOf(lane))).toStrictEqual([true, true, true, true, true]);
      }
    }
  });

  it('go out when the SYN turns out to be a ghost', () => {
    const table = tableOf('ghost-syn');
    table.untilAsked('B', 'segment/SYN');
    table.answer('B');
    expect(lit(table, 'B')).toStrictEqual(['i-receive', 'peer-sends']);
    table.untilAsked('B', 'silence/reset');
    table.answer('B');
    expect(table.view('B').lanes[0]!.tcb.state).toBe('LISTEN');
    expect(lit(table, 'B')).toStrictEqual([]);
  });

  it('are not lit by what is refused', () => {
    const refused = (note: Note) =>
      lampsOf({
        trail: [
          {
            index: 0,
            event: { kind: 'segment', segment: { seq: 1, ack: 0, flags: 4, wnd: 0, text: '' } },
            by: 'endpoint',
            prompt: null,
            answer: null,
            joined: false,
            before: 'SYN-SENT',
            after: 'SYN-SENT',
            delivered: 0,
            notes: [note],
            refusals: [],
          },
        ],
      });
    for (const note of [
      'syn-sent/ignored-reset',
      'segment/unacceptable',
      'reset/challenged',
      'syn/challenged',
    ] as const)
      expect(Object.values(refused(note))).not.toContain(true);
  });

  it('never claim what is not so: a peer that receives has received', () => {
    for (const { level } of LESSONS) {
      for (let seed = 0; seed < 5; seed++) {
        const { state } = driveRightly(setupFor(level, sha256Hex(`true ${seed}`), false), () => 0);
        for (const seat of SEATS) {
          for (const [lane, view] of viewFor(state, seat).lanes.entries()) {
            const peer = state.lanes[lane]!.seats[otherSeat(seat)];
            if (!lampsOf(view)['peer-receives']) continue;
            expect(peer.trail.some(({ event }) => event.kind === 'segment')).toBe(true);
          }
        }
      }
    }
  });
});
