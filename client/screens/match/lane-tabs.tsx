/** With two connections: which of them waits for an answer, and how long yet. */
import type { LaneView, SeatView } from '../../../shared/engine/match/view.ts';
import { useApp, useWords } from '../../app-context.ts';
import { Ring } from './ring.tsx';

function LaneTab({ lane, index }: { lane: LaneView; index: number }) {
  const { session, hand } = useApp();
  const { t } = useWords();
  const open = lane.prompt ?? lane.question;
  const deadline = open === null ? undefined : session.deadlines.value.get(open.id);
  const condition = lane.over !== null ? 'over' : open === null ? 'calm' : 'owes';
  return (
    <button
      type="button"
      class={`lane-tab is-${condition}`}
      aria-pressed={hand.lane.value === index}
      onClick={() => hand.selectLane(index)}
    >
      {deadline === undefined ? (
        <i class="dot" aria-hidden="true" />
      ) : (
        <Ring deadline={deadline} label={t('match.seconds')} />
      )}
      <span class="lane-name">{t('match.lane', { n: index + 1 })}</span>
      <span class="lane-condition">{t(`match.lane.${condition}`)}</span>
      <span class="lane-state">{lane.tcb.state}</span>
    </button>
  );
}

export function LaneTabs({ view }: { view: SeatView }) {
  const { t } = useWords();
  return (
    <div class="lane-tabs" role="group" aria-label={t('match.lane.switch')}>
      {view.lanes.map((lane, index) => (
        <LaneTab key={index} lane={lane} index={index} />
      ))}
    </div>
  );
}
