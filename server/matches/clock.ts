/** The server's time: Unix ms that never step back, whatever happens to the system's clock. */
export interface Clock {
  now(): number;
}

export function systemClock(): Clock {
  const origin = Date.now() - performance.now();
  return { now: () => Math.trunc(origin + performance.now()) };
}
