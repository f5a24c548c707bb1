/** Folds one event into the state. Nothing is decided here. */
import { assertNever } from '../base/invariant.ts';
import type { Millis } from '../base/millis.ts';
import type { Handled, MatchEvent } from './event.ts';
import type { Seat } from './seat.ts';
import type { Lane, LaneSeat, MatchState, Outgoing, Prompt, SeatState } from './state.ts';
import type { TrailEntry } from './view.ts';

export function apply(state: MatchState, event: MatchEvent): MatchState {
  switch (event.kind) {
    case 'time':
      return { ...state, now: event.now };
    case 'stopped':
      return { ...state, stopped: state.stopped + event.by };
    case 'paused':
      return { ...state, pausedAt: event.at };
    case 'clock':
      return withLane(state, event.lane, (lane) => ({ ...lane, clock: event.clock }));
    case 'queued':
      return withLaneSeat(state, event.lane, event.seat, (seat) => ({
        ...seat,
        queue: [...seat.queue, event.item],
      }));
    case 'handled':
      return handed(
        withLaneSeat(state, event.lane, event.seat, (seat) => handled(seat, event)),
        event,
      );
    case 'sent':
      return withLane(state, event.lane, (lane) => ({
        ...lane,
        outgoing: event.fate === 'injected' ? lane.outgoing : withoutFirst(lane.outgoing, event.from),
        network: event.network,
        openFaults: lane.openFaults + (event.struck ? 1 : 0),
      }));
    case 'landed':
    case 'released':
      return withLane(state, event.lane, (lane) => ({ ...lane, network: event.network }));
    case 'script':
      return withLane(state, event.lane, (lane) => ({ ...lane, happened: [...lane.happened, event.item] }));
    case 'prompted':
      return prompted(state, event);
    case 'refused':
      return withSeat(
        withLaneSeat(state, event.lane, event.seat, (seat) =>
          seat.prompt === null
            ? seat
            : {
                ...seat,
                prompt: {
                  ...seat.prompt,
                  refusals: [...seat.prompt.refusals, event.refusal],
                  deadline: event.deadline,
                },
              },
        ),
        event.seat,
        (seat) => ({ ...seat, lastPlayAt: event.at }),
      );
    case 'hinted':
      return withLaneSeat(state, event.lane, event.seat, (seat) =>
        seat.prompt === null ? seat : { ...seat, prompt: { ...seat.prompt, hinted: true } },
      );
    case 'settled':
      return settled(state, event);
    case 'withdrawn':
      return withLaneSeat(state, event.lane, event.seat, (seat) => ({ ...seat, prompt: null, queue: [] }));
    case 'questioned':
      return withSeat(
        withLaneSeat(state, event.lane, event.seat, (seat) => ({ ...seat, question: event.question })),
        event.seat,
        (seat) => ({
          ...seat,
          nextPrompt: event.question.id + 1,
          questioned: seat.questioned + 1,
        }),
      );
    case 'question-settled':
      return withSeat(
        withLaneSeat(state, event.settled.lane, event.seat, (seat) => ({ ...seat, question: null })),
        event.seat,
        (seat) => ({ ...seat, questions: [...seat.questions, event.settled], lastPlayAt: state.now }),
      );
    case 'question-withdrawn':
      return withLaneSeat(state, event.lane, event.seat, (seat) => ({ ...seat, question: null }));
    case 'quarter':
      return withLaneSeat(state, event.lane, event.seat, (seat) => ({
        ...seat,
        timeWaitQuarter: event.quarter,
      }));
    case 'lane-over':
      return withLane(state, event.lane, (lane) => ({ ...lane, over: event.end }));
    case 'presence':
      return presence(state, event);
    case 'match-over':
      return { ...state, ended: event.end };
    default:
      return assertNever(event);
  }
}

function withLane(state: MatchState, index: number, change: (lane: Lane) => Lane): MatchState {
  return { ...state, lanes: state.lanes.map((lane, at) => (at === index ? change(lane) : lane)) };
}

function withLaneSeat(
  state: MatchState,
  lane: number,
  seat: Seat,
  change: (seat: LaneSeat) => LaneSeat,
): MatchState {
  return withLane(state, lane, (before) => ({
    ...before,
    seats:
      seat === 'A'
        ? { A: change(before.seats.A), B: before.seats.B }
        : { A: before.seats.A, B: change(before.seats.B) },
  }));
}

function withSeat(state: MatchState, seat: Seat, change: (seat: SeatState) => SeatState): MatchState {
  return {
    ...state,
    seats:
      seat === 'A'
        ? { A: change(state.seats.A), B: state.seats.B }
        : { A: state.seats.A, B: change(state.seats.B) },
  };
}

type Of<K extends MatchEvent['kind']> = Extract<MatchEvent, { readonly kind: K }>;

