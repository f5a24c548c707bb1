/** The playhead over the diagram of a real match: what is above it has happened, what flies is at its height. */
import { describe, expect, it } from 'vitest';
import { fixedDebrief, stormyDebrief } from '../../gallery/fixed-debrief.ts';
import { flightsAt, heightAt, planLadder } from './ladder-plan.ts';

const LADDERS = [...fixedDebrief.ladders, ...stormyDebrief.ladders];
const LEAST_GAP = 36;

describe.each(LADDERS.map((ladder, index) => [index, ladder] as const))(
  'the plan of ladder %i',
  (_, ladder) => {
    const plan = planLadder(ladder, LEAST_GAP);

    it('keeps rows apart, and silences short', () => {
      expect(plan.rows).toHaveLength(ladder.rows.length);
      for (const [index, y] of plan.rows.slice(1).entries()) {
        expect(y - plan.rows[index]!).toBeGreaterThan(LEAST_GAP - 0.01);
        expect(y - plan.rows[index]!).toBeLessThan(84.01);
      }
    });

    it('gives each host one unbroken bar from CLOSED on', () => {
      for (const seat of ['A', 'B'] as const) {
        const bars = plan.states.filter((one) => one.seat === seat);
        expect(bars[0]!.state).toBe('CLOSED');
        for (const [index, { top }] of bars.slice(1).entries()) expect(top).toBe(bars[index]!.bottom);
      }
    });

    it('moves the playhead down from above the first row to below the last', () => {
      let before = Number.NEGATIVE_INFINITY;
      for (let row = -1; row < plan.rows.length; row++) {
        for (const part of row === plan.rows.length - 1 ? [0] : [0, 0.5]) {
          const y = heightAt(plan, { row, part });
          expect(y).toBeGreaterThan(before);
          before = y;
        }
      }
      expect(heightAt(plan, { row: -1, part: 0 })).toBeLessThan(plan.rows[0]!);
      expect(before).toBe(plan.height);
    });

    it('has every segment in the air from its row on until it arrives', () => {
      for (const arrow of plan.arrows) {
        const isFlying = (y: number): boolean => flightsAt(plan, y).some((one) => one.arrow === arrow);
        const last = Math.max(...arrow.ends);
        expect(isFlying(arrow.y - 0.01)).toBe(false);
        expect(isFlying(arrow.y)).toBe(true);
        expect(isFlying(last - 0.01)).toBe(true);
        expect(isFlying(last)).toBe(false);
      }
      expect(flightsAt(plan, plan.height)).toStrictEqual([]);
    });
  },
);
