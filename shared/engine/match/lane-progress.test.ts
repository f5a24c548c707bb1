/** Lane time: it stands while an answer is owed, runs while something flies, and runs fast otherwise. */
import { describe, expect, it } from 'vitest';
import { tableFor } from '../../testing/table.ts';
import { HANDSHAKE, QUIET, TALK, fourWaves, item, lose, testLevel } from '../../testing/test-level.ts';
import { SYN } from '../wire/segment.ts';
import { SEATS } from './seat.ts';
import { isOwing } from './state.ts';

describe("the lane's clock", () => {
  it('stands while either seat owes, runs while something flies, and four times as fast otherwise', () => {
    const table = tableFor(testLevel(TALK));
    const rates = new Set<string>();
    while (table.state.ended === null) {
      const [lane] = table.state.lanes;
      const expected = isOwing(lane!) ? 0 : lane!.network.inFlight.length > 0 ? 1 : 4;
      expect(lane!.clock.rate).toBe(expected);
      rates.add(`${expected}`);
      table.goOn();
    }
    expect([...rates].sort()).toStrictEqual(['0', '1', '4']);
  });

  it('does not move while a player thinks, however long', () => {
    const table = tableFor(testLevel(TALK));
    table.wait(100_000);
    table.answer('A');
    expect(table.state.lanes[0]!.clock.lane).toBe(0);
    table.untilAsked('B', 'segment/SYN');
    expect(table.now).toBe(101_200);
    expect(table.state.lanes[0]!.clock.lane).toBe(1200);
  });

  it('a lost SYN: one flight at its own pace, the rest of the RTO four times as fast', () => {
    const table = tableFor(testLevel(TALK, { faults: [lose({ flags: SYN })] }));
    table.untilAsked('A', 'timeout/retransmission');
    expect(table.state.lanes[0]!.clock.lane).toBe(4000);
    expect(table.now).toBe(1200 + (4000 - 1200) / 4);
  });

  it('hours pass at both ends at once, but not over a timer that runs', () => {
    const pass = item('pass', 'A', QUIET, { do: 'pass', minutes: 120 }, 'connect');
    const table = tableFor(testLevel([...HANDSHAKE, pass, ...fourWaves('pass')]));
    table.until(({ lanes }) => lanes[0]!.happened.includes('pass'));
    expect(table.state.lanes[0]!.clock.lane).toBe(3600 + 120 * 60_000);
    expect(table.now).toBe(3600);
    for (const seat of SEATS) {
      expect(table.seat(seat).trail.at(-1)).toMatchObject({
        event: { kind: 'pass', minutes: 120 },
        by: 'endpoint',
      });
    }
    table.untilOver();
    expect(table.state.lanes[0]!.over).toBe('goal');

    const early = item('pass', 'A', { on: 'fin-arrived' }, { do: 'pass', minutes: 1 }, 'connect');
    const waiting = tableFor(testLevel([...HANDSHAKE, ...fourWaves('connect'), early]));
    waiting.until(({ lanes }) => lanes[0]!.happened.includes('pass'));
    expect(waiting.tcp('A')).toBe('CLOSED');
  });

  it('2MSL takes a quarter of its lane time', () => {
    const table = tableFor(testLevel(TALK)).untilAsked('A', 'segment/FIN+ACK', 'FIN-WAIT-2');
    const began = table.now;
    table.untilOver();
    // The ACK's flight at its own pace, then the rest of 2MSL.
    expect(table.now - began).toBe(1200 + (14_000 - 1200) / 4);
  });

  it('a timer fires only if it is still due when what arrived in its instant has been answered', () => {
    // The SYN,ACK is lost; at 5200 the SYN comes again in the very instant of the server's own RTO.
    const table = tableFor(testLevel(TALK, { faults: [lose({ from: 'B' })] }));
    table.untilAsked('B', 'segment/SYN', 'SYN-RECEIVED');
    expect(table.state.lanes[0]!.clock.lane).toBe(table.seat('B').endpoint.retransmitAt);
    table.answer('B');
    table.untilAsked('A', 'segment/SYN+ACK');
    expect(table.seat('B').trail.map(({ event }) => event.kind)).not.toContain('timeout');
  });
});

describe('TIME-WAIT', () => {
  it('shows the quarters of 2MSL that have passed, and begins anew with a repeated FIN', () => {
    const faults = [lose({ from: 'A', acknowledgesFin: true })];
    const table = tableFor(testLevel(TALK, { faults }));
    const shown: (number | null)[] = [];
    while (table.state.ended === null) {
      table.goOn();
      const { timeWait } = table.view('A').lanes[0]!;
      if (shown.at(-1) !== timeWait) shown.push(timeWait);
    }
    // The ACK of the FIN is lost, 4000 ms later the FIN comes again: one quarter had passed.
    expect(shown).toStrictEqual([null, 0, 1, 0, 1, 2, 3, null]);
  });

  it('is hidden from the peer', () => {
    const table = tableFor(testLevel(TALK));
    while (table.state.ended === null) {
      table.goOn();
      expect(table.view('B').lanes[0]!.timeWait).toBeNull();
    }
  });
});
