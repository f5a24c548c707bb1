/** A branch of any log, played on in the page: from where it was cut, with a bot for whoever sat on the other side. */
import { describe, expect, it } from 'vitest';
import { ownAnswers } from '../../shared/engine/match/own-endpoint.ts';
import { playOf } from '../../shared/engine/match/play-of.ts';
import type { SeatUpdate } from '../../shared/protocol/messages.ts';
import { restoreReferee } from '../../shared/referee/restore.ts';
import { clean, lost } from '../../shared/testing/known-levels.ts';
import { debriefOf } from '../../shared/replay/debrief-of.ts';
import type { MatchLog } from '../../shared/replay/log.ts';
import { replay } from '../../shared/replay/replay.ts';
import { asPeople, record } from '../../shared/testing/recording.ts';
import type { FakeClock } from '../testing/fake-clock.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import type { SoloMatch } from './solo-match.ts';
import { createSoloMatch } from './solo-match.ts';

const NO_BOTS = { A: null, B: null };

interface Branch {
  readonly match: SoloMatch;
  readonly updates: SeatUpdate[];
  readonly errors: unknown[];
}

function branchOff(log: MatchLog, clock: FakeClock, seat: 'A' | 'B' = 'A'): Branch {
  const updates: SeatUpdate[] = [];
  const errors: unknown[] = [];
  const made = createSoloMatch({
    ...log,
    seat,
    bots: NO_BOTS,
    interrupted: null,
    clock,
    listener: {
      logged: () => undefined,
      viewChanged: (update) => updates.push(update),
      ended: () => undefined,
      alive: () => true,
      heartbeat: () => undefined,
      failed: (error) => errors.push(error),
    },
  });
  if (!made.ok) throw new Error(`${made.code}: ${made.detail}`);
  return { match: made.value, updates, errors };
}

function playOut({ match }: Branch, clock: FakeClock): void {
  for (let turn = 0; !match.isEnded(); turn++) {
    if (turn > 2000) throw new Error('the branch does not end');
    const { view, lastCommand } = match.view();
    const lane = view.lanes.findIndex(({ prompt }) => prompt !== null);
    const laneView = view.lanes[lane];
    if (laneView === undefined || laneView.prompt === null) {
      clock.pass(500);
      continue;
    }
    const play = playOf(ownAnswers(laneView, view.level.rcvWnd)[0]!, view.level.help);
    const command = { kind: 'play', lane, prompt: laneView.prompt.id, play } as const;
    expect(match.command(lastCommand + 1, command)).toMatchObject({ ok: true, value: { verdict: 'right' } });
  }
}

/** Two people's match; B leaves the table for a moment in it. */
const { header, entries } = asPeople(record(lost, 'branch', 'standard').log);

describe('a branch', () => {
  it.each([
    ['the beginning', 0, 'A'],
    ['the middle', Math.trunc(entries.length / 2), 'A'],
    ['the middle', Math.trunc(entries.length / 2), 'B'],
    ['just before the end', entries.length - 3, 'B'],
  ] as const)('from %s (%i entries) is played on at %s, and its own log is whole', (_, count, seat) => {
    const clock = createFakeClock();
    const prefix = { header, entries: entries.slice(0, count) };
    const branch = branchOff(prefix, clock, seat);
    playOut(branch, clock);
    expect(branch.errors).toStrictEqual([]);
    const log = branch.match.log();
    expect(log.entries.slice(0, count)).toStrictEqual(prefix.entries);
    expect(replay(log).ok).toBe(true);
    expect(debriefOf(log).ok).toBe(true);
  });

  it('begins at the moment of the cut: nothing has passed since', () => {
    const clock = createFakeClock();
    const prefix = { header, entries: entries.slice(0, 8) };
    const { match } = branchOff(prefix, clock);
    const restored = restoreReferee(prefix, NO_BOTS);
    if (!restored.ok) throw new Error(restored.code);
    expect(match.log().entries.at(-1)!.at).toBe(restored.value.lastAt);
    expect(match.view().view.presence).toStrictEqual({ A: 'present', B: 'stand-in' });
  });

  it('cut while its player was away, or the match paused, goes on at once', () => {
    const clock = createFakeClock();
    const at = entries[5]!.at;
    const away = { at, n: 0, command: { kind: 'presence', seat: 'A', is: 'away' } } as const;
    const paused = { at, n: 0, command: { kind: 'pause' } } as const;
    const branch = branchOff({ header, entries: [...entries.slice(0, 6), away, paused] }, clock);
    expect(branch.match.view().view).toMatchObject({ paused: false, presence: { A: 'present' } });
    playOut(branch, clock);
    expect(replay(branch.match.log()).ok).toBe(true);
  });

  it('leaves the log that it came from as it was', () => {
    const clock = createFakeClock();
    const prefix = { header, entries: entries.slice(0, 8) };
    const before = JSON.stringify(prefix);
    playOut(branchOff(prefix, clock), clock);
    expect(JSON.stringify(prefix)).toBe(before);
  });

  it('keeps the bot of a match against the bot', () => {
    const clock = createFakeClock();
    const person = { bot: false, timeFactor: 100 };
    const withBot = {
      ...record(clean, 'bot', 'expert').log.header,
      seats: { A: person, B: { ...person, bot: true } },
    };
    const branch = branchOff({ header: withBot, entries: [] }, clock);
    playOut(branch, clock);
    expect(branch.match.log().entries.some(({ command }) => command.kind === 'presence')).toBe(false);
  });
});

describe('a log is refused', () => {
  const refusedAs = (log: MatchLog): string => {
    const made = createSoloMatch({
      ...log,
      seat: 'A',
      bots: NO_BOTS,
      interrupted: null,
      clock: createFakeClock(),
      listener: {
        logged: () => undefined,
        viewChanged: () => undefined,
        ended: () => undefined,
        alive: () => true,
        heartbeat: () => undefined,
        failed: () => undefined,
      },
    });
    return made.ok ? 'accepted' : made.code;
  };

  it('where a bot has the seat, or its player has left', () => {
    expect(refusedAs(record(clean, 'bots', 'expert').log)).toBe('log/seat');
    const gone = { at: 0, n: 0, command: { kind: 'presence', seat: 'A', is: 'gone' } } as const;
    expect(refusedAs({ header, entries: [gone] })).toBe('log/seat');
  });

  it('where other rules made it, or it is out of order', () => {
    expect(refusedAs({ header: { ...header, rules: header.rules + 1 }, entries: [] })).toBe('log/rules');
    expect(refusedAs({ header, entries: entries.toReversed() })).toBe('log/order');
  });
});
