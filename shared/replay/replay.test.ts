/** A log is the match: it survives the store, is refused when it is not what it says, and cannot be bent. */
import { describe, expect, it } from 'vitest';
import { SEATS } from '../engine/match/seat.ts';
import type { MatchCommand } from '../engine/match/step.ts';
import { clean } from '../testing/known-levels.ts';
import { lost } from '../testing/known-levels.ts';
import { asPeople, record } from '../testing/recording.ts';
import { debriefOf } from './debrief-of.ts';
import type { LogEntry, LogHeader, MatchLog } from './log.ts';
import { LOG_FORMAT, RULES_VERSION, hashOfLevel, seedOf } from './log.ts';
import { replay } from './replay.ts';

const { log, referee } = record(lost, 'replay', 'novice');

const finalOf = (one: MatchLog): string => {
  const steps = replay(one);
  return steps.ok ? JSON.stringify(steps.value.at(-1)!.state) : steps.code;
};

const withHeader = (change: Partial<LogHeader>): MatchLog => ({
  ...log,
  header: { ...log.header, ...change },
});

describe('a log', () => {
  it('rebuilds the match exactly, also after a trip through JSON', () => {
    const expected = JSON.stringify(referee.match);
    expect(finalOf(log)).toBe(expected);
    expect(finalOf(JSON.parse(JSON.stringify(log)) as MatchLog)).toBe(expected);
    expect(JSON.parse(JSON.stringify(log))).toStrictEqual(log);
  });

  it('gives one step for the beginning and one for each entry', () => {
    const steps = replay(log);
    expect(steps.ok && steps.value.length).toBe(log.entries.length + 1);
  });

  it.each([
    ['another format', withHeader({ format: LOG_FORMAT + 1 }), 'log/format'],
    ['other rules', withHeader({ rules: RULES_VERSION + 1 }), 'log/rules'],
    ['older rules', withHeader({ rules: RULES_VERSION - 1 }), 'log/rules'],
    ['a level that is not the one hashed', withHeader({ level: { ...lost, rcvWnd: 999 } }), 'log/level'],
    ['the hash of another level', withHeader({ levelHash: hashOfLevel(clean) }), 'log/level'],
    ['entries out of order', { ...log, entries: log.entries.toReversed() }, 'log/order'],
  ] as const)('of %s is refused with its own code', (_, wrong, code) => {
    expect(replay(wrong)).toMatchObject({ ok: false, code });
    expect(debriefOf(wrong)).toMatchObject({ ok: false, code });
  });

  it('that stops before the end has no debrief', () => {
    expect(debriefOf({ ...log, entries: log.entries.slice(0, 3) })).toMatchObject({
      ok: false,
      code: 'log/not-ended',
    });
  });

  it('tells of each prompt how it went, as the scores count them', () => {
    const debrief = debriefOf(log);
    if (!debrief.ok) throw new Error(debrief.code);
    const { prompts, scores, wrongPlays } = debrief.value;
    for (const seat of SEATS) {
      const own = prompts.filter((prompt) => prompt.seat === seat);
      const first = own.filter(({ by, reasons }) => by === 'player' && reasons.length === 0);
      expect([own.length, first.length]).toStrictEqual([
        scores[seat].prompts.asked,
        scores[seat].prompts.first,
      ]);
    }
    expect(prompts.flatMap(({ reasons }) => reasons).length).toBe(wrongPlays.length);
    expect(wrongPlays.length).toBeGreaterThan(0);
  });

  it('has a seed that neither server nor player chooses alone', () => {
    const { secret } = log.header;
    const seeds = [
      seedOf({ secret, nonces: { A: 'a', B: 'b' } }),
      seedOf({ secret, nonces: { A: 'b', B: 'a' } }),
      seedOf({ secret: `${secret}0`, nonces: { A: 'a', B: 'b' } }),
    ];
    expect(new Set(seeds).size).toBe(3);
  });
});

describe('tampering shows in the result', () => {
  const tampered = (change: (entry: LogEntry) => LogEntry | null, at: number): string =>
    finalOf({
      ...log,
      entries: log.entries.flatMap((entry, index) => (index === at ? (change(entry) ?? []) : entry)),
    });

  const plays = log.entries.flatMap(({ command }, index) => (command.kind === 'play' ? index : []));

  it('whichever play is taken out', () => {
    expect(plays.length).toBeGreaterThan(10);
    for (const at of plays) expect(tampered(() => null, at)).not.toBe(finalOf(log));
  });

  it('whichever play is turned into another card', () => {
    const other = (command: MatchCommand): MatchCommand =>
      command.kind === 'play' ? { ...command, play: { card: null, state: null } } : command;
    for (const at of plays)
      expect(tampered((entry) => ({ ...entry, command: other(entry.command) }), at)).not.toBe(finalOf(log));
  });

  it('if another seed, clock or seat is claimed', () => {
    const original = finalOf(log);
    expect(finalOf(withHeader({ nonces: { A: '1', B: '' } }))).not.toBe(original);
    expect(finalOf(withHeader({ timed: false }))).not.toBe(original);
    expect(finalOf(asPeople(log))).not.toBe(original);
  });
});

it("the debrief's wrong plays are those that were refused, each with what was right", () => {
  const debrief = debriefOf(log);
  const steps = replay(log);
  if (!debrief.ok || !steps.ok) throw new Error('the log does not replay');
  const refused = steps.value.flatMap(({ events }) => events.filter(({ kind }) => kind === 'refused'));
  expect(refused.length).toBeGreaterThan(0);
  expect(debrief.value.wrongPlays.map(({ refusal }) => refusal)).toStrictEqual(
    refused.map((event) => event.kind === 'refused' && event.refusal),
  );
  for (const { refusal, right } of debrief.value.wrongPlays) {
    const card = refusal.play.card;
    const same = card?.flags === right?.flags && card?.seq === right?.seq && card?.len === right?.text.length;
    expect(same && card?.ack === right?.ack).toBe(false);
  }
});
