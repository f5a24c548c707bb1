/**
 * The form of a level file: what people write, as JSON, and what the built-in lessons are written in too. Everything is
 * bounded, for a file may come from anybody; what is left out has a default (level-of.ts).
 */
import * as z from 'zod';
import {
  ASKED_EVENTS,
  DIFFICULTIES,
  GOALS,
  HELP_STAGES,
  ISS_KINDS,
  MOST_LANES,
} from '../engine/match/level.ts';
import { QUESTIONS } from '../engine/match/question.ts';
import { RULE_SWITCHES } from '../engine/tcp/policy.ts';
import { KEY_EVENTS } from './key-events.ts';
import { CODES } from './misconceptions.ts';

export const LEVEL_FORMAT = 1;

// The messages of the rules below are codes of issues (parse-level-file.ts): words are made where they are shown.

/** Printable ASCII: one character is one octet; no SEND has length 1. */
const octets = z.string().regex(/^[\x20-\x7e]{2,1460}$/u, 'file/ascii');

/** Shown to people as it is: no line breaks, no control, no direction-changing or invisible characters. */
const shown = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]*$/u, 'file/invisible');

const name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/u, 'file/name');

const flags = z.enum(['SYN', 'SYN+ACK', 'ACK', 'FIN+ACK', 'FIN', 'RST', 'RST+ACK']);

const seat = z.enum(['A', 'B']);

const when = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('start') }),
  z.strictObject({ on: z.literal('established') }),
  z.strictObject({ on: z.literal('delivered'), octets: z.int().min(1).max(65_536) }),
  z.strictObject({ on: z.literal('fin-arrived') }),
  z.strictObject({ on: z.literal('my-ack-settled'), of: z.enum(['syn', 'fin']) }),
  z.strictObject({ on: z.literal('lane-quiet') }),
  z.strictObject({ on: z.literal('closed') }),
]);

const injectedNumber = z.strictObject({
  from: z.enum(['zero', 'rcv.nxt', 'snd.nxt']),
  plus: z.int().min(-1_000_000).max(1_000_000),
});

const action = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('open'), mode: z.enum(['active', 'passive']) }),
  z.strictObject({ do: z.literal('send'), text: octets }),
  z.strictObject({ do: z.literal('close') }),
  z.strictObject({ do: z.literal('abort') }),
  z.strictObject({ do: z.literal('crash') }),
  z.strictObject({ do: z.literal('pass'), minutes: z.int().min(1).max(1440) }),
  z.strictObject({
    do: z.literal('inject'),
    flags,
    seq: injectedNumber,
    ack: injectedNumber.optional(),
    text: octets.optional(),
  }),
  z.strictObject({ do: z.literal('release'), label: name }),
  z.strictObject({ do: z.literal('ask'), question: z.enum(QUESTIONS) }),
]);

const scriptItem = z.strictObject({
  id: name,
  at: z.enum(['A', 'B', 'first-closer', 'second-closer']),
  when,
  after: name.optional(),
  action,
});

const fault = z.strictObject({
  match: z.strictObject({
    from: seat.optional(),
    flags: flags.optional(),
    text: z.boolean().optional(),
    acknowledgesFin: z.boolean().optional(),
  }),
  nth: z.int().min(1).max(100).optional(),
  times: z.int().min(1).max(100).optional(),
  action: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('drop') }),
    z.strictObject({ kind: z.literal('delay'), by: z.int().min(1).max(60_000) }),
    z.strictObject({ kind: z.literal('duplicate'), copies: z.int().min(1).max(3) }),
    z.strictObject({ kind: z.literal('reorder') }),
    z.strictObject({ kind: z.literal('corrupt') }),
    z.strictObject({ kind: z.literal('hold'), label: name }),
  ]),
});

const percent = z.number().min(0).max(50);

const connection = z.strictObject({
  script: z.array(scriptItem).min(1).max(60),
  faults: z.array(fault).max(100).optional(),
  /** Per cent of all segments. */
  rates: z
    .strictObject({
      drop: percent.optional(),
      corrupt: percent.optional(),
      duplicate: percent.optional(),
      reorder: percent.optional(),
      delay: percent.optional(),
    })
    .optional(),
  rto: z.strictObject({ A: z.int().min(200).max(60_000), B: z.int().min(200).max(60_000) }).optional(),
});

const texts = z.strictObject({
  title: shown(60),
  /** One line for the list. */
  summary: shown(200),
  /** What happens, in plain words. */
  story: shown(900),
  goal: shown(200),
  /** What to take home; told after the match. */
  lesson: shown(500),
});

export const levelFile = z.strictObject({
  $schema: z.string().max(200).optional(),
  format: z.literal(LEVEL_FORMAT),
  id: name,
  /** At least one language; whoever has none reads the other. */
  texts: z
    .strictObject({ en: texts.optional(), 'zh-CN': texts.optional() })
    .refine((all) => all.en !== undefined || all['zh-CN'] !== undefined, 'file/no-language'),
  /** Whose sentences the segments speak in. */
  voice: z.enum(['courier', 'friends', 'farewell']).optional(),
  difficulty: z.enum(DIFFICULTIES),
  help: z.enum(HELP_STAGES),
  goal: z.enum(GOALS),
  connections: z.array(connection).min(1).max(MOST_LANES),
  /** One connection when the last is over; otherwise two at most, at once. */
  rounds: z.boolean().optional(),
  ask: z.array(z.enum(ASKED_EVENTS)).max(3).optional(),
  iss: z.enum(ISS_KINDS).optional(),
  rcvWnd: z.int().min(100).max(65_535).optional(),
  atDeadline: z.enum(['assist', 'drop']).optional(),
  /** Lane time, ms; instead of the difficulty's. */
  times: z
    .strictObject({
      flight: z.int().min(100).max(20_000).optional(),
      jitter: z.int().min(0).max(5000).optional(),
      rto: z.int().min(200).max(60_000).optional(),
      msl: z.int().min(200).max(120_000).optional(),
      delay: z.int().min(0).max(60_000).optional(),
    })
    .optional(),
  /** A lesson about 2MSL that is too short says so: the check then does not ask for 3.5 RTO. */
  shortTimeWait: z.boolean().optional(),
  trains: z.array(z.enum(CODES)).max(23).optional(),
  shows: z.array(z.enum(KEY_EVENTS)).max(20).optional(),
  /** First the endpoints play the scene under this rule, to show the harm. */
  whatIf: z.enum(RULE_SWITCHES).exclude(['rfc9293']).optional(),
  /** Opens when that level has been finished. */
  opensAfter: name.optional(),
});

export type LevelFile = z.infer<typeof levelFile>;
export type LevelTexts = z.infer<typeof texts>;
export type Voice = NonNullable<LevelFile['voice']>;
