/** Asking again after a failure that passes by itself, later each time. */
import type { Answer } from '../net/connection.ts';

type FailureCode = Extract<Answer<unknown>, { readonly ok: false }>['code'];
export type Passes = (code: FailureCode) => boolean;

const PASSING: ReadonlySet<FailureCode> = new Set([
  'net/timeout',
  'message/too-many',
  'match/busy',
  'server/stopping',
  'server/store',
]);

export const passes: Passes = (code) => PASSING.has(code);

const FIRST_PAUSE = 400;
const LONGEST_PAUSE = 6400;

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** Null if nobody wants to know any more. */
export async function persist<T>(
  ask: () => Promise<Answer<T>>,
  isWanted: () => boolean,
  isPassing: Passes = passes,
): Promise<Answer<T> | null> {
  for (let ms = FIRST_PAUSE; ; ms = Math.min(2 * ms, LONGEST_PAUSE)) {
    const answer = await ask();
    if (!isWanted()) return null;
    if (answer.ok || !isPassing(answer.code)) return answer;
    await pause(ms);
    if (!isWanted()) return null;
  }
}
