/** What one endpoint holds at the playhead; what has just changed stands out. */
import type { ComponentChildren } from 'preact';
import type { Seat } from '../../../shared/engine/match/seat.ts';
import type { Ladder, Tcb } from '../../../shared/replay/debrief.ts';
import { tcbAt } from '../../../shared/replay/tcb.ts';
import { useWords } from '../../app-context.ts';
import type { Words } from '../../app-context.ts';
import { secondsOf } from './seconds.ts';
import type { Playhead } from './use-playhead.ts';
import type { Viewpoint } from './viewpoint.ts';
import { sideOf } from './viewpoint.ts';

type Variable = 'ISS' | 'SND.UNA' | 'SND.NXT' | 'SND.WND' | 'IRS' | 'RCV.NXT' | 'RCV.WND';

const VARIABLES: readonly (readonly [Variable, (tcb: Tcb) => number | null])[] = [
  ['ISS', ({ iss }) => iss],
  ['SND.UNA', ({ snd }) => snd?.una ?? null],
  ['SND.NXT', ({ snd }) => snd?.nxt ?? null],
  ['SND.WND', ({ snd }) => snd?.wnd ?? null],
  ['IRS', ({ irs }) => irs],
  ['RCV.NXT', ({ rcv }) => rcv?.nxt ?? null],
  ['RCV.WND', ({ rcv }) => rcv?.wnd ?? null],
];

interface Extra {
  readonly key: string;
  readonly term: string;
  readonly value: ComponentChildren;
}

/** Queues and timers: only what is there. */
function extrasOf({ t }: Words, tcb: Tcb, laneTime: number): readonly Extra[] {
  const found: Extra[] = [];
  for (const { seq, len } of tcb.unacknowledged) {
    const last = (seq + len - 1) >>> 0;
    const value = len > 1 ? `${String(seq)}–${String(last)}` : String(seq);
    found.push({ key: `una ${String(seq)}`, term: t('tcb.unacknowledged'), value });
  }
  if (tcb.unsent > 0)
    found.push({ key: 'unsent', term: t('tcb.unsent'), value: t('tcb.octets', { n: tcb.unsent }) });
  if (tcb.finQueued) found.push({ key: 'fin', term: t('tcb.unsent'), value: t('tcb.fin-waits') });
  if (tcb.held > 0) found.push({ key: 'held', term: t('tcb.held'), value: t('tcb.octets', { n: tcb.held }) });
  if (tcb.retransmission !== null) {
    const { at, rto, retries } = tcb.retransmission;
    const left = secondsOf(Math.max(0, at - laneTime));
    found.push({ key: 'rto', term: t('tcb.rto'), value: t('tcb.rto.value', { left, rto: secondsOf(rto) }) });
    if (retries > 0)
      found.push({ key: 'again', term: t('tcb.again'), value: t('tcb.again.value', { n: retries }) });
  }
  if (tcb.timeWaitEndsAt !== null) {
    const left = secondsOf(Math.max(0, tcb.timeWaitEndsAt - laneTime));
    found.push({ key: '2msl', term: t('tcb.time-wait'), value: t('tcb.time-wait.value', { left }) });
  }
  return found;
}

interface Properties {
  readonly ladder: Ladder;
  readonly seat: Seat;
  readonly viewpoint: Viewpoint;
  readonly playhead: Playhead;
}

export function TcbNow({ ladder, seat, viewpoint, playhead }: Properties) {
  const words = useWords();
  const { t } = words;
  const row = playhead.row.value;
  const tcb = tcbAt(ladder, seat, row);
  const before = tcbAt(ladder, seat, row - 1);
  const name = viewpoint.names[seat];
  return (
    <section class={`tcb-now ${sideOf(viewpoint, seat)}`} aria-label={t('tcb.of', { name })} data-seat={seat}>
      <h3>{name}</h3>
      <p
        class={`tcb-now-state is-${tcb.state.toLowerCase()}`}
        data-changed={tcb.state !== before.state}
        title={t(`state.${tcb.state}`)}
      >
        {tcb.state}
      </p>
      <dl class="tcb-now-variables">
        {VARIABLES.map(([variable, valueOf]) => (
          <div key={variable} data-changed={valueOf(tcb) !== null && valueOf(tcb) !== valueOf(before)}>
            <dt title={t(`tcb.${variable}`)}>{variable}</dt>
            <dd>{valueOf(tcb) ?? '–'}</dd>
          </div>
        ))}
      </dl>
      <dl class="tcb-now-extras">
        {extrasOf(words, tcb, playhead.laneTime.value).map(({ key, term, value }) => (
          <div key={key}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
