import { expect, it } from 'vitest';
import { lost } from '../testing/known-levels.ts';
import { record } from '../testing/recording.ts';
import { stallSince } from './referee.ts';
import { restoreReferee } from './restore.ts';

const { log, referee } = record(lost, 'restore', 'standard');

it('a log leads to the referee that wrote it', () => {
  expect(restoreReferee(log, referee.bots)).toStrictEqual({ ok: true, value: referee });
});

it('a log of other rules leads nowhere', () => {
  const other = { ...log, header: { ...log.header, rules: log.header.rules + 1 } };
  expect(restoreReferee(other, referee.bots)).toMatchObject({ ok: false, code: 'log/rules' });
});

it('an outage lasts from the later of last sign and last entry', () => {
  const { lastAt } = referee;
  expect(stallSince(referee, lastAt - 500, lastAt + 2000)).toStrictEqual({ kind: 'stall', gap: 2000 });
  expect(stallSince(referee, lastAt + 500, lastAt + 2000)).toStrictEqual({ kind: 'stall', gap: 1500 });
  expect(stallSince(referee, lastAt + 500, lastAt + 500)).toBeNull();
});
