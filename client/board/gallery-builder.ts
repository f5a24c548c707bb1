/** Builds views by hand for the gallery and the tests: one lane, event by event. */
import type { EventView, LaneView, PromptView, TrailEntry } from '../../shared/engine/match/view.ts';
import type { Note } from '../../shared/engine/tcp/note.ts';
import type { TcpState } from '../../shared/engine/tcp/state.ts';
import type { Segment } from '../../shared/engine/wire/segment.ts';
import { ACK } from '../../shared/engine/wire/segment.ts';

export const seg = (flags: number, seq: number, ack: number, text = ''): Segment => ({
  flags,
  seq,
  ack,
  wnd: 1000,
  text,
});
export const came = (segment: Segment): EventView => ({ kind: 'segment', segment });

export const empty: LaneView = {
  role: null,
  nextIss: 4100,
  tcb: {
    state: 'CLOSED',
    opened: 'none',
    iss: 0,
    irs: 0,
    snd: { una: 0, nxt: 0, wnd: 0 },
    rcv: { nxt: 0, wnd: 0 },
    unacknowledged: [],
    unsent: 0,
    held: 0,
  },
  trail: [],
  prompt: null,
  question: null,
  timeWait: null,
  received: '',
  over: null,
};

export const ask = (id: number, event: EventView, queued: readonly EventView[] = []): PromptView => ({
  id,
  event,
  queued,
  window: 15_000,
  remaining: 12_000,
  standing: false,
  refusals: [],
  hinted: false,
  choices: null,
  lengths: [],
});

export interface Did {
  readonly event: EventView;
  readonly answer?: Segment;
  readonly to: TcpState;
  readonly una: number;
  readonly nxt: number | null;
  readonly rcv: number | null;
  readonly notes?: readonly Note[];
  readonly by?: TrailEntry['by'];
  readonly flying?: number;
  readonly received?: string;
}

/** The lane after one more event. */
export const after = (lane: LaneView, did: Did): LaneView => ({
  ...lane,
  role: lane.role ?? 'active',
  prompt: null,
  received: did.received ?? lane.received,
  tcb: {
    ...lane.tcb,
    state: did.to,
    snd: { una: did.una, nxt: did.nxt, wnd: 1000 },
    rcv: { nxt: did.rcv, wnd: 1000 },
    unacknowledged: Array.from({ length: did.flying ?? 0 }, () => ({ seq: did.una, flags: ACK, len: 1 })),
  },
  trail: [
    ...lane.trail,
    {
      index: lane.trail.length,
      event: did.event,
      by: did.by ?? 'player',
      prompt: lane.prompt?.id ?? null,
      answer: did.answer ?? null,
      joined: false,
      before: lane.tcb.state,
      after: did.to,
      delivered: 0,
      notes: did.notes ?? [],
      refusals: [],
    },
  ],
});
