/** The match as it would go on had a wrong card gone out: the endpoint does what is right, the wire carries the card. */
import { invariant } from '../base/invariant.ts';
import type { Alternative } from '../tcp/alternatives.ts';
import type { Segment } from '../wire/segment.ts';
import { ACK, has } from '../wire/segment.ts';
import { answer, rightAnswers } from './handle.ts';
import type { Card, Play } from './play.ts';
import { laneSeatOf, startRun } from './run.ts';
import type { Seat } from './seat.ts';
import type { MatchState } from './state.ts';
import type { MatchStep } from './step.ts';
import { settleLanes } from './step.ts';

/** The seat's prompt in the lane must be open. */
export function executeAsPlayed(
  state: MatchState,
  lane: number,
  seat: Seat,
  play: Play,
  [right] = rightAnswers(state, lane, seat),
): MatchStep {
  const run = startRun(state);
  const { prompt, endpoint, queue } = laneSeatOf(run, lane, seat);
  invariant(prompt !== null && right !== undefined, 'a prompt is open');
  const offered = queue.flatMap((item) => (item.kind === 'send' ? [item.text] : []));
  const segment =
    play.card === null
      ? null
      : segmentOf(
          play.card,
          right,
          endpoint.snd.nxt,
          endpoint.rcv,
          [...endpoint.unsent, ...offered].join(''),
        );
  answer(run, lane, seat, 'player', prompt.id, { ...right, segment });
  settleLanes(run);
  return { state: run.state, events: run.events, outcome: { verdict: 'done' } };
}

/** What the player left to be filled in is as the right answer has it. */
function segmentOf(
  { flags, seq, ack, len }: Card,
  { segment: right }: Alternative,
  next: number,
  rcv: { readonly nxt: number; readonly wnd: number },
  unsent: string,
): Segment {
  const acknowledges = right !== null && has(right, ACK) ? right.ack : rcv.nxt;
  const text = right !== null && right.text !== '' ? right.text : unsent;
  return {
    seq: seq ?? right?.seq ?? next,
    ack: (flags & ACK) === 0 ? 0 : (ack ?? acknowledges),
    flags,
    wnd: rcv.wnd,
    // Octets that the application never gave have no value of their own.
    text: text.slice(0, len).padEnd(len, '?'),
  };
}
