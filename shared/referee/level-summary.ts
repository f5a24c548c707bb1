/** What the lobby shows of a level. */
import type { Level } from '../engine/match/level.ts';
import type { LevelSummary } from '../protocol/messages.ts';

export const summaryOf = ({ id, lanes, difficulty, help }: Level): LevelSummary => ({
  id,
  lanes: lanes.length,
  difficulty,
  help,
});
