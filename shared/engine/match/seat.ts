/** The two places in a match. */
export type Seat = 'A' | 'B';

export const SEATS: readonly Seat[] = Object.freeze(['A', 'B']);

export const otherSeat = (seat: Seat): Seat => (seat === 'A' ? 'B' : 'A');
