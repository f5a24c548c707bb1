/** Conformance vectors as they stand in a file: docs/conformance.md. What is not a valid vector is refused here. */
import * as z from 'zod';
import { TCP_STATES } from '../../shared/engine/tcp/state.ts';

export const CALLS = ['passiveOpen', 'activeOpen', 'send', 'close', 'abort'] as const;
export const TIMERS = ['retransmission', 'timeWait', 'userTimeout'] as const;
export const SIGNALS = [
  'connection reset',
  'connection refused',
  'connection closing',
  'user timeout',
] as const;
const RESULTS = [
  'ok',
  'connection does not exist',
  'connection already exists',
  'connection closing',
] as const;
const LEVELS = ['handshake', 'data', 'close', 'reset', 'faults', 'simultaneous', 'security'] as const;

const seq32 = z.int().min(0).max(0xffff_ffff);
const count = z.int().min(0);
const octets16 = z.int().min(0).max(0xffff);
const state = z.enum(TCP_STATES);
const side = z.enum(['A', 'B']);
const signal = z.union([z.null(), z.enum(SIGNALS), z.array(z.enum(SIGNALS)).min(1)], {
  error: `expected null, one of ${SIGNALS.join(', ')}, or a list of them`,
});

const flags = z
  .array(z.enum(['SYN', 'ACK', 'FIN', 'RST']))
  .refine((names) => new Set(names).size === names.length, { error: 'a flag is named twice' });

const ackGoesWithItsFlag = (segment: {
  readonly flags: readonly string[];
  readonly ack: number | null;
}): boolean => segment.flags.includes('ACK') === (segment.ack !== null);
const ACK_RULE = { error: 'ack must be null exactly when ACK is not among the flags', path: ['ack'] };

const numbers = { flags, seq: seq32, ack: seq32.nullable(), len: count };
const arriving = z.strictObject({ ...numbers, wnd: octets16 }).refine(ackGoesWithItsFlag, ACK_RULE);
const sent = z.strictObject({ ...numbers, wnd: octets16.optional() }).refine(ackGoesWithItsFlag, ACK_RULE);
const traced = z
  .strictObject({
    from: side,
    ...numbers,
    wnd: octets16.optional(),
    fate: z.enum(['delivered', 'dropped', 'held', 'duplicated']),
  })
  .refine(ackGoesWithItsFlag, ACK_RULE);

const expectation = z.strictObject({
  state,
  emits: z.array(sent),
  snd: z.strictObject({ una: seq32.optional(), nxt: seq32.optional(), wnd: count.optional() }).optional(),
  rcv: z.strictObject({ nxt: seq32.optional() }).optional(),
  delivered: count.optional(),
  deliveredTotal: count.optional(),
  signal: signal.optional(),
  result: z.enum(RESULTS).optional(),
  timers: z
    .strictObject({
      timeWait: z.enum(['running', 'stopped', 'restarted']).optional(),
      retransmission: z.enum(['running', 'stopped']).optional(),
    })
    .optional(),
});

const both = <T extends z.ZodType>(value: T): z.ZodObject<{ A: T; B: T }, z.core.$strict> =>
  z.strictObject({ A: value, B: value });

const connectionExpectation = z.strictObject({
  states: both(state),
  delivered: z.strictObject({ A: count.optional(), B: count.optional() }).optional(),
  signals: z.strictObject({ A: signal.optional(), B: signal.optional() }).optional(),
  trace: z.array(traced).optional(),
});

/** One of `expect` and `expectAnyOf`; a step passes if one of the accepted ones matches as a whole. */
const expecting = <T extends z.ZodType>(one: T) => ({
  expect: one.optional(),
  expectAnyOf: z.array(one).min(2).optional(),
});

interface Expecting<T> {
  readonly expect?: T | undefined;
  readonly expectAnyOf?: readonly T[] | undefined;
}

const acceptedBy = <T>({ expect, expectAnyOf }: Expecting<T>): readonly T[] =>
  expect === undefined ? (expectAnyOf ?? []) : [expect];

const expectsOnce = (item: Expecting<unknown>): boolean =>
  (item.expect === undefined) !== (item.expectAnyOf === undefined);
const EXPECT_RULE = { error: 'needs either expect or expectAnyOf' };

/** Exactly one of the keys is there. */
const exactlyOne =
  (...keys: readonly string[]) =>
  (item: object): boolean =>
    keys.filter((key) => key in item).length === 1;

