import type { Debrief, Fate, LadderSegment } from '../../shared/replay/debrief.ts';
import type { Seat } from '../../shared/engine/match/seat.ts';
import type { FinalScore } from '../../shared/engine/scoring/score.ts';
import { ACK, FIN, SYN } from '../../shared/engine/wire/segment.ts';
import type { Segment } from '../../shared/engine/wire/segment.ts';
import { arrival, REFUSAL, seg } from './fixed-lanes.ts';

let ids = 0;
const sent = (
  from: Seat,
  segment: Segment,
  sentAt: number,
  fate: Fate,
  arrivals: number[],
): LadderSegment => {
  ids += 1;
  return { id: ids, from, segment, sentAt, arrivals, fate, by: 'player' };
};

const TEXT = 'x'.repeat(40);

const SEGMENTS: readonly LadderSegment[] = [
  sent('A', seg(SYN, 900), 0, 'dropped', []),
  sent('A', seg(SYN, 900), 4000, 'delivered', [5200]),
  sent('B', seg(SYN | ACK, 4100, 901), 5200, 'duplicated', [6400, 7000]),
  sent('A', seg(ACK, 901, 4101), 6400, 'delivered', [7600]),
  sent('A', seg(ACK, 901, 4101, TEXT), 6400, 'delayed', [9100]),
  sent('B', seg(ACK, 4101, 941), 9100, 'delivered', [10_300]),
  sent('A', seg(FIN | ACK, 941, 4101), 10_300, 'delivered', [11_500]),
  sent('B', seg(ACK, 4101, 942), 11_500, 'late', []),
  sent('B', seg(FIN | ACK, 4101, 942), 11_900, 'delivered', [13_100]),
  sent('A', seg(ACK, 942, 4102), 13_100, 'delivered', [14_300]),
];

const score = (points: number, stars: number): FinalScore => ({
  score: points,
  stars,
  raw: Math.round(points * 1.24),
  par: 1240,
  items: {
    cards: 640,
    silences: 0,
    states: 0,
    wrong: -30,
    speed: 120,
    streak: 45,
    faults: 30,
    merged: 25,
    goal: 100,
    pair: 200,
  },
  prompts: { asked: 8, first: 7, unanswered: 0 },
});

export const fixedDebrief: Debrief = {
  levelId: 'lost',
  ended: 'lanes-over',
  ladders: [
    {
      segments: SEGMENTS,
      states: [
        { seat: 'A', at: 0, state: 'SYN-SENT' },
        { seat: 'A', at: 6400, state: 'ESTABLISHED' },
        { seat: 'A', at: 10_300, state: 'FIN-WAIT-1' },
        { seat: 'A', at: 13_100, state: 'TIME-WAIT' },
        { seat: 'B', at: 0, state: 'LISTEN' },
        { seat: 'B', at: 5200, state: 'SYN-RECEIVED' },
        { seat: 'B', at: 7600, state: 'ESTABLISHED' },
        { seat: 'B', at: 11_500, state: 'CLOSE-WAIT' },
        { seat: 'B', at: 11_900, state: 'LAST-ACK' },
        { seat: 'B', at: 14_300, state: 'CLOSED' },
      ],
      events: [
        { seat: 'A', at: 0, event: { kind: 'open', mode: 'active' } },
        { seat: 'A', at: 4000, event: { kind: 'timeout', timer: 'retransmission' } },
        { seat: 'A', at: 10_300, event: { kind: 'close' } },
        { seat: 'B', at: 11_900, event: { kind: 'close' } },
      ],
      endedAt: 27_100,
      end: 'goal',
    },
    { segments: SEGMENTS.slice(1, 4), states: [], events: [], endedAt: 8000, end: 'finished' },
  ],
  wrongPlays: [
    {
      seat: 'A',
      lane: 0,
      at: 6400,
      state: 'SYN-SENT',
      event: arrival(seg(SYN | ACK, 4100, 901)),
      refusal: REFUSAL,
      right: seg(ACK, 901, 4101),
    },
    {
      seat: 'A',
      lane: 0,
      at: 10_300,
      state: 'ESTABLISHED',
      event: { kind: 'close' },
      refusal: {
        play: { card: { flags: FIN, seq: 941, ack: null, len: 0 }, state: null },
        field: 'flags',
        reason: 'M19',
        rule: 'flags/of-event',
        input: null,
      },
      right: seg(FIN | ACK, 941, 4101),
    },
  ],
  prompts: [],
  scores: { A: score(874, 2), B: score(655, 1) },
  secret: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  nonces: { A: '4be1f00d4be1f00d4be1f00d4be1f00d', B: '77aa77aa77aa77aa77aa77aa77aa77aa' },
};
