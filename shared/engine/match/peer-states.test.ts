import { describe, expect, it } from 'vitest';
import type { TcpState } from '../tcp/state.ts';
import { TCP_STATES } from '../tcp/state.ts';
import type { Moved, Scenario } from '../../testing/possible-peers.ts';
import { possiblePeers } from '../../testing/possible-peers.ts';
import type { Lived } from './peer-states.ts';
import { NOTHING_LIVED, PEER_STATES, live, peerMoment } from './peer-states.ts';

const SCENARIO: Scenario = {
  own: 'active',
  peer: 'passive',
  ownText: false,
  peerText: false,
  closes: true,
  ghost: false,
};

const SCENARIOS: readonly Scenario[] = [
  { ...SCENARIO, ownText: true },
  { ...SCENARIO, peerText: true },
  { ...SCENARIO, own: 'passive', peer: 'active', ownText: true },
  { ...SCENARIO, own: 'passive', peer: 'active', peerText: true },
  { ...SCENARIO, peer: 'active' },
  ...(['active', 'passive'] as const).flatMap((own) =>
    (['active', 'passive'] as const).map((peer): Scenario => ({
      ...SCENARIO,
      own,
      peer,
      closes: false,
      ghost: true,
    })),
  ),
];

/** As the match keeps its trail. */
const lives = (before: Lived, { event, outcomes }: Moved): Lived =>
  outcomes.reduce(
    (lived, { notes, segment, endpoint }, index) =>
      live(lived, {
        event: index === 0 ? event : { kind: 'transmit' },
        notes,
        answer: segment,
        after: endpoint.state,
      }),
    before,
  );

function foundBySearch(): { readonly [moment: string]: readonly TcpState[] } {
  const found = new Map<string, Set<TcpState>>();
  for (const scenario of SCENARIOS) {
    for (const { own, lived, peer } of possiblePeers(scenario, NOTHING_LIVED, lives)) {
      const moment = peerMoment(own, lived);
      if (moment !== null) found.set(moment, (found.get(moment) ?? new Set()).add(peer));
    }
  }
  return Object.fromEntries(
    [...found].map(([moment, states]) => [moment, TCP_STATES.filter((state) => states.has(state))]),
  );
}

describe('the states that the peer can be in', () => {
  it('are all those that a search finds, and no others', { timeout: 120_000 }, () => {
    expect(foundBySearch()).toStrictEqual(PEER_STATES);
  });
});
