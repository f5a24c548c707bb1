/** A replay link opened: the match is played again here, from its log. */
import type { Seat } from '../../shared/engine/match/seat.ts';
import type { Debrief } from '../../shared/replay/debrief.ts';
import type { MatchLog } from '../../shared/replay/log.ts';
import type { FetchedReplay } from '../net/shared-replay.ts';

export type OpenedReplay =
  | {
      readonly ok: true;
      readonly debrief: Debrief;
      readonly log: MatchLog;
      /** Null where the player has not agreed to be named. */
      readonly names: { readonly [seat in Seat]: string | null };
    }
  | { readonly ok: false; readonly code: 'replay/unknown' | 'replay/old' | 'replay/failed' };

/** The engine is loaded with the first replay: the game itself runs without it. */
export async function openReplay(fetched: Promise<FetchedReplay>): Promise<OpenedReplay> {
  try {
    const [{ debriefOf }, reply] = await Promise.all([import('../../shared/replay/debrief-of.ts'), fetched]);
    if (!reply.ok) return reply;
    const { log, names } = reply.value;
    const made = debriefOf(log);
    if (made.ok) return { ok: true, debrief: made.value, log, names };
    const isOld = made.code === 'log/rules' || made.code === 'log/format';
    return { ok: false, code: isOld ? 'replay/old' : 'replay/failed' };
  } catch {
    // A part of the page could not be loaded, or the log is not what it should be.
    return { ok: false, code: 'replay/failed' };
  }
}
