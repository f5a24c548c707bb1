/** What a message from a client must look like, checked at the socket before anything else sees it. */
import * as z from 'zod';
import { HELP_STAGES, MOST_LANES } from '../../engine/match/level.ts';
import { ALL_OPTIONS } from '../../engine/match/question.ts';
import { TCP_STATES } from '../../engine/tcp/state.ts';
import { SKILLS, TIME_FACTORS } from '../messages.ts';
import type { Consent, CreateMatch, Command, JoinMatch, Ready, Resume } from '../messages.ts';

/** Names are shown as they are: no line breaks, no control, no direction-changing or invisible characters. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const NAME_LENGTH = 24;

const name = z
  .string()
  .trim()
  .min(1)
  .max(NAME_LENGTH * 2)
  .refine((text) => !UNPRINTABLE.test(text), 'has invisible characters')
  .refine((text) => Array.from(text).length <= NAME_LENGTH, `longer than ${NAME_LENGTH} characters`);

const hex = (least: number, most: number): z.ZodString =>
  z
    .string()
    .regex(new RegExp(`^[0-9a-f]{${least},${most}}$`, 'u'), `not ${least} to ${most} hexadecimal digits`);

/** A client that knows nothing of it asks for none. */
const timeFactor = z.literal(TIME_FACTORS).default(100);

const seq32 = z.int().min(0).max(0xffff_ffff);

export const nothing = z.strictObject({}) satisfies z.ZodType<Record<string, never>>;

export const createMatch: z.ZodType<CreateMatch> = z.strictObject({
  // How long a file may be is said by whoever reads it.
  level: z.union([z.string().min(1).max(64), z.strictObject({ file: z.string() })]),
  name,
  seat: z.enum(['A', 'B', 'random']),
  opponent: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('person') }),
    z.strictObject({ kind: z.literal('bot'), skill: z.enum(SKILLS) }),
  ]),
  timed: z.boolean(),
  speed: z.boolean(),
  help: z.enum(HELP_STAGES).nullable(),
  timeFactor,
});

export const joinMatch: z.ZodType<JoinMatch> = z.strictObject({
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[2-9A-HJ-NP-Z]{6}$/u, 'not a code of six characters'),
  name,
  timeFactor,
});

export const ready: z.ZodType<Ready> = z.strictObject({ nonce: hex(1, 64) });

export const resume: z.ZodType<Resume> = z.strictObject({ match: hex(24, 24), token: hex(32, 32) });

const card = z.strictObject({
  flags: z.int().min(0).max(0x3f),
  seq: seq32.nullable(),
  ack: seq32.nullable(),
  len: z.int().min(0).max(65_535),
});

const play = z.strictObject({ card: card.nullable(), state: z.enum(TCP_STATES).nullable() });

const lane = z
  .int()
  .min(0)
  .max(MOST_LANES - 1);
const options = z.array(z.enum(ALL_OPTIONS)).max(ALL_OPTIONS.length);
const prompt = z.int().min(1).max(1_000_000);

export const command: z.ZodType<Command> = z.strictObject({
  n: z.int().min(1).max(1_000_000),
  command: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('play'), lane, prompt, play }),
    z.strictObject({ kind: z.literal('hint'), lane, prompt }),
    z.strictObject({ kind: z.literal('answer'), lane, question: prompt, options: options.nullable() }),
  ]),
});

export const consent: z.ZodType<Consent> = z.strictObject({ named: z.boolean() });

/** The handshake's `auth`. */
export const hello = z.object({ protocol: z.int() });
