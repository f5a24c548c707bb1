/** A ring that empties, with the seconds in it. It moves by itself and draws nothing else anew. */
import { useEffect, useState } from 'preact/hooks';
import type { Deadline } from '../../session/deadlines.ts';
import { remainingAt } from '../../session/deadlines.ts';

const RADIUS = 20;
const LENGTH = 2 * Math.PI * RADIUS;
const SOON = 5000;

/** What is left now, some ten times a second. */
export function useRemaining(deadline: Deadline | null): number | null {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    if (deadline === null) return undefined;
    setNow(performance.now());
    const timer = setInterval(() => setNow(performance.now()), 100);
    return () => clearInterval(timer);
  }, [deadline]);
  return deadline === null ? null : remainingAt(deadline, Math.max(now, deadline.since));
}

export function Ring({ deadline, label }: { deadline: Deadline; label: string }) {
  const remaining = useRemaining(deadline) ?? 0;
  const part = Math.min(1, remaining / deadline.window);
  return (
    <span
      class="ring"
      data-soon={remaining < SOON}
      data-stands={deadline.stands}
      role="img"
      aria-label={label.replace('{n}', String(Math.ceil(remaining / 1000)))}
    >
      <svg viewBox="0 0 48 48" aria-hidden="true">
        <circle cx="24" cy="24" r={RADIUS} class="ring-track" />
        <circle
          cx="24"
          cy="24"
          r={RADIUS}
          class="ring-left"
          stroke-dasharray={LENGTH}
          stroke-dashoffset={LENGTH * (1 - part)}
          transform="rotate(-90 24 24)"
        />
      </svg>
      <span class="ring-seconds" aria-hidden="true">
        {Math.ceil(remaining / 1000)}
      </span>
    </span>
  );
}
