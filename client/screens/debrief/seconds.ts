import type { Millis } from '../../../shared/engine/base/millis.ts';

/** Lane time as it is shown: in tenths of a second. */
export const secondsOf = (ms: Millis): string => (Math.round(ms / 100) / 10).toFixed(1);
