import { expect, it } from 'vitest';
import { createFakeConnection } from '../testing/fake-connection.ts';
import { createLaterConnection } from './later.ts';

it('asks what was asked before its code came, and hears what is said after', async () => {
  const fake = createFakeConnection();
  let come = (): void => undefined;
  const later = createLaterConnection(
    () =>
      new Promise((resolve) => {
        come = () => resolve(fake.connection);
      }),
  );
  const heard: string[] = [];
  later.on('match:replaced', () => heard.push('replaced'));
  later.open(null);
  const levels = later.request('level:list', {});
  expect(fake.asked).toStrictEqual([]);
  come();
  await fake.answer('level:list', []);
  expect(await levels).toStrictEqual({ ok: true, value: [] });
  fake.emit('match:replaced');
  expect(heard).toStrictEqual(['replaced']);
});

it('whose code did not come gives no answer, and tries again when it is asked again', async () => {
  const fake = createFakeConnection();
  let tries = 0;
  const later = createLaterConnection(() => {
    tries += 1;
    return tries < 3 ? Promise.reject(new Error('no network')) : Promise.resolve(fake.connection);
  });
  later.open(null);
  expect(await later.request('level:list', {})).toMatchObject({ ok: false, code: 'net/timeout' });
  expect(await later.request('level:list', {})).toMatchObject({ ok: false, code: 'net/timeout' });
  const levels = later.request('level:list', {});
  await fake.answer('level:list', []);
  expect(await levels).toMatchObject({ ok: true });
});
