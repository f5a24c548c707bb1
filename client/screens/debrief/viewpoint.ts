/** From whose side a debrief is looked at: a player's own, or a stranger's who has the link. */
import { useMemo } from 'preact/hooks';
import type { Seat } from '../../../shared/engine/match/seat.ts';
import { otherSeat } from '../../../shared/engine/match/seat.ts';

export interface Viewpoint {
  /** The reader's seat; null for a stranger. */
  readonly own: Seat | null;
  /** The host drawn on the left; the other stands on the right. */
  readonly left: Seat;
  readonly right: Seat;
  readonly names: { readonly [seat in Seat]: string };
}

/** The same object as long as it says the same: what is drawn from it need not be drawn again. */
export function useViewpoint(own: Seat | null, nameOfA: string, nameOfB: string): Viewpoint {
  return useMemo(() => {
    const left = own ?? 'A';
    return { own, left, right: otherSeat(left), names: { A: nameOfA, B: nameOfB } };
  }, [own, nameOfA, nameOfB]);
}

/** The colours of a host: the left one's and the right one's, as at the table. */
export const sideOf = ({ left }: Viewpoint, seat: Seat): 'is-mine' | 'is-peer' =>
  seat === left ? 'is-mine' : 'is-peer';
