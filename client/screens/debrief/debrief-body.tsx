/** What a debrief teaches: the match in time, what went well, what was wrong. The same for players and for strangers. */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Debrief, WrongPlay } from '../../../shared/replay/debrief.ts';
import type { LookAhead } from '../../../shared/replay/look-ahead.ts';
import type { MatchLog } from '../../../shared/replay/log.ts';
import { useWords } from '../../app-context.ts';
import { AheadPlayer } from './ahead-player.tsx';
import { PraiseList } from './praise-list.tsx';
import { ReplayPlayer } from './replay-player.tsx';
import { ScoreTable } from './score-table.tsx';
import { usePlayhead } from './use-playhead.ts';
import type { Viewpoint } from './viewpoint.ts';
import { WrongPlays } from './wrong-plays.tsx';

interface Properties {
  readonly debrief: Debrief;
  readonly viewpoint: Viewpoint;
  /** The match's own log; null if it cannot be had. */
  readonly loadLog: () => Promise<MatchLog | null>;
  readonly head: ComponentChildren;
  readonly foot?: ComponentChildren;
}

export function DebriefBody({ debrief, viewpoint, loadLog, head, foot }: Properties) {
  const { t } = useWords();
  const playhead = usePlayhead(debrief.ladders);
  const scrub = useRef<HTMLInputElement>(null);
  const [ahead, setAhead] = useState<LookAhead | null>(null);

  /** Whoever points at a moment sees it, and can go on from there by keys. */
  function shown(show: () => void): void {
    setAhead(null);
    show();
    scrub.current?.focus({ preventScroll: true });
    scrub.current?.closest('section')?.scrollIntoView({ block: 'nearest' });
  }

  async function look(wrong: WrongPlay): Promise<void> {
    const [{ lookAhead }, log] = await Promise.all([
      import('../../../shared/replay/look-ahead.ts'),
      loadLog(),
    ]);
    if (log === null) return;
    const found = lookAhead(log, debrief.wrongPlays.indexOf(wrong));
    if (found.ok) setAhead(found.value);
  }

  return (
    <main class="debrief-main">
      <div class="debrief-head">{head}</div>
      {ahead === null ? (
        <ReplayPlayer
          title={t('debrief.ladder')}
          debrief={debrief}
          viewpoint={viewpoint}
          playhead={playhead}
          scrub={scrub}
        />
      ) : (
        <AheadPlayer ahead={ahead} viewpoint={viewpoint} onClose={() => setAhead(null)} />
      )}
      <div class="debrief-rest">
        <PraiseList
          debrief={debrief}
          viewpoint={viewpoint}
          onShow={({ lane, row }) => shown(() => playhead.showRow(lane, row))}
        />
        <WrongPlays
          debrief={debrief}
          viewpoint={viewpoint}
          onShow={(wrong) => shown(() => playhead.showWrong(wrong))}
          onLookAhead={(wrong) => void look(wrong)}
        />
        <ScoreTable debrief={debrief} viewpoint={viewpoint} />
        {foot}
      </div>
    </main>
  );
}
