import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { createFixedSession } from '../gallery/fixed-session.ts';
import { knocked } from '../gallery/fixed-lanes.ts';
import { createHand } from './hand.ts';

test('a card taken in one match is not in the hand in the next, though prompts have the same numbers', () => {
  const fixed = createFixedSession({ place: 'match', lanes: [knocked] });
  const seated = signal(fixed.seated.value);
  const hand = createHand({ ...fixed, seated });
  hand.take('SYN');
  expect(hand.draft.value?.kind).toBe('SYN');
  seated.value = seated.value && { ...seated.value, match: 'rematch' };
  expect(hand.draft.value).toBeNull();
});
