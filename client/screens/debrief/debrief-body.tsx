/** What a debrief teaches: the match in time, what went well, what was wrong. The same for players and for strangers. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Debrief } from '../../../shared/replay/debrief.ts';
import { PraiseList } from './praise-list.tsx';
import { ReplayPlayer } from './replay-player.tsx';
import { ScoreTable } from './score-table.tsx';
import { usePlayhead } from './use-playhead.ts';
import type { Viewpoint } from './viewpoint.ts';
import { WrongPlays } from './wrong-plays.tsx';

interface Properties {
  readonly debrief: Debrief;
  readonly viewpoint: Viewpoint;
  readonly head: ComponentChildren;
  readonly foot?: ComponentChildren;
}

export function DebriefBody({ debrief, viewpoint, head, foot }: Properties) {
  const playhead = usePlayhead(debrief.ladders);
  const scrub = useRef<HTMLInputElement>(null);

  /** Whoever points at a moment sees it, and can go on from there by keys. */
  function shown(show: () => void): void {
    show();
    scrub.current?.focus({ preventScroll: true });
    scrub.current?.closest('section')?.scrollIntoView({ block: 'nearest' });
  }

  return (
    <main class="debrief-main">
      <div class="debrief-head">{head}</div>
      <ReplayPlayer debrief={debrief} viewpoint={viewpoint} playhead={playhead} scrub={scrub} />
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
        />
        <ScoreTable debrief={debrief} viewpoint={viewpoint} />
        {foot}
      </div>
    </main>
  );
}
