import type { HelpStage } from '../../../shared/engine/match/level.ts';
import type { LaneView } from '../../../shared/engine/match/view.ts';
import { useWords } from '../../app-context.ts';
import { LampRow } from './lamp-row.tsx';

interface Row {
  readonly name: 'ISS' | 'IRS' | 'SND.UNA' | 'SND.NXT' | 'SND.WND' | 'RCV.NXT' | 'RCV.WND';
  readonly value: number | null;
  /** Null values: not known to the endpoint, or left for the player to work out. */
  readonly why: 'unknown' | 'none';
}

function rowsOf({ tcb, trail, nextIss }: LaneView, help: HelpStage): Row[] {
  const opened = tcb.opened !== 'none' && tcb.state !== 'LISTEN';
  const hears = opened && tcb.state !== 'SYN-SENT';
  const hidden = help === 'type' || help === 'states' ? 'unknown' : 'none';
  const when = (known: boolean, value: number | null) => (known && trail.length > 0 ? value : null);
  return [
    { name: 'ISS', value: opened ? tcb.iss : nextIss, why: 'none' },
    { name: 'SND.UNA', value: when(opened, tcb.snd.una), why: 'none' },
    { name: 'SND.NXT', value: when(opened, tcb.snd.nxt), why: opened ? hidden : 'none' },
    { name: 'SND.WND', value: when(hears, tcb.snd.wnd), why: 'none' },
    { name: 'IRS', value: when(hears, tcb.irs), why: 'none' },
    { name: 'RCV.NXT', value: when(hears, tcb.rcv.nxt), why: hears ? hidden : 'none' },
    { name: 'RCV.WND', value: tcb.rcv.wnd, why: 'none' },
  ];
}

function Value({ row }: { row: Row }) {
  const { t } = useWords();
  if (row.value !== null) return <>{row.value}</>;
  const why = t(row.why === 'unknown' ? 'match.tcb.unknown' : 'match.tcb.none');
  return (
    <abbr title={why} aria-label={why}>
      {row.why === 'unknown' ? '?' : '–'}
    </abbr>
  );
}

export function TcbTable({ lane, help }: { lane: LaneView; help: HelpStage }) {
  const { t } = useWords();
  const { tcb } = lane;
  return (
    <div class="tcb">
      <p class="tcb-state" title={t(`state.${tcb.state}`)}>
        {tcb.state}
      </p>
      <table>
        <tbody>
          {rowsOf(lane, help).map((row) => (
            <tr key={row.name} class={row.name.startsWith('R') || row.name === 'IRS' ? 'is-peer' : 'is-mine'}>
              <th scope="row" title={t(`tcb.${row.name}`)}>
                {row.name}
              </th>
              <td>
                <Value row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <LampRow lane={lane} />
      <p class="tcb-extra">
        {tcb.unsent > 0 && (
          <span class="tag">
            {t('match.tcb.unsent')} {t('match.len.value', { n: tcb.unsent })}
          </span>
        )}
        {tcb.unacknowledged.length > 0 && (
          <span class="tag">
            {t('match.tcb.in-flight')} {tcb.unacknowledged.length}
          </span>
        )}
        {tcb.held > 0 && (
          <span class="tag">
            {t('match.tcb.held')} {t('match.len.value', { n: tcb.held })}
          </span>
        )}
      </p>
    </div>
  );
}
