/** Fixed views for the gallery: a small hand-written match, step by step. */
import type { EventView, LaneView } from '../../shared/engine/match/view.ts';
import { ACK, FIN, RST, SYN } from '../../shared/engine/wire/segment.ts';
import { after, ask, came, empty, seg } from './gallery-builder.ts';

const open: EventView = { kind: 'open', mode: 'active' };
const synAck = came(seg(SYN | ACK, 9000, 4101));
const said = came(seg(ACK, 9001, 4113, 'welcome back'));
const finCame = came(seg(FIN | ACK, 9013, 4114));
const close: EventView = { kind: 'close' };

const waiting: LaneView = { ...empty, prompt: ask(1, open) };
const synSent = after(waiting, {
  event: open,
  answer: seg(SYN, 4100, 0),
  to: 'SYN-SENT',
  una: 4100,
  nxt: 4101,
  rcv: null,
  flying: 1,
});
const synAckCame: LaneView = { ...synSent, prompt: ask(2, synAck) };
const established = after(synAckCame, {
  event: synAck,
  answer: seg(ACK, 4101, 9001),
  to: 'ESTABLISHED',
  una: 4101,
  nxt: 4101,
  rcv: 9001,
});
const sendAsked: LaneView = { ...established, prompt: ask(3, { kind: 'send', text: 'hello, there' }) };
const dataSent = after(sendAsked, {
  event: { kind: 'send', text: 'hello, there' },
  answer: seg(ACK, 4101, 9001, 'hello, there'),
  to: 'ESTABLISHED',
  una: 4101,
  nxt: 4113,
  rcv: 9001,
  flying: 1,
});
const timedOut: LaneView = { ...dataSent, prompt: ask(4, { kind: 'timeout', timer: 'retransmission' }) };
const sentAgain = after(timedOut, {
  event: { kind: 'timeout', timer: 'retransmission' },
  answer: seg(ACK, 4101, 9001, 'hello, there'),
  to: 'ESTABLISHED',
  una: 4101,
  nxt: 4113,
  rcv: 9001,
  flying: 1,
  notes: ['timer/retransmitted'],
});
const dataCame: LaneView = { ...sentAgain, prompt: ask(5, said) };
const answered = after(dataCame, {
  event: said,
  answer: seg(ACK, 4113, 9013),
  to: 'ESTABLISHED',
  una: 4113,
  nxt: 4113,
  rcv: 9013,
  received: 'welcome back',
});
const closeAsked: LaneView = { ...answered, prompt: ask(6, close) };
const finSent = after(closeAsked, {
  event: close,
  answer: seg(FIN | ACK, 4113, 9013),
  to: 'FIN-WAIT-1',
  una: 4113,
  nxt: 4114,
  rcv: 9013,
  flying: 1,
});
const finAcked = after(finSent, {
  event: came(seg(ACK, 9013, 4114)),
  to: 'FIN-WAIT-2',
  una: 4114,
  nxt: 4114,
  rcv: 9013,
});
const finArrived: LaneView = { ...finAcked, prompt: ask(7, finCame) };
const inTimeWait: LaneView = {
  ...after(finArrived, {
    event: finCame,
    answer: seg(ACK, 4114, 9014),
    to: 'TIME-WAIT',
    una: 4114,
    nxt: 4114,
    rcv: 9014,
    notes: ['fin/reached', 'time-wait/started'],
  }),
  timeWait: 0,
};
const quarter = (passed: number): LaneView => ({ ...inTimeWait, timeWait: passed });
const finished: LaneView = {
  ...after(quarter(3), {
    event: { kind: 'timeout', timer: 'time-wait' },
    to: 'CLOSED',
    una: 0,
    nxt: 0,
    rcv: 0,
    notes: ['time-wait/over'],
  }),
  timeWait: null,
  over: 'finished',
};
const late = after(dataCame, {
  event: said,
  answer: seg(ACK, 4113, 9013),
  to: 'ESTABLISHED',
  una: 4113,
  nxt: 4113,
  rcv: 9013,
  by: 'late',
  received: 'welcome back',
});
const damaged = after(dataSent, {
  event: { kind: 'checksum-failure' },
  to: 'ESTABLISHED',
  una: 4101,
  nxt: 4113,
  rcv: 9001,
  flying: 1,
});
const reset: LaneView = {
  ...after(dataSent, {
    event: came(seg(RST, 9001, 0)),
    to: 'CLOSED',
    una: 0,
    nxt: 0,
    rcv: 0,
    notes: ['reset/exact'],
  }),
  over: 'reset',
};
const goal: LaneView = { ...answered, over: 'goal' };

const big = 4_294_967_290;
const expert: LaneView = {
  ...after(
    after(
      { ...empty, role: 'passive', nextIss: big },
      {
        event: came(seg(SYN, 3_141_592_653, 0)),
        answer: seg(SYN | ACK, big, 3_141_592_654),
        to: 'SYN-RECEIVED',
        una: big,
        nxt: null,
        rcv: null,
        flying: 1,
      },
    ),
    {
      event: came(seg(ACK, 3_141_592_654, big + 1, 'a packet from afar')),
      answer: seg(ACK, big + 1, 3_141_592_672),
      to: 'ESTABLISHED',
      una: big + 1,
      nxt: null,
      rcv: null,
      received: 'a packet from afar',
    },
  ),
  prompt: ask(9, came(seg(ACK, 3_141_592_672, big + 1, 'and another')), [
    came(seg(FIN | ACK, 3_141_592_683, big + 1)),
  ]),
};
const synCame: LaneView = {
  ...empty,
  role: 'passive',
  tcb: { ...empty.tcb, state: 'LISTEN' },
  prompt: ask(1, came(seg(SYN, 9000, 0))),
};
const crashed = after(established, { event: { kind: 'crash' }, to: 'CLOSED', una: 0, nxt: 0, rcv: 0 });

/** Each state is a list of steps; the first is drawn as it stands. */
export const STATES: Readonly<Record<string, readonly (readonly LaneView[])[]>> = {
  waiting: [[empty], [waiting], [synSent]],
  'syn-arrived': [[synCame]],
  'data-both-ways': [[closeAsked], [finSent]],
  'two-lanes': [
    [dataCame, expert],
    [answered, expert],
  ],
  'time-wait': [[quarter(2)], [quarter(3)], [finished]],
  again: [[timedOut], [sentAgain]],
  late: [[dataCame], [late]],
  damaged: [[dataSent], [damaged]],
  crash: [[established], [crashed]],
  finished: [[quarter(3)], [finished]],
  goal: [[answered], [goal]],
  reset: [[dataSent], [reset]],
  expert: [[expert]],
  script: [
    [empty],
    [waiting],
    [synSent],
    [synAckCame],
    [established],
    [sendAsked],
    [dataSent],
    [timedOut],
    [sentAgain],
    [dataCame],
    [answered],
    [closeAsked],
    [finSent],
    [finAcked],
    [finArrived],
    [inTimeWait],
    [quarter(1)],
    [quarter(2)],
    [quarter(3)],
    [finished],
  ],
};
