/** A level file as the match wants it: everything named, numbers in the engine's units. */
import type { LaneSpec, Level } from '../engine/match/level.ts';
import { timesOf } from '../engine/match/level.ts';
import type { FaultPlan, FaultRates, SegmentPredicate } from '../engine/network/fault-plan.ts';
import { ACK, FIN, RST, SYN } from '../engine/wire/segment.ts';
import type { LevelFile } from './schema.ts';

type FileConnection = LevelFile['connections'][number];
type FileAction = FileConnection['script'][number]['action'];
type FileFault = NonNullable<FileConnection['faults']>[number];
type FileFlags = NonNullable<FileFault['match']['flags']>;

export function levelOf(file: LevelFile): Level {
  return {
    id: file.id,
    difficulty: file.difficulty,
    help: file.help,
    lanes: file.connections.map(laneOf),
    rounds: file.rounds ?? false,
    rule: 'rfc9293',
    goal: file.goal,
    ask: file.ask ?? [],
    times: timesFor(file),
    atDeadline: file.atDeadline ?? (file.difficulty === 'novice' ? 'assist' : 'drop'),
    iss: file.iss ?? 'small',
    rcvWnd: file.rcvWnd ?? 1000,
  };
}

function timesFor({ difficulty, times = {} }: LevelFile): Level['times'] {
  const base = timesOf(difficulty);
  return {
    flight: times.flight ?? base.flight,
    jitter: times.jitter ?? base.jitter,
    rto: times.rto ?? base.rto,
    retransmissions: base.retransmissions,
    msl: times.msl ?? base.msl,
    delay: times.delay ?? base.delay,
    windows: base.windows,
    askedWindow: base.askedWindow,
    firstOfKind: base.firstOfKind,
  };
}

const laneOf = ({ script, faults, rates, rto }: FileConnection): LaneSpec => ({
  script: script.map((item) => ({
    id: item.id,
    at: item.at,
    when: item.when,
    after: item.after ?? '',
    action: actionOf(item.action),
  })),
  faults: planOf(faults ?? [], rates ?? {}),
  rto: rto ?? null,
});

function actionOf(action: FileAction): LaneSpec['script'][number]['action'] {
  if (action.do !== 'inject') return action;
  return {
    do: 'inject',
    segment: {
      flags: FLAGS[action.flags],
      seq: action.seq,
      ack: action.ack ?? { from: 'zero', plus: 0 },
      text: action.text ?? '',
    },
  };
}

const planOf = (faults: readonly FileFault[], rates: NonNullable<FileConnection['rates']>): FaultPlan => ({
  scripted: faults.map(({ match, nth, times, action }) => ({
    match: predicateOf(match),
    nth: nth ?? 1,
    times: times ?? 1,
    action,
  })),
  rates: ratesOf(rates),
});

const predicateOf = ({ from, flags, text, acknowledgesFin }: FileFault['match']): SegmentPredicate => ({
  from: from ?? null,
  flags: flags === undefined ? null : FLAGS[flags],
  text: text ?? null,
  acknowledgesFin: acknowledgesFin ?? null,
});

const FLAGS: { readonly [name in FileFlags]: number } = {
  SYN,
  'SYN+ACK': SYN | ACK,
  ACK,
  'FIN+ACK': FIN | ACK,
  FIN,
  RST,
  'RST+ACK': RST | ACK,
};

/** Per cent in the file, 1/65536 in the engine. */
const ratesOf = (rates: NonNullable<FileConnection['rates']>): FaultRates => ({
  drop: share(rates.drop),
  corrupt: share(rates.corrupt),
  duplicate: share(rates.duplicate),
  reorder: share(rates.reorder),
  delay: share(rates.delay),
});

const share = (percent = 0): number => Math.trunc((percent * 65_536) / 100);
