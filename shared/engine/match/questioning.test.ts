/** Questions stand beside the match: whatever is answered, the same segments fly at the same lane time. */
import { describe, expect, it } from 'vitest';
import type { Table } from '../../testing/table.ts';
import { tableFor } from '../../testing/table.ts';
import { setupFor } from '../../testing/setups.ts';
import {
  CLOSE,
  ESTABLISHED,
  FIN_ACKED,
  HANDSHAKE,
  QUIET,
  item,
  lose,
  send,
  testLevel,
} from '../../testing/test-level.ts';
import { sha256Hex } from '../base/sha256.ts';
import { SYN } from '../wire/segment.ts';
import type { MatchEvent } from './event.ts';
import type { Question } from './question.ts';
import { MOST_QUESTIONS } from './question.ts';
import { selfPlay } from './self-play.ts';

const ask = (id: string, at: 'A' | 'B', after: string, question: Question = 'data') =>
  item(id, at, QUIET, { do: 'ask', question }, after);

/** A speaks, is asked about it, speaks again; then the four waves. */
const SCRIPT = [
  ...HANDSHAKE,
  item('speak', 'A', QUIET, send('Hello?'), 'connect'),
  ask('ask', 'A', 'speak'),
  item('go-on', 'A', QUIET, send('Anybody?'), 'ask'),
  item('close-a', 'A', QUIET, CLOSE, 'go-on'),
  item('close-b', 'B', FIN_ACKED, CLOSE, 'close-a'),
];

const asked = (timed = false): Table => {
  const table = tableFor(testLevel(SCRIPT), timed);
  table.until(({ lanes }) => lanes[0]!.seats.A.question !== null);
  return table;
};

const settled = ({ state }: Table) => state.seats.A.questions;

const flights = (events: readonly MatchEvent[]) =>
  events.flatMap((event) => (event.kind === 'sent' ? [{ at: event.at, segment: event.segment }] : []));

