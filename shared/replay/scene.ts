/** A "what if" scene: the endpoints play a level by themselves under a rule switched wrong, and the harm is told. */
import type { Level } from '../engine/match/level.ts';
import type { Seat } from '../engine/match/seat.ts';
import { SEATS, otherSeat } from '../engine/match/seat.ts';
import { boundedPlay } from '../engine/match/bounded-play.ts';
import { resetOf } from '../engine/match/reset.ts';
import type { Lane, LaneSeat } from '../engine/match/state.ts';
import type { RuleSwitch } from '../engine/tcp/policy.ts';
import type { TcpState } from '../engine/tcp/state.ts';
import type { Ladder } from './debrief.ts';
import { ladderOf } from './ladder.ts';

/** What a wrong rule has done, read off the connection and never told by the level. */
export type Harm =
  /** Believes in a connection that the peer has never heard of: its memory is held. */
  | { readonly kind: 'zombie'; readonly seat: Seat }
  /** Waits for ever for something that will not come. */
  | { readonly kind: 'waits-for-ever'; readonly seat: Seat; readonly state: TcpState }
  /** Ended by a reset where it wanted to close in order, or to open. */
  | { readonly kind: 'reset'; readonly seat: Seat; readonly state: TcpState }
  /** The application has something that was never said to it. */
  | { readonly kind: 'corrupted'; readonly seat: Seat; readonly sent: string; readonly heard: string }
  /** The application had something to say that nobody will hear. */
  | { readonly kind: 'unheard'; readonly seat: Seat; readonly text: string };

export interface Scene {
  readonly ladder: Ladder;
  readonly harms: readonly Harm[];
}

/** The first connection of the level, under the rule; of somebody's own level that never ends, the beginning. */
export function sceneOf(level: Level, rule: RuleSwitch, seed: string): Scene {
  const { state, events } = boundedPlay({
    level: { ...level, rule },
    seed,
    timed: false,
    speed: false,
    seats: { A: { bot: true, timeFactor: 100 }, B: { bot: true, timeFactor: 100 } },
  });
  return {
    ladder: ladderOf(events, 0),
    harms: SEATS.flatMap((seat) => harmsAt(state.lanes[0]!, seat)),
  };
}

function harmsAt(lane: Lane, seat: Seat): readonly Harm[] {
  const own = lane.seats[seat];
  const peer = lane.seats[otherSeat(seat)];
  const harms: Harm[] = [];
  if (isZombie(own, peer)) harms.push({ kind: 'zombie', seat });
  const reset = resetOf(own);
  if (reset !== undefined) harms.push({ kind: 'reset', seat, state: reset.before });
  if (lane.over === 'stuck' && waits(own, peer)) {
    harms.push({ kind: 'waits-for-ever', seat, state: own.endpoint.state });
  }
  if (!peer.accepted.startsWith(own.received)) {
    harms.push({ kind: 'corrupted', seat, sent: peer.accepted, heard: own.received });
  }
  const refused = own.trail.flatMap(({ event, notes }) =>
    event.kind === 'send' && notes.includes('call/refused') ? [event.text] : [],
  );
  if (refused.length > 0) harms.push({ kind: 'unheard', seat, text: refused.join('') });
  return harms;
}

/** In the middle of something, and not both in the connection that they wanted. */
const waits = ({ endpoint: { state } }: LaneSeat, peer: LaneSeat): boolean =>
  state !== 'CLOSED' &&
  state !== 'LISTEN' &&
  !(state === 'ESTABLISHED' && peer.endpoint.state === 'ESTABLISHED');

/** Established by a SYN that the peer, who had not opened by then, never sent. */
function isZombie(own: LaneSeat, peer: LaneSeat): boolean {
  const opened = own.trail.find(({ after }) => after === 'ESTABLISHED');
  const irs = opened?.event.kind === 'segment' ? opened.event.segment.seq : null;
  return irs !== null && !peer.trail.some(({ answer }) => answer !== null && answer.seq === irs);
}
