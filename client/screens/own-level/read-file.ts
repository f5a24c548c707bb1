/** A file of the player's own disk as text, if it can be a level at all. */
import { LEVEL_FILE_LIMIT } from '../../../shared/levels/level-file-limit.ts';

export type FileTrouble = 'file-too-long' | 'file-unreadable';

export type ReadFile =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly trouble: FileTrouble };

export async function readLevelText(file: File): Promise<ReadFile> {
  // Before anything of it is read: somebody may have taken the wrong file, and a film is long.
  if (file.size > LEVEL_FILE_LIMIT) return { ok: false, trouble: 'file-too-long' };
  try {
    return { ok: true, text: await file.text() };
  } catch {
    return { ok: false, trouble: 'file-unreadable' };
  }
}