describe('a question', () => {
  it('is put when its time comes, and lane time stands until it is answered', () => {
    const table = asked();
    expect(table.view('A').lanes[0]!.question).toMatchObject({ question: 'data', window: null });
    expect(table.view('B').lanes[0]!.question).toBeNull();
    const { clock } = table.state.lanes[0]!;
    table.wait(60_000);
    expect(table.state.lanes[0]!.clock).toStrictEqual(clock);
    expect(table.seat('A').prompt).toBeNull();
    expect(table.know('A')).toStrictEqual({ verdict: 'answered', right: true });
    expect(table.prompt('A').kind).toBe('send');
  });

  it('is settled by one answer, right or wrong', () => {
    const table = asked();
    expect(table.know('A', ['peer-application'])).toStrictEqual({ verdict: 'answered', right: false });
    expect(settled(table)).toStrictEqual([
      {
        id: 4,
        lane: 0,
        question: 'data',
        given: ['peer-application'],
        right: ['peer-tcp'],
        mistake: 'M11',
      },
    ]);
    expect(table.view('A').questions).toStrictEqual(settled(table));
    expect(table.view('B').questions).toStrictEqual([]);
  });

  it('can be skipped; what is no option of it is no answer', () => {
    const table = asked();
    table.know('A', null);
    expect(settled(table)).toMatchObject([{ given: null, right: ['peer-tcp'], mistake: null }]);
    const other = asked();
    expect(other.know('A', ['no-ghost'])).toStrictEqual({ verdict: 'answered', right: false });
    expect(settled(other)).toMatchObject([{ given: null }]);
  });

  it('is stale once it is settled, and if another is meant', () => {
    const table = asked();
    const answer = (question: number) =>
      table.take({ kind: 'answer', seat: 'A', lane: 0, question, options: ['peer-tcp'] });
    expect(answer(99)).toStrictEqual({ verdict: 'stale' });
    expect(table.take({ kind: 'answer', seat: 'B', lane: 0, question: 4, options: null })).toStrictEqual({
      verdict: 'stale',
    });
    expect(answer(4).verdict).toBe('answered');
    expect(answer(4)).toStrictEqual({ verdict: 'stale' });
    expect(settled(table)).toHaveLength(1);
  });

  it('has a window of its own, longer for whoever has more time, and is over then', () => {
    const table = asked(true);
    expect(table.view('A').lanes[0]!.question).toMatchObject({ window: 30_000, remaining: 30_000 });
    table.wait(30_000);
    expect(settled(table)).toStrictEqual([]);
    table.wait(400);
    expect(settled(table)).toMatchObject([{ given: null }]);
    expect(table.prompt('A').kind).toBe('send');
  });

  it('stands while its player is away, and is withdrawn when a bot stands in', () => {
    const table = asked(true);
    table.wait(10_000);
    table.take({ kind: 'presence', seat: 'A', is: 'away' });
    table.wait(45_000);
    expect(table.view('A').lanes[0]!.question).toMatchObject({ remaining: 20_000, standing: true });
    table.take({ kind: 'presence', seat: 'A', is: 'present' });
    expect(table.seat('A').question).toMatchObject({ deadline: table.seat('A').question!.shownAt + 30_000 });
    table.take({ kind: 'presence', seat: 'A', is: 'away' });
    table.wait(60_000);
    expect(table.seat('A').question).toBeNull();
    expect(settled(table)).toStrictEqual([]);
    expect(table.seat('A').trail.at(-1)).toMatchObject({ event: { kind: 'send', text: 'Anybody?' } });
  });

  it('is not put where there is nothing to know', () => {
    const early = testLevel(
      SCRIPT.map((one) => (one.id === 'ask' ? ask('ask', 'A', 'connect', 'time-wait') : one)),
    );
    expect(selfPlay(setupFor(early, sha256Hex('early'))).events.map(({ kind }) => kind)).not.toContain(
      'questioned',
    );
  });

  it('is put three times to a seat at most', () => {
    const names = ['one', 'two', 'three', 'four'];
    const script = [
      ...HANDSHAKE,
      ...names.map((name, index) => ask(name, 'A', names[index - 1] ?? 'connect', 'closes-first')),
    ];
    const { state } = selfPlay(setupFor(testLevel(script, { goal: 'delivered' }), sha256Hex('four')));
    expect(state.seats.A.questions).toHaveLength(MOST_QUESTIONS);
    expect(state.ended).toBe('lanes-over');
  });

  it('changes nothing in the match, whatever is answered', () => {
    const plain = tableFor(
      testLevel(
        SCRIPT.flatMap((one) =>
          one.id === 'ask' ? [] : [{ ...one, after: one.after === 'ask' ? 'speak' : one.after }],
        ),
      ),
    );
    plain.untilOver();
    for (const given of [undefined, null, ['nobody'] as const]) {
      const table = asked();
      table.know('A', given);
      table.untilOver();
      expect(flights(table.events)).toStrictEqual(flights(plain.events));
    }
  });

  it('is withdrawn when a prompt comes in another lane, and its own lane goes on', () => {
    const asking = testLevel([...HANDSHAKE, ask('ask', 'A', 'connect', 'closes-first')], {
      goal: 'delivered',
    });
    // In the other lane the SYN is lost, so what B says there comes after the first lane has become quiet.
    const speaking = testLevel([...HANDSHAKE, item('speak', 'A', ESTABLISHED, send('Hello?'))], {
      twoLanes: true,
      faults: [lose({ flags: SYN })],
    });
    const table = tableFor({ ...asking, lanes: [asking.lanes[0]!, speaking.lanes[1]!] });
    table.until(({ lanes }) => lanes[0]!.seats.A.question !== null);
    for (let turn = 0; turn < 100 && table.seat('A', 1).prompt === null; turn++) {
      if (table.seat('B', 1).prompt === null) table.wait(100);
      else table.answer('B', 1, 1);
    }
    expect(table.seat('A').question).toBeNull();
    const withdrawn = table.events.filter(({ kind }) => kind === 'question-withdrawn');
    expect(withdrawn).toMatchObject([{ lane: 0, seat: 'A' }]);
    expect(settled(table)).toStrictEqual([]);
    expect(table.state.lanes[0]!.over).toBe('goal');
    table.untilOver();
    expect(table.state.lanes.map(({ over }) => over)).toStrictEqual(['goal', 'goal']);
  });
});
