/** Look ahead while the match runs: what would have followed on an imagined peer, over the table. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { otherSeat } from '../../../shared/engine/match/seat.ts';
import type { Seat } from '../../../shared/engine/match/seat.ts';
import type { LookAhead } from '../../../shared/replay/look-ahead.ts';
import { useApp, useWords } from '../../app-context.ts';
import { AheadPlayer } from '../debrief/ahead-player.tsx';
import { useViewpoint } from '../debrief/viewpoint.ts';
import { LiveRegions } from './live-regions.tsx';
import { Ring } from './ring.tsx';

interface Properties {
  readonly ahead: LookAhead;
  readonly seat: Seat;
  readonly onClose: () => void;
}

export function LookAheadDialog({ ahead, seat, onClose }: Properties) {
  const { session, hand, inquiry, preferences } = useApp();
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the player's own effects, which point at what is only there once the dialog is open.
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const [own, peer] = [preferences.name.value, t('ahead.peer')];
  const viewpoint = useViewpoint(seat, seat === 'A' ? own : peer, otherSeat(seat) === 'A' ? own : peer);
  const owed = hand.prompt.value ?? inquiry.question.value;
  const deadline = owed === null ? undefined : session.deadlines.value.get(owed.id);
  return (
    <dialog ref={dialog} class="ahead-dialog" aria-label={t('ahead.title')} onClose={onClose}>
      <p class="ahead-clock">
        {deadline !== undefined && <Ring deadline={deadline} label={t('match.seconds')} />}
        {owed !== null && t('ahead.owed')}
      </p>
      <AheadPlayer
        ahead={ahead}
        viewpoint={viewpoint}
        closing={t('ahead.back')}
        onClose={() => dialog.current?.close()}
      />
      {/* Outside of an open dialog nothing is read out. */}
      <LiveRegions />
    </dialog>
  );
}
