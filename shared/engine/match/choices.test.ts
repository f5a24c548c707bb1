/** Four numbers to choose from, and the values of different mistakes, at every prompt of every level. */
import { describe, expect, it } from 'vitest';
import { LEVELS } from '../../levels/catalogue.ts';
import { Table } from '../../testing/table.ts';
import { setupFor } from '../../testing/setups.ts';
import { sha256Hex } from '../base/sha256.ts';
import { ACK, has } from '../wire/segment.ts';
import type { Level } from './level.ts';
import { lastArrived, wrongAcks, wrongSeqs } from './mistake-values.ts';
import type { MistakeValue } from './mistake-values.ts';
import type { Seat } from './seat.ts';
import { SEATS } from './seat.ts';

/** Shows every prompt of a perfect match, over so many seeds. */
function everyPrompt(
  level: Level,
  seeds: number,
  see: (table: Table, lane: number, seat: Seat) => void,
): void {
  let prompts = 0;
  for (let seed = 0; seed < seeds; seed++) {
    const table = new Table(setupFor({ ...level, help: 'choose' }, sha256Hex(`choices ${seed}`), false));
    const seen = new Set<string>();
    while (table.state.ended === null) {
      for (const [lane, { seats }] of table.state.lanes.entries()) {
        for (const seat of SEATS) {
          const { prompt } = seats[seat];
          if (prompt === null || seen.has(`${seat} ${prompt.id}`)) continue;
          seen.add(`${seat} ${prompt.id}`);
          see(table, lane, seat);
        }
      }
      table.goOn();
    }
    prompts += seen.size;
  }
  // A scan that finds nothing proves nothing.
  expect(prompts).toBeGreaterThan(seeds * 4);
}

const rising = (numbers: readonly number[]): boolean =>
  numbers.every((number, at) => at === 0 || numbers[at - 1]! < number);

describe.each(LEVELS.map((level) => [level.id, level] as const))('level %s', (_, level) => {
  it('offers four numbers, unmarked, in rising order, the right ones among them', () => {
    everyPrompt(level, 60, (table, lane, seat) => {
      const { choices } = table.view(seat).lanes[lane]!.prompt!;
      for (const four of [choices!.seq, choices!.ack]) {
        expect(four).toHaveLength(4);
        expect(rising(four)).toBe(true);
      }
      for (const { segment } of table.answers(seat, lane)) {
        if (segment === null) continue;
        expect(choices!.seq).toContain(segment.seq);
        if (has(segment, ACK)) expect(choices!.ack).toContain(segment.ack);
      }
    });
  });

  it('does not mark the right number by its place', () => {
    const places = { seq: [0, 0, 0, 0], ack: [0, 0, 0, 0] };
    everyPrompt(level, 100, (table, lane, seat) => {
      const [own] = table.answers(seat, lane);
      const { choices } = table.view(seat).lanes[lane]!.prompt!;
      if (!own?.segment) return;
      places.seq[choices!.seq.indexOf(own.segment.seq)]! += 1;
      if (has(own.segment, ACK)) places.ack[choices!.ack.indexOf(own.segment.ack)]! += 1;
    });
    for (const counts of [places.seq, places.ack]) {
      const all = counts.reduce((sum, count) => sum + count, 0);
      expect(Math.max(...counts)).toBeLessThan(all * 0.6);
      expect(Math.min(...counts)).toBeGreaterThan(0);
    }
  });

  it('gives each mistake a number of its own, unlike any right one', () => {
    const collisions = new Set<string>();
    const check = (values: readonly MistakeValue[], right: readonly number[], where: string): void => {
      for (const { mistake, value } of values) {
        if (right.includes(value)) collisions.add(`${where}: ${mistake} gives a right number`);
        const other = values.find((one) => one.value === value && one.mistake !== mistake);
        if (other !== undefined) collisions.add(`${where}: ${mistake} and ${other.mistake} give the same`);
      }
    };
    everyPrompt(level, 60, (table, lane, seat) => {
      const laneSeat = table.seat(seat, lane);
      const [head] = laneSeat.queue;
      const where = `${laneSeat.prompt!.kind} in ${laneSeat.endpoint.state}`;
      const answers = table.answers(seat, lane);
      for (const { settles, segment } of answers) {
        // What a merged card acknowledges last, a plain one may leave for the next.
        if (segment === null || settles > 1) continue;
        // A card is measured against the answers that have its flags.
        const alike = answers.flatMap(({ segment: one }) => (one?.flags === segment.flags ? one : []));
        check(
          wrongSeqs(laneSeat, head!, segment.seq),
          alike.map(({ seq }) => seq),
          `${where}, seq`,
        );
        if (!has(segment, ACK)) continue;
        check(
          wrongAcks(lastArrived(laneSeat, settles), segment.ack),
          alike.map(({ ack }) => ack),
          `${where}, ack`,
        );
      }
    });
    expect([...collisions].sort()).toStrictEqual([]);
  });
});
