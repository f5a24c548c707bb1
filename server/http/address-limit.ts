/** A rate for each address that asks; addresses that have been quiet are forgotten. */
import type { Clock } from '../matches/clock.ts';
import type { Rate } from '../socket/rate-limit.ts';
import { createRateLimit } from '../socket/rate-limit.ts';

/** So many are remembered; the one unheard of longest goes first, and begins afresh. */
const MOST_ADDRESSES = 10_000;

export function createAddressLimit(clock: Clock, rate: Rate): (address: string) => boolean {
  const limits = new Map<string, () => boolean>();
  return (address) => {
    const mayGoOn = limits.get(address) ?? createRateLimit(clock, rate);
    // Put at the end: a map keeps the order in which its keys came.
    limits.delete(address);
    limits.set(address, mayGoOn);
    const [oldest] = limits.keys();
    if (limits.size > MOST_ADDRESSES && oldest !== undefined) limits.delete(oldest);
    return mayGoOn();
  };
}
