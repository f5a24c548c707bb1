import { describe, expect, it } from 'vitest';
import { NOTHING_LIVED, PEER_STATES, live, peerMoment } from '../engine/match/peer-states.ts';
import type { Card } from '../engine/match/play.ts';
import type { Seat } from '../engine/match/seat.ts';
import { SEATS } from '../engine/match/seat.ts';
import type { MatchState } from '../engine/match/state.ts';
import { viewFor } from '../engine/match/view-for.ts';
import { ACK, RST } from '../engine/wire/segment.ts';
import { CAMPAIGN, QUICK } from '../levels/catalogue.ts';
import { sha256Hex } from '../engine/base/sha256.ts';
import { record } from '../testing/recording.ts';
import { setupFor } from '../testing/setups.ts';
import { Table } from '../testing/table.ts';
import { clean } from '../testing/known-levels.ts';
import { imaginedPeer } from './imagined-peer.ts';
import type { LookAhead } from './look-ahead.ts';
import { lookAheadInMatch } from './look-ahead-in-match.ts';
import { replay } from './replay.ts';

/** What the player is told once the prompt is settled. */
function ahead(state: MatchState, seat: Seat, lane = 0): LookAhead {
  const view = viewFor(state, seat);
  const settled = view.lanes[lane]!.trail.findLast(({ refusals }) => refusals.length > 0)!;
  return lookAheadInMatch(view, lane, settled, settled.refusals[0]!);
}

/** B answers the SYN wrongly, then rightly. */
function answeredWrongly(change: (right: Card) => Card | null): LookAhead {
  const table = new Table(setupFor({ ...clean, help: 'type' }, sha256Hex('ahead'), false));
  table.untilAsked('B', 'segment/SYN');
  table.play('B', { card: change(table.right('B').card!), state: null });
  table.answer('B');
  return ahead(table.state, 'B');
}

describe('had the card gone out, to an imagined peer', () => {
  it('silence makes the peer call again, and costs time', () => {
    expect(answeredWrongly(() => null).consequence.kind).toBe('repeats');
  });

  it('a reset ends it for the peer', () => {
    const { consequence } = answeredWrongly((card) => ({ ...card, flags: RST | ACK }));
    expect(consequence).toStrictEqual({ kind: 'reset', seat: 'A' });
  });

  it('a wrong acknowledgment of the SYN meets RST', () => {
    const { ladder, consequence } = answeredWrongly((card) => ({ ...card, ack: card.ack! - 1 }));
    expect(consequence.kind).not.toBe('none');
    expect(ladder.segments.some(({ segment }) => segment.flags === RST)).toBe(true);
  });

  it('shows what came, the very card, and both ends as they were', () => {
    const { ladder, row } = answeredWrongly((card) => ({ ...card, seq: 77 }));
    expect(ladder.start).toMatchObject({ A: { state: 'SYN-SENT' }, B: { state: 'LISTEN' } });
    expect(ladder.segments[0]).toMatchObject({ from: 'A', arrivalRows: [row] });
    expect(ladder.segments[1]).toMatchObject({ from: 'B', row, segment: { seq: 77 } });
  });
});

/** Lessons in which nobody forges a segment and no host forgets. */
const ORDERLY = [...CAMPAIGN, ...QUICK].filter(({ level }) =>
  level.lanes.every(({ script }) => script.every(({ action }) => !['inject', 'crash'].includes(action.do))),
);

it('the imagined peer is where the true one can be, in every moment of every lesson', () => {
  let moments = 0;
  for (const { level } of ORDERLY) {
    const { log } = record(level, 'imagined', 'novice');
    const steps = replay(log);
    if (!steps.ok) throw new Error(steps.detail);
    const { state } = steps.value.at(-1)!;
    for (const [lane, { seats }] of state.lanes.entries()) {
      for (const seat of SEATS) {
        const { trail } = seats[seat];
        for (const [index, { after, prompt }] of trail.entries()) {
          if (trail[index + 1]?.prompt === prompt && prompt !== null) continue;
          const until = trail.slice(0, index + 1);
          const moment = peerMoment(after, until.reduce(live, NOTHING_LIVED));
          if (moment === null) continue;
          const { endpoint } = imaginedPeer(until, [], { rcvWnd: level.rcvWnd, nextIss: 1 });
          expect(PEER_STATES[moment], `${level.id} ${lane} ${seat} ${index}`).toContain(endpoint.state);
          moments += 1;
        }
      }
    }
  }
  expect(moments).toBeGreaterThan(100);
});

it('every wrong play of every lesson can be looked ahead of while the match runs', () => {
  let count = 0;
  for (const { level } of [...CAMPAIGN, ...QUICK]) {
    const { log } = record(level, 'ahead in match', 'novice');
    const steps = replay(log);
    if (!steps.ok) throw new Error(steps.detail);
    for (const { state, events } of steps.value) {
      for (const event of events) {
        if (event.kind !== 'handled' || event.by !== 'player') continue;
        const view = viewFor(state, event.seat);
        const settled = view.lanes[event.lane]!.trail.findLast(({ prompt }) => prompt === event.prompt)!;
        for (const refusal of settled.refusals) {
          const { ladder, row } = lookAheadInMatch(view, event.lane, settled, refusal);
          expect(row).toBeLessThan(ladder.rows.length);
          count += 1;
        }
      }
    }
  }
  expect(count).toBeGreaterThan(40);
});
