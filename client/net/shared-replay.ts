/** Fetches a finished match by its replay id; needs no seat and no socket. */
import type { SharedReplay } from '../../shared/protocol/messages.ts';

export type FetchedReplay =
  | { readonly ok: true; readonly value: SharedReplay }
  | { readonly ok: false; readonly code: 'replay/unknown' | 'replay/failed' };

export async function fetchReplay(id: string): Promise<FetchedReplay> {
  try {
    const response = await fetch(`/api/replays/${encodeURIComponent(id)}`);
    if (response.status === 404) return { ok: false, code: 'replay/unknown' };
    if (!response.ok) return { ok: false, code: 'replay/failed' };
    return { ok: true, value: (await response.json()) as SharedReplay };
  } catch {
    return { ok: false, code: 'replay/failed' };
  }
}