function handled(seat: LaneSeat, event: Of<'handled'>): LaneSeat {
  const last = event.items.at(-1);
  if (last === undefined) return seat;
  const refusals = seat.prompt?.refusals ?? [];
  let before = seat.endpoint.state;
  const entries = event.items.map((item, offset): TrailEntry => {
    const isLast = item === last;
    const entry: TrailEntry = {
      index: seat.trail.length + offset,
      event: item.event,
      by: event.by,
      prompt: event.prompt,
      answer: event.joined && !isLast ? null : item.segment,
      joined: event.joined && !isLast,
      before,
      after: item.endpoint.state,
      delivered: item.delivered.length,
      notes: item.notes,
      refusals: isLast && event.prompt !== null ? refusals : [],
    };
    before = item.endpoint.state;
    return entry;
  });
  const rest = seat.queue.slice(event.count);
  return {
    ...seat,
    endpoint: last.endpoint,
    queue: event.more ? [{ kind: 'transmit' }, ...rest] : rest,
    prompt: event.prompt === null ? seat.prompt : null,
    trail: [...seat.trail, ...entries],
    received: seat.received + event.items.map((item) => item.delivered).join(''),
    accepted: seat.accepted + event.items.map((item) => item.accepted).join(''),
    established: reached(seat.established, event.items, (item) => item.endpoint.state === 'ESTABLISHED'),
    finArrived: reached(seat.finArrived, event.items, (item) => item.finReached),
    broken: seat.broken || event.items.some((item) => item.broken),
    timeWaitQuarter: last.endpoint.state === 'TIME-WAIT' ? (seat.timeWaitQuarter ?? 0) : null,
  };
}

/** The segment that answers goes out with the others of its instant. */
function handed(state: MatchState, { lane, seat, by, items }: Of<'handled'>): MatchState {
  const segment = items.at(-1)?.segment ?? null;
  if (segment === null) return state;
  return withLane(state, lane, (before) => ({
    ...before,
    outgoing: [...before.outgoing, { from: seat, segment, by }],
  }));
}

function withoutFirst(outgoing: readonly Outgoing[], from: Seat): readonly Outgoing[] {
  const first = outgoing.findIndex((one) => one.from === from);
  return outgoing.filter((_, index) => index !== first);
}

/** Whether a connection has come so far; with each OPEN a new one begins. */
const reached = (before: boolean, items: readonly Handled[], does: (item: Handled) => boolean): boolean =>
  items.reduce((now, item) => (now && item.event.kind !== 'open') || does(item), before);

function prompted(state: MatchState, { lane, seat, prompt, asks }: Of<'prompted'>): MatchState {
  const shown = withLaneSeat(state, lane, seat, (before) => ({ ...before, prompt }));
  return withSeat(shown, seat, (before) => ({
    ...before,
    nextPrompt: prompt.id + 1,
    kindsSeen: before.kindsSeen.includes(prompt.kind) ? before.kindsSeen : [...before.kindsSeen, prompt.kind],
    prompted: before.prompted + 1,
    asked: asks === null ? before.asked : { ...before.asked, [asks]: (before.asked[asks] ?? 0) + 1 },
  }));
}

function settled(state: MatchState, { lane, seat, settlement }: Of<'settled'>): MatchState {
  const byPlayer = settlement.by === 'player' || settlement.by === 'stand-in';
  const next = withSeat(state, seat, (before) => ({
    ...before,
    dataAnswered: before.dataAnswered + (settlement.plainData && byPlayer && settlement.tries === 0 ? 1 : 0),
    lastPlayAt: byPlayer ? state.now : before.lastPlayAt,
  }));
  return settlement.fault
    ? withLane(next, lane, (before) => ({ ...before, openFaults: before.openFaults - 1 }))
    : next;
}

function presence(state: MatchState, event: Of<'presence'>): MatchState {
  const { stood } = event;
  const next = withSeat(state, event.seat, (seat) => ({
    ...seat,
    presence: event.presence,
    pool: event.pool,
    lastPlayAt: Math.min(state.now, seat.lastPlayAt + stood),
  }));
  if (stood === 0) return next;
  return next.lanes.reduce(
    (moved, _, lane) =>
      withLaneSeat(moved, lane, event.seat, (seat) => ({
        ...seat,
        prompt: seat.prompt === null ? null : postponed(seat.prompt, stood, state.now),
        question: seat.question === null ? null : postponed(seat.question, stood, state.now),
      })),
    next,
  );
}

/** What opened during the absence stood from then on only. */
function postponed<T extends Pick<Prompt, 'shownAt' | 'deadline'>>(open: T, stood: Millis, now: Millis): T {
  const by = Math.min(stood, now - open.shownAt);
  return {
    ...open,
    shownAt: open.shownAt + by,
    deadline: open.deadline === null ? null : open.deadline + by,
  };
}
