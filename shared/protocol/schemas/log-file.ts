/**
 * What a saved log must look like before it may be replayed. The level is checked in outline: what is in it counts only
 * if its hash is the one recorded, and its kinds of script items and faults are the engine's to know.
 */
import * as z from 'zod';
import { ALL_OPTIONS } from '../../engine/match/question.ts';
import { TCP_STATES } from '../../engine/tcp/state.ts';

const millis = z.int().min(0);
const seat = z.enum(['A', 'B']);
const lane = z.int().min(0);
const prompt = z.int();
const bothSeats = <T extends z.ZodType>(value: T) => z.object({ A: value, B: value });

const scriptItem = z.looseObject({
  id: z.string(),
  at: z.string(),
  when: z.looseObject({ on: z.string() }),
  after: z.string(),
  action: z.looseObject({ do: z.string() }),
});

const level = z.looseObject({
  id: z.string(),
  lanes: z
    .array(
      z.looseObject({
        script: z.array(scriptItem),
        faults: z.looseObject({ scripted: z.array(z.looseObject({})), rates: z.record(z.string(), z.int()) }),
      }),
    )
    .min(1),
  times: z.looseObject({ flight: millis, jitter: millis, rto: millis, msl: millis, delay: millis }),
});

const header = z.looseObject({
  format: z.int(),
  rules: z.int(),
  level,
  levelHash: z.string(),
  secret: z.string(),
  nonces: bothSeats(z.string()),
  timed: z.boolean(),
  speed: z.boolean(),
  seats: bothSeats(z.looseObject({ bot: z.boolean(), timeFactor: z.int().min(1) })),
});

const card = z.object({
  flags: z.int(),
  seq: z.int().nullable(),
  ack: z.int().nullable(),
  len: z.int().min(0),
});

const command = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('play'),
    seat,
    lane,
    prompt,
    play: z.object({ card: card.nullable(), state: z.enum(TCP_STATES).nullable() }),
    standIn: z.boolean(),
  }),
  z.object({ kind: z.literal('hint'), seat, lane, prompt }),
  z.object({
    kind: z.literal('answer'),
    seat,
    lane,
    question: prompt,
    options: z.array(z.enum(ALL_OPTIONS)).nullable(),
  }),
  z.object({ kind: z.literal('presence'), seat, is: z.enum(['present', 'away', 'gone']) }),
  z.object({ kind: z.literal('pause') }),
  z.object({ kind: z.literal('resume') }),
  z.object({ kind: z.literal('stall'), gap: millis }),
  z.object({ kind: z.literal('advance') }),
]);

/** A result is only compared: whatever stands there is told if it differs. */
const result = z.looseObject({ ended: z.string(), scores: bothSeats(z.looseObject({})), state: z.string() });

export const logFile = z.looseObject({
  header,
  entries: z.array(z.object({ at: millis, n: z.int().min(0), command })),
  result: result.optional(),
});
