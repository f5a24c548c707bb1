/** Which cells of the table (event, state) have no test. None may be missing. */
import { expect, it } from 'vitest';
import { TCP_STATES } from '../state.ts';
import { EVENTS, collectCells } from '../testing/cells.ts';

const columns = ['rst', 'syn', 'ack', 'text', 'fin', 'calls', 'timers'];

const cells = await collectCells(async () => {
  for (const name of columns) await import(`./${name}.test.ts`);
});

it.each(EVENTS)(`is tested in all ${TCP_STATES.length} states: %s`, (event) => {
  const tested = cells.get(event) ?? [];
  expect(TCP_STATES.filter((state) => !tested.includes(state))).toEqual([]);
});

it(`covers ${EVENTS.length * TCP_STATES.length} cells`, () => {
  expect([...cells.values()].flat()).toHaveLength(EVENTS.length * TCP_STATES.length);
});
