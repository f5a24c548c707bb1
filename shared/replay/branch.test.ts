import { expect, it } from 'vitest';
import { restoreReferee } from '../referee/restore.ts';
import { lessonById } from '../levels/catalogue.ts';
import { clean } from '../testing/known-levels.ts';
import { asPeople, record } from '../testing/recording.ts';
import { branchOf } from './branch.ts';
import { debriefOf } from './debrief-of.ts';
import type { MatchLog } from './log.ts';
import { replay } from './replay.ts';

const recorded = (id: string): MatchLog =>
  asPeople(record(lessonById(id)!.level, `branch ${id}`, 'novice').log);

it.each(['clean', 'ghost-syn', 'silence', 'storm'])('goes on from every moment of %s', (id) => {
  const log = recorded(id);
  const debrief = debriefOf(log);
  if (!debrief.ok) throw new Error(debrief.detail);
  let open = 0;
  for (const [lane, { moments }] of debrief.value.ladders.entries()) {
    const done = { A: 0, B: 0 };
    for (const { seat } of moments) {
      done[seat] += 1;
      const branch = branchOf(log, { lane, done }, seat);
      if (!branch.ok) {
        expect(branch.code).toBe('log/over');
        continue;
      }
      open += 1;
      const steps = replay(branch.value);
      if (!steps.ok) throw new Error(steps.detail);
      const { state } = steps.value.at(-1)!;
      expect(state.ended).toBeNull();
      expect(state.lanes[lane]!.seats.A.trail.length).toBeLessThanOrEqual(done.A);
      expect(state.lanes[lane]!.seats.B.trail.length).toBeLessThanOrEqual(done.B);
      expect(state.setup.seats[seat].bot).toBe(false);
      expect(state.seats[seat].presence.kind).toBe('present');
    }
  }
  expect(open).toBeGreaterThan(3);
});

it('leaves the question open whose answer comes at that very moment', () => {
  const log = recorded('clean');
  const branch = branchOf(log, { lane: 0, done: { A: 0, B: 1 } }, 'A');
  if (!branch.ok) throw new Error(branch.detail);
  const bots = { A: null, B: 'novice' } as const;
  const restored = restoreReferee(branch.value, bots);
  if (!restored.ok) throw new Error(restored.detail);
  const { match } = restored.value;
  expect(match.lanes[0]!.seats.A.prompt).toMatchObject({ id: 1, kind: 'open' });
  expect(match.setup.level.id).toBe(clean.id);
});

it('does not carry over what was tried in vain after that moment', () => {
  const log = recorded('clean');
  const debrief = debriefOf(log);
  if (!debrief.ok) throw new Error(debrief.detail);
  const { ladders, wrongPlays } = debrief.value;
  expect(wrongPlays.length).toBeGreaterThan(0);
  for (const { seat, lane, row } of wrongPlays) {
    const done = { A: 0, B: 0 };
    for (const moment of ladders[lane]!.moments) if (moment.row < row) done[moment.seat] += 1;
    const branch = branchOf(log, { lane, done }, seat);
    if (!branch.ok) throw new Error(branch.detail);
    const steps = replay(branch.value);
    if (!steps.ok) throw new Error(steps.detail);
    expect(steps.value.at(-1)!.state.lanes[lane]!.seats[seat].prompt?.refusals ?? []).toStrictEqual([]);
  }
});

it('has nothing to go on with at the end', () => {
  const log = recorded('clean');
  expect(branchOf(log, { lane: 0, done: { A: 999, B: 999 } }, 'A')).toMatchObject({
    ok: false,
    code: 'log/over',
  });
});
