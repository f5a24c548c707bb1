/** Records a whole match between two bots, mistakes included, as the server would: through the referee. */
import { sha256Hex } from '../engine/base/sha256.ts';
import type { Level } from '../engine/match/level.ts';
import type { Skill } from '../protocol/messages.ts';
import type { RefereeState } from '../referee/referee.ts';
import { execute, nextEntry, openReferee } from '../referee/referee.ts';
import type { LogEntry, LogHeader, MatchLog } from '../replay/log.ts';
import { LOG_FORMAT, RULES_VERSION, hashOfLevel } from '../replay/log.ts';

export const headerFor = (level: Level, name: string): LogHeader => ({
  format: LOG_FORMAT,
  rules: RULES_VERSION,
  level,
  levelHash: hashOfLevel(level),
  secret: sha256Hex(`secret of ${name}`),
  nonces: { A: '', B: '' },
  timed: true,
  speed: true,
  seats: { A: { bot: true, timeFactor: 100 }, B: { bot: true, timeFactor: 100 } },
});

export interface Recording {
  readonly log: MatchLog;
  readonly referee: RefereeState;
}

export function record(level: Level, name: string, skill: Skill): Recording {
  const header = headerFor(level, name);
  let referee = openReferee(header, { A: skill, B: skill });
  const entries: LogEntry[] = [];
  for (let entry = nextEntry(referee); entry !== null; entry = nextEntry(referee)) {
    referee = execute(referee, entry).state;
    entries.push(entry);
  }
  return { log: { header, entries }, referee };
}

/** The same match as people would have played it: a hint is taken before every fifth play, and B is away for a moment. */
export function asPeople({ header, entries }: MatchLog): MatchLog {
  const person = { bot: false, timeFactor: 100 };
  const away: LogEntry = { at: 0, n: 0, command: { kind: 'presence', seat: 'B', is: 'away' } };
  const back: LogEntry = { at: 0, n: 0, command: { kind: 'presence', seat: 'B', is: 'present' } };
  const played = entries.flatMap((entry, index): LogEntry[] => {
    const { at, n, command } = entry;
    if (command.kind !== 'play' || index % 5 !== 0) return [entry];
    const { seat, lane, prompt } = command;
    return [{ at, n, command: { kind: 'hint', seat, lane, prompt } }, entry];
  });
  return { header: { ...header, seats: { A: person, B: person } }, entries: [away, back, ...played] };
}
