import { describe, expect, it } from 'vitest';
import type { Moved, Scenario } from '../../testing/possible-peers.ts';
import { possiblePeers } from '../../testing/possible-peers.ts';
import type { Lived } from './peer-states.ts';
import { NOTHING_LIVED, PEER_STATES, live, peerMoment } from './peer-states.ts';

const SCENARIO: Scenario = { own: 'active', ownText: false, peerText: false, ghost: false, choices: false };

const SCENARIOS: readonly Scenario[] = [
  { ...SCENARIO, choices: true },
  { ...SCENARIO, own: 'passive', choices: true },
  { ...SCENARIO, own: 'passive', ghost: true },
  { ...SCENARIO, own: 'passive', ownText: true },
  { ...SCENARIO, own: 'passive', peerText: true },
];

/** As the match keeps its trail. */
const lives = (before: Lived, { event, outcomes }: Moved): Lived =>
  outcomes.reduce(
    (lived, { notes, segment, endpoint, delivered }, index) =>
      live(lived, {
        event: index === 0 ? event : { kind: 'transmit' },
        notes,
        answer: segment,
        after: endpoint.state,
        delivered: delivered.length,
      }),
    before,
  );

describe('the states that the peer can be in', () => {
  it(
    'are those of the table and no others, whatever the seat has lived through',
    { timeout: 120_000 },
    () => {
      const found = new Set<string>();
      for (const scenario of SCENARIOS) {
        for (const { own, lived, peers } of possiblePeers(scenario, NOTHING_LIVED, lives)) {
          const moment = peerMoment(own.state, lived);
          if (moment === null) continue;
          found.add(moment);
          if (peers.join() !== PEER_STATES[moment].join()) {
            throw new Error(`${moment}: ${peers.join()} after ${JSON.stringify({ scenario, own, lived })}`);
          }
        }
      }
      expect([...found].sort()).toStrictEqual(Object.keys(PEER_STATES).sort());
    },
  );

  it('tell the moments apart', () => {
    const sets = Object.values(PEER_STATES).map((states) => states.join());
    expect(new Set(sets).size).toBe(sets.length);
  });
});