const callLength = (item: {
  readonly call?: string | undefined;
  readonly len?: number | undefined;
}): boolean => (item.call === 'send') === (item.len !== undefined);
const LENGTH_RULE = { error: 'len goes with the call send, and only with it' };

const EVENTS = ['call', 'segment', 'timer'];
const step = z
  .strictObject({
    call: z.enum(CALLS).optional(),
    len: count.optional(),
    segment: arriving.optional(),
    timer: z.enum(TIMERS).optional(),
    ...expecting(expectation),
  })
  .refine(exactlyOne(...EVENTS), { error: `needs exactly one event: ${EVENTS.join(', ')}` })
  .refine(callLength, LENGTH_RULE)
  .refine(expectsOnce, EXPECT_RULE)
  .transform(({ call, len, segment, timer, ...rest }) => ({
    event: { call, len, segment, timer },
    accepted: acceptedBy(rest),
  }));

const ITEMS = ['call', 'timer', 'release', 'inject', 'crash'];
const item = {
  at: side.optional(),
  call: z.enum(CALLS).optional(),
  len: count.optional(),
  result: z.enum(RESULTS).optional(),
  timer: z.enum(TIMERS).optional(),
  release: z.string().min(1).optional(),
  inject: z.strictObject({ to: side, segment: arriving }).optional(),
  crash: side.optional(),
};

const happensSomewhere = (thing: object): boolean => 'at' in thing === ('call' in thing || 'timer' in thing);
const AT_RULE = { error: 'at goes with call and timer, and only with them' };

const single = z
  .strictObject(item)
  .refine(exactlyOne(...ITEMS), { error: `needs exactly one of ${ITEMS.join(', ')}` })
  .refine(happensSomewhere, AT_RULE)
  .refine(callLength, LENGTH_RULE);

const scriptItem = z
  .strictObject({ ...item, together: z.array(single).min(1).optional(), ...expecting(connectionExpectation) })
  .refine(exactlyOne(...ITEMS, 'together'), { error: `needs exactly one of ${ITEMS.join(', ')}, together` })
  .refine(happensSomewhere, AT_RULE)
  .refine(callLength, LENGTH_RULE)
  .refine(expectsOnce, EXPECT_RULE)
  .transform(({ together, expect, expectAnyOf, ...alone }) => ({
    together: together ?? [alone],
    accepted: acceptedBy({ expect, expectAnyOf }),
  }));

const fault = z
  .strictObject({
    from: side,
    nth: z.int().min(1),
    action: z.enum(['drop', 'hold', 'duplicate']),
    label: z.string().min(1).optional(),
  })
  .refine(({ action, label }) => action === 'duplicate' || (action === 'hold') === (label !== undefined), {
    error: 'hold needs a label, drop takes none',
  });

const setup = z.strictObject({ iss: z.array(seq32), rcvWnd: octets16 });

const common = {
  name: z.string().regex(/^[a-z0-9-]+$/, { error: 'a name is made of a to z, 0 to 9 and -' }),
  title: z.string().min(1),
  source: z.array(z.string().min(1)).min(1),
  level: z.enum(LEVELS),
  note: z.string().optional(),
};

const endpointVector = z.object({
  kind: z.literal('endpoint'),
  ...common,
  endpoint: setup,
  steps: z.array(step).min(1),
});

const connectionVector = z.object({
  kind: z.literal('connection'),
  ...common,
  endpoints: both(setup),
  faults: z.array(fault),
  script: z.array(scriptItem).min(1),
  final: z.strictObject({ states: both(state), delivered: both(count) }),
});

export const vectorFile = z.array(z.discriminatedUnion('kind', [endpointVector, connectionVector]), {
  error: 'a vector file holds an array of vectors',
});

export type EndpointVector = z.infer<typeof endpointVector>;
export type ConnectionVector = z.infer<typeof connectionVector>;
export type Vector = EndpointVector | ConnectionVector;
export type Setup = z.infer<typeof setup>;
export type Side = z.infer<typeof side>;
export type Fault = z.infer<typeof fault>;
export type Expectation = z.infer<typeof expectation>;
export type ConnectionExpectation = z.infer<typeof connectionExpectation>;
export type ScriptEvent = z.infer<typeof single>;
export type StepEvent = EndpointVector['steps'][number]['event'];
export type ArrivingSegment = z.infer<typeof arriving>;
export type ExpectedSegment = z.infer<typeof sent>;
export type ExpectedTrace = z.infer<typeof traced>;
export type SignalName = (typeof SIGNALS)[number];
export type CallName = (typeof CALLS)[number];
export type TimerName = (typeof TIMERS)[number];
