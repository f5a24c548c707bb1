/** Views of a match frozen at telling moments. */
import type { EventView, LaneView, PromptView, TcbView, TrailEntry } from '../../shared/engine/match/view.ts';
import type { Question, SettledQuestion } from '../../shared/engine/match/question.ts';
import type { Refusal } from '../../shared/engine/match/play.ts';
import type { TcpState } from '../../shared/engine/tcp/state.ts';
import type { Note } from '../../shared/engine/tcp/note.ts';
import { ACK, FIN, SYN } from '../../shared/engine/wire/segment.ts';
import type { Segment } from '../../shared/engine/wire/segment.ts';

export const seg = (flags: number, seq: number, ack = 0, text = ''): Segment => ({
  flags,
  seq,
  ack,
  wnd: 1000,
  text,
});

export const arrival = (segment: Segment): EventView => ({ kind: 'segment', segment });

interface EntryParts {
  readonly event: EventView;
  readonly answer?: Segment | null;
  readonly before: TcpState;
  readonly after: TcpState;
  readonly by?: TrailEntry['by'];
  readonly notes?: readonly Note[];
  readonly refusals?: readonly Refusal[];
}

const trailOf = (parts: readonly EntryParts[]): TrailEntry[] =>
  parts.map(({ event, answer = null, before, after, by = 'player', notes = [], refusals = [] }, index) => ({
    index,
    event,
    by,
    prompt: by === 'endpoint' ? null : index + 1,
    answer,
    joined: false,
    before,
    after,
    delivered: 0,
    notes,
    refusals,
  }));

export const promptOf = (event: EventView, more: Partial<PromptView> = {}): PromptView => ({
  id: 90,
  event,
  queued: [],
  window: 20_000,
  remaining: 13_400,
  standing: false,
  refusals: [],
  hinted: false,
  choices: null,
  lengths: [],
  ...more,
});

const tcbOf = (state: TcpState, more: Partial<TcbView> = {}): TcbView => ({
  state,
  opened: 'active',
  iss: 900,
  irs: 4100,
  snd: { una: 901, nxt: 901, wnd: 1000 },
  rcv: { nxt: 4101, wnd: 1000 },
  unacknowledged: [],
  unsent: 0,
  held: 0,
  ...more,
});

const laneOf = (more: Partial<LaneView>): LaneView => ({
  role: 'active',
  nextIss: 900,
  tcb: tcbOf('ESTABLISHED'),
  trail: [],
  prompt: null,
  question: null,
  timeWait: null,
  received: '',
  over: null,
  ...more,
});

const OPENING: readonly EntryParts[] = [
  { event: { kind: 'open', mode: 'active' }, answer: seg(SYN, 900), before: 'CLOSED', after: 'SYN-SENT' },
  {
    event: arrival(seg(SYN | ACK, 4100, 901)),
    answer: seg(ACK, 901, 4101),
    before: 'SYN-SENT',
    after: 'ESTABLISHED',
    notes: ['syn-sent/syn-ack', 'ack/established'],
  },
];

const TALKING: readonly EntryParts[] = [
  ...OPENING,
  {
    event: { kind: 'send', text: 'x'.repeat(40) },
    answer: seg(ACK, 901, 4101, 'x'.repeat(40)),
    before: 'ESTABLISHED',
    after: 'ESTABLISHED',
    notes: ['send/text'],
  },
  {
    event: arrival(seg(ACK, 4101, 941)),
    before: 'ESTABLISHED',
    after: 'ESTABLISHED',
    by: 'endpoint',
    notes: ['ack/advanced'],
  },
];

const CLOSING: readonly EntryParts[] = [
  ...TALKING,
  {
    event: { kind: 'close' },
    answer: seg(FIN | ACK, 941, 4101),
    before: 'ESTABLISHED',
    after: 'FIN-WAIT-1',
    notes: ['call/closing', 'send/fin'],
  },
  {
    event: arrival(seg(ACK, 4101, 942)),
    before: 'FIN-WAIT-1',
    after: 'FIN-WAIT-2',
    by: 'endpoint',
    notes: ['ack/fin-acknowledged'],
  },
  {
    event: arrival(seg(FIN | ACK, 4101, 942)),
    answer: seg(ACK, 942, 4102),
    before: 'FIN-WAIT-2',
    after: 'TIME-WAIT',
    notes: ['fin/reached', 'time-wait/started'],
  },
];

export const REFUSAL: Refusal = {
  play: { card: { flags: ACK, seq: 901, ack: 4100, len: 0 }, state: null },
  field: 'ack',
  reason: 'M08',
  rule: 'ack/next-expected',
  input: { flags: SYN | ACK, seq: 4100, len: 0 },
};

/** A listener at whose door a SYN knocks. */
export const knocked = laneOf({
  role: 'passive',
  nextIss: 4100,
  tcb: tcbOf('LISTEN', { opened: 'passive', iss: 0, irs: 0 }),
  trail: trailOf([
    { event: { kind: 'open', mode: 'passive' }, before: 'CLOSED', after: 'LISTEN', by: 'endpoint' },
  ]),
  prompt: promptOf(arrival(seg(SYN, 900))),
});

