/** Matches to test with: every level under every help stage, and fault plans within what a connection can bear. */
import fc from 'fast-check';
import { sha256Hex } from '../engine/base/sha256.ts';
import type { Level, LaneSpec } from '../engine/match/level.ts';
import { HELP_STAGES, timesOf } from '../engine/match/level.ts';
import type { MatchSetup } from '../engine/match/setup.ts';
import type { FaultPlan, ScriptedFault } from '../engine/network/fault-plan.ts';
import { ACK, FIN, SYN } from '../engine/wire/segment.ts';
import { LEVELS } from '../levels/catalogue.ts';

export const anySeed = fc.nat().map((n) => sha256Hex(`seed ${n}`));

export const anyLevel: fc.Arbitrary<Level> = fc
  .tuple(fc.constantFrom(...LEVELS), fc.constantFrom(...HELP_STAGES), fc.constantFrom('assist', 'drop'))
  .map(([level, help, atDeadline]) => ({ ...level, help, atDeadline }));

/** Ordinary objects, as they come out of a store. */
export const PLAIN = { noNullPrototype: true } as const;

const anyRate = fc.integer({ min: 0, max: 20_000 });

const anyPredicate = fc.record(
  {
    from: fc.constantFrom(null, 'A', 'B'),
    flags: fc.constantFrom(null, SYN, SYN | ACK, ACK, FIN | ACK),
    text: fc.constantFrom(null, true, false),
    acknowledgesFin: fc.constantFrom(null, true),
  },
  PLAIN,
);

const faultOf = (action: fc.Arbitrary<ScriptedFault['action']>): fc.Arbitrary<ScriptedFault> =>
  fc.record(
    {
      match: anyPredicate,
      nth: fc.integer({ min: 1, max: 4 }),
      times: fc.constant(1),
      action,
    },
    PLAIN,
  );

const losing = faultOf(fc.constantFrom({ kind: 'drop' }, { kind: 'corrupt' }));
const harmless = faultOf(
  fc.constantFrom({ kind: 'delay', by: 300 }, { kind: 'reorder' }, { kind: 'duplicate', copies: 2 }),
);

/** At most two scripted losses: a FIN can bear no more. */
export const anyPlan: fc.Arbitrary<FaultPlan> = fc
  .record({
    losses: fc.array(losing, { maxLength: 2 }),
    others: fc.array(harmless, { maxLength: 4 }),
    rates: fc.record(
      {
        drop: anyRate,
        corrupt: anyRate,
        duplicate: anyRate,
        reorder: anyRate,
        delay: anyRate,
      },
      PLAIN,
    ),
  })
  .map(({ losses, others, rates }) => ({ scripted: [...losses, ...others], rates }));

/** A level under another plan and other figures. */
const faulty = (levels: fc.Arbitrary<Level>): fc.Arbitrary<Level> =>
  fc
    .tuple(levels, anyPlan, fc.constantFrom('novice', 'standard', 'expert'))
    .map(([level, plan, difficulty]) => ({
      ...level,
      difficulty,
      times: timesOf(difficulty),
      lanes: level.lanes.map((lane): LaneSpec => ({ ...lane, faults: plan })),
    }));

export const anyFaultyLevel = faulty(anyLevel);

/** The same of the levels that end when both directions are closed in order. */
export const anyClosingLevel = faulty(anyLevel.filter(({ goal }) => goal === 'closed'));

export const setupFor = (level: Level, seed: string, timed = true): MatchSetup => ({
  level,
  seed,
  timed,
  speed: timed,
  seats: { A: { bot: false, timeFactor: 100 }, B: { bot: false, timeFactor: 100 } },
});
