/** Runs a log file again and says what came of it. */
import { hashOfLevel } from '../../shared/replay/log.ts';
import { SEATS } from '../../shared/engine/match/seat.ts';
import { levelById } from '../../shared/levels/catalogue.ts';
import { isOwnLevel } from '../../shared/levels/own-level-id.ts';
import type { VerifiedMatch } from '../../shared/replay/log-file.ts';
import { verifyLogFile } from '../../shared/replay/log-file.ts';
import { ladderText } from './ladder-text.ts';
import { NotALogError, readLogFile } from './read-log-file.ts';
import { troubleWithLog } from './trouble-with-log.ts';

export interface ReplayRun {
  /** 0: the log is what it says; 1: it is not; 2: it is no log. */
  readonly status: 0 | 1 | 2;
  readonly output: string;
  readonly problems: string;
}

export function replayFile(path: string): ReplayRun {
  try {
    const verified = verifyLogFile(readLogFile(path));
    return verified.ok
      ? { status: 0, output: report(verified.value), problems: '' }
      : { status: 1, output: '', problems: troubleWithLog(verified.code, verified.detail) };
  } catch (error) {
    if (error instanceof NotALogError) return { status: 2, output: '', problems: error.message };
    // The engine stops at what no match can contain.
    const reason = error instanceof Error ? error.message : String(error);
    return { status: 1, output: '', problems: `The log cannot be played: ${reason}` };
  }
}

function report({ match, debrief, confirmed }: VerifiedMatch): string {
  const { header, events, state } = match;
  const ladders = state.lanes.flatMap((_, lane) => [`wire ${lane + 1}`, ...ladderText(events, lane), '']);
  const scores = SEATS.map((seat) => {
    const { score, stars, prompts } = debrief.scores[seat];
    const wrong = debrief.wrongPlays.filter((one) => one.seat === seat).length;
    return `score ${seat}: ${score} of 1000, ${stars} of 3 stars, ${prompts.first} of ${prompts.asked} right at the first try, wrong plays: ${wrong}`;
  });
  return [
    `level ${header.level.id}, rules ${header.rules}${catalogueNote(header.level.id, header.levelHash)}`,
    '',
    ...ladders,
    `ended: ${debrief.ended}`,
    ...scores,
    confirmed
      ? 'The recorded result is right.'
      : 'The log records no result: there is nothing to compare this with.',
  ].join('\n');
}

/** Levels change from version to version, and anyone can write one. */
function catalogueNote(id: string, hash: string): string {
  if (isOwnLevel(id)) return '; from a level file, unranked';
  const known = levelById(id);
  if (known === null) return '; not a level of this version';
  return hashOfLevel(known) === hash ? '' : '; not as this version has it, or with other help';
}
