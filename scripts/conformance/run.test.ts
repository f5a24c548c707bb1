import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
afterAll(() => rmSync(folder, { recursive: true }));

const passiveOpen = {
  kind: 'endpoint',
  name: 'sample',
  title: 'A passive open',
  source: ['RFC 9293 §3.10.1'],
  level: 'handshake',
  endpoint: { iss: [1000], rcvWnd: 65535 },
  steps: [
    { call: 'passiveOpen', expect: { state: 'LISTEN', emits: [], delivered: 0, signal: null, result: 'ok' } },
  ],
};
const syn = { flags: ['SYN'], seq: 500, ack: null, len: 0, wnd: 65535 };
const [listen] = passiveOpen.steps;

/** Writes the content to a file of its own and runs it. */
function runOn(content: unknown): ReturnType<typeof run> & { readonly file: string } {
  const file = join(folder, `${Math.random()}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return { ...run([file]), file };
}

describe('the runner', () => {
  it('counts what passed', () => {
    expect(runOn([passiveOpen, { ...passiveOpen, name: 'again' }])).toMatchObject({
      status: 0,
      output: '2 passed, 0 failed',
      problems: '',
    });
  });

  it('names the vector, the step, what was expected and what came', () => {
    const wrong = {
      segment: syn,
      expect: { state: 'ESTABLISHED', emits: [{ ...syn, seq: 300 }], signal: 'connection reset' },
    };
    const { status, output, file } = runOn([
      passiveOpen,
      { ...passiveOpen, name: 'wrong', steps: [listen, wrong] },
    ]);
    expect(status).toBe(1);
    expect(output.split('\n')).toEqual([
      `FAIL wrong (${file})`,
      '  step 2: <SEQ=500><CTL=SYN> arrives',
      '    state: expected ESTABLISHED, came SYN-RECEIVED',
      '    emits: expected <SEQ=300><CTL=SYN>, came <SEQ=1000><ACK=501><CTL=SYN,ACK>',
      '    signal: expected connection reset, came none',
      '1 passed, 1 failed',
    ]);
  });

  it('says so when none of several outcomes matches', () => {
    const expectAnyOf = [
      { state: 'CLOSED', emits: [] },
      { state: 'LISTEN', emits: [{ ...syn, seq: 1 }] },
    ];
    const { status, output } = runOn([{ ...passiveOpen, steps: [{ call: 'passiveOpen', expectAnyOf }] }]);
    expect(status).toBe(1);
    expect(output).toContain('state: expected CLOSED, came LISTEN');
    expect(output).toContain('none of 2 accepted outcomes');
  });

  it('does not mix two outcomes into one that matches', () => {
    const expectAnyOf = [
      { state: 'LISTEN', emits: [], result: 'connection closing' },
      { state: 'CLOSED', emits: [], result: 'ok' },
    ];
    expect(runOn([{ ...passiveOpen, steps: [{ call: 'passiveOpen', expectAnyOf }] }]).status).toBe(1);
  });

  it('fails a vector whose engine takes more ISSs than it gives', () => {
    const { status, output } = runOn([
      {
        ...passiveOpen,
        endpoint: { iss: [], rcvWnd: 10 },
        steps: [{ call: 'activeOpen', expect: { state: 'SYN-SENT', emits: [] } }],
      },
    ]);
    expect(status).toBe(1);
    expect(output).toContain('takes more initial sequence numbers than the 0 given');
  });

  it('gives status 2 for a path that does not exist, and still runs the others', () => {
    const good = join(folder, 'good.json');
    writeFileSync(good, JSON.stringify([passiveOpen]));
    expect(run([join(folder, 'nowhere'), good])).toEqual({
      status: 2,
      output: '1 passed, 0 failed',
      problems: `${join(folder, 'nowhere')}: no such file or folder`,
    });
  });

  it('gives status 2 for a folder without vectors', () => {
    const empty = mkdtempSync(join(folder, 'empty-'));
    expect(run([empty])).toMatchObject({ status: 2, problems: `${empty}: no *.json in this folder` });
  });
});

describe('a file that is no vector file is refused, with the reason', () => {
  const step = (change: object): unknown => [{ ...passiveOpen, steps: [{ ...listen, ...change }] }];
  const expecting = (change: object): unknown => step({ expect: { state: 'LISTEN', emits: [], ...change } });
  const arriving = (change: object): unknown => step({ call: undefined, segment: { ...syn, ...change } });
  it.each<[string, unknown, RegExp]>([
    ['bad JSON', '[{]', /not JSON/],
    ['no array', passiveOpen, /holds an array of vectors/],
    ['an unknown kind', [{ ...passiveOpen, kind: 'segment' }], /vector 1 \(sample\), kind: /],
    ['no name', [{ ...passiveOpen, name: undefined }], /vector 1, name: /],
    ['a bad name', [{ ...passiveOpen, name: 'No Name' }], /made of a to z/],
    ['no steps', [{ ...passiveOpen, steps: undefined }], /steps: .*expected array/],
    ['an unknown level', [{ ...passiveOpen, level: 'hard' }], /level: /],
    ['an unknown call', step({ call: 'listen' }), /steps\[0\]\.call: /],
    ['an unknown timer', step({ call: undefined, timer: 'persist' }), /steps\[0\]\.timer: /],
    ['two events', step({ timer: 'timeWait' }), /exactly one event/],
    ['no event', step({ call: undefined }), /exactly one event/],
    ['a send without len', step({ call: 'send' }), /len goes with the call send/],
    ['no expectation', step({ expect: undefined }), /either expect or expectAnyOf/],
    [
      'both expectations',
      step({ expectAnyOf: [listen?.expect, listen?.expect] }),
      /either expect or expectAnyOf/,
    ],
    ['one alternative', step({ expect: undefined, expectAnyOf: [listen?.expect] }), /expectAnyOf: /],
    ['an unknown state', expecting({ state: 'SYN-RCVD' }), /expect\.state: /],
    ['no emits', expecting({ emits: undefined }), /expect\.emits: /],
    ['an unknown field', expecting({ sends: [] }), /Unrecognized key: "sends"/],
    ['an unknown signal', expecting({ signal: 'connected' }), /expected null, one of/],
    ['an unknown flag', arriving({ flags: ['PSH'] }), /segment\.flags\[0\]: /],
    ['a flag twice', arriving({ flags: ['SYN', 'SYN'] }), /named twice/],
    ['an ack without ACK', arriving({ ack: 5 }), /ack must be null exactly when/],
    ['ACK without an ack', arriving({ flags: ['ACK'] }), /ack must be null exactly when/],
    ['a number beyond 32 bits', arriving({ seq: 2 ** 32 }), /segment\.seq: /],
    ['no window', arriving({ wnd: undefined }), /segment\.wnd: /],
  ])('%s', (_, content, reason) => {
    const { status, output, problems, file } = runOn(content);
    expect({ status, output }).toEqual({ status: 2, output: '0 passed, 0 failed' });
    expect(problems).toMatch(reason);
    expect(problems.startsWith(file)).toBe(true);
  });
});
