/** Finished matches that anyone with the link may see: the log, and the names of those players who agreed. */
import type { Seat } from '../../shared/engine/match/seat.ts';
import type { Reply, ReplayLink, SharedReplay } from '../../shared/protocol/messages.ts';
import { failure } from '../../shared/protocol/failure.ts';
import { newToken } from '../lobby/random-ids.ts';
import type { MatchHost } from '../matches/match-host.ts';
import type { Store } from '../store/store.ts';

export interface Replays {
  /** The link of a finished match, for one of its seats; made when it is first asked for. */
  link(match: string, seat: Seat): Promise<Reply<ReplayLink>>;
  consent(match: string, seat: Seat, named: boolean): Promise<Reply<null>>;
  /** Null if there is no such replay, or its match has been deleted. */
  open(id: string): Promise<SharedReplay | null>;
}

export function createReplays(store: Store, matches: Pick<MatchHost, 'isEnded'>): Replays {
  async function nameAt(match: string, seat: Seat): Promise<string | null> {
    const table = await store.loadTable(match);
    const player = table?.value.seats[seat] ?? null;
    return player === null || player.skill !== null ? null : player.name;
  }

  return {
    async link(match, seat) {
      if (!(await matches.isEnded(match))) return failure('match/not-ended', match);
      const replay = await store.shareMatch(match, newToken());
      if (replay === null) return failure('match/unknown', match);
      return { ok: true, value: { id: replay.id, named: replay.named[seat] } };
    },

    async consent(match, seat, named) {
      if (!(await store.nameInReplay(match, seat, named))) return failure('match/not-ended', match);
      return { ok: true, value: null };
    },

    async open(id) {
      const replay = await store.findReplay(id);
      const stored = replay === null ? null : await store.loadMatch(replay.match);
      if (replay === null || stored === null) return null;
      const { match, named } = replay;
      const names = {
        A: named.A ? await nameAt(match, 'A') : null,
        B: named.B ? await nameAt(match, 'B') : null,
      };
      return { log: { header: stored.header, entries: await store.readLog(match) }, names };
    },
  };
}