export const synAckCame = (more: Partial<PromptView>): LaneView =>
  laneOf({
    tcb: tcbOf('SYN-SENT', {
      snd: { una: 900, nxt: 901, wnd: 0 },
      unacknowledged: [{ seq: 900, flags: SYN, len: 0 }],
    }),
    trail: trailOf(OPENING.slice(0, 1)),
    prompt: promptOf(arrival(seg(SYN | ACK, 4100, 901)), {
      choices: { seq: [900, 901, 902, 4101], ack: [900, 901, 4100, 4101] },
      ...more,
    }),
  });

export const dataCame = (more: Partial<PromptView> = {}): LaneView =>
  laneOf({
    tcb: tcbOf('ESTABLISHED', { snd: { una: 941, nxt: null, wnd: 1000 }, rcv: { nxt: null, wnd: 1000 } }),
    trail: trailOf(TALKING),
    prompt: promptOf(arrival(seg(ACK, 4101, 941, 'y'.repeat(30))), {
      queued: [{ kind: 'send', text: 'Are you in at three?' }],
      lengths: [20, 40],
      ...more,
    }),
  });

export const expertData = laneOf({
  nextIss: 4_294_967_200,
  tcb: tcbOf('ESTABLISHED', {
    iss: 4_294_967_200,
    irs: 3_012_345_678,
    snd: { una: 4_294_967_241, nxt: null, wnd: 1000 },
    rcv: { nxt: null, wnd: 1000 },
  }),
  trail: trailOf(TALKING),
  prompt: promptOf(arrival(seg(ACK, 3_012_345_679, 4_294_967_241, 'y'.repeat(30))), {
    id: 91,
    remaining: 4200,
    lengths: [],
    choices: {
      seq: [4_294_967_200, 4_294_967_241, 4_294_967_242, 3_012_345_679],
      ack: [3_012_345_679, 3_012_345_708, 3_012_345_709, 3_012_345_710],
    },
  }),
});

export const calm = laneOf({
  tcb: tcbOf('SYN-SENT', { unacknowledged: [{ seq: 900, flags: SYN, len: 0 }] }),
  trail: trailOf(OPENING.slice(0, 1)),
});

export const settledLane = laneOf({ trail: trailOf(OPENING) });

/** Settled after a wrong number. */
export const countedAgain = laneOf({
  trail: trailOf(OPENING.map((parts, index) => (index === 1 ? { ...parts, refusals: [REFUSAL] } : parts))),
});

const LONE_FIN: Refusal = {
  play: { card: { flags: FIN, seq: 941, ack: null, len: 0 }, state: null },
  field: 'flags',
  reason: 'M19',
  rule: 'flags/of-event',
  input: null,
};

/** Settled after a mistake that another lesson trains against. */
export const finSent = laneOf({
  tcb: tcbOf('FIN-WAIT-1', {
    snd: { una: 941, nxt: 942, wnd: 1000 },
    unacknowledged: [{ seq: 941, flags: FIN | ACK, len: 0 }],
  }),
  trail: trailOf(
    CLOSING.slice(0, 5).map((parts, index) => (index === 4 ? { ...parts, refusals: [LONE_FIN] } : parts)),
  ),
});

export const timeWait = laneOf({
  tcb: tcbOf('TIME-WAIT', { snd: { una: 942, nxt: 942, wnd: 1000 }, rcv: { nxt: 4102, wnd: 1000 } }),
  trail: trailOf(CLOSING),
  timeWait: 2,
});

export const timedOut = laneOf({
  tcb: tcbOf('FIN-WAIT-1', {
    snd: { una: 941, nxt: null, wnd: 1000 },
    rcv: { nxt: null, wnd: 1000 },
    unacknowledged: [{ seq: 941, flags: FIN | ACK, len: 0 }],
  }),
  trail: trailOf(CLOSING.slice(0, 5)),
  prompt: promptOf({ kind: 'timeout', timer: 'retransmission' }, { id: 92, remaining: 8800, lengths: [] }),
});

export const asked = (question: Question): LaneView => ({
  ...calm,
  question: { id: 9, question, window: 20_000, remaining: 13_000, standing: false },
});

export const KNOWN: SettledQuestion = {
  id: 8,
  lane: 0,
  question: 'peer-state',
  given: ['SYN-RECEIVED', 'ESTABLISHED', 'FIN-WAIT-1'],
  right: ['SYN-RECEIVED', 'ESTABLISHED', 'FIN-WAIT-1'],
  mistake: null,
};

export const MISTAKEN: SettledQuestion = {
  id: 8,
  lane: 0,
  question: 'data',
  given: ['peer-application'],
  right: ['peer-tcp'],
  mistake: 'M11',
};
