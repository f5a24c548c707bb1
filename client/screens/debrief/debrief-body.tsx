/** What a debrief teaches: the match in time, what went well, what was wrong. The same for players and for strangers. */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Debrief, WrongPlay } from '../../../shared/replay/debrief.ts';
import type { LookAhead } from '../../../shared/replay/look-ahead.ts';
import type { MatchLog } from '../../../shared/replay/log.ts';
import type { Seat } from '../../../shared/engine/match/seat.ts';
import { useApp, useWords } from '../../app-context.ts';
import { AheadPlayer } from './ahead-player.tsx';
import { BranchBar } from './branch-bar.tsx';
import { PraiseList } from './praise-list.tsx';
import { QuestionList } from './question-list.tsx';
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
  /** The row from which nothing can be played on. */
  const [noBranch, setNoBranch] = useState<number | null>(null);
  const { playBranch } = useApp();

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

  async function branch(seat: Seat): Promise<void> {
    const [{ branchOf }, log] = await Promise.all([import('../../../shared/replay/branch.ts'), loadLog()]);
    const lane = playhead.lane.peek();
    const row = playhead.row.peek();
    const done = { A: 0, B: 0 };
    for (const moment of debrief.ladders[lane]?.moments ?? []) if (moment.row <= row) done[moment.seat] += 1;
    const made = log === null ? null : branchOf(log, { lane, done }, seat);
    if (made?.ok === true) playBranch(made.value, seat);
    else setNoBranch(row);
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
          note={
            <BranchBar
              viewpoint={viewpoint}
              isImpossible={noBranch === playhead.row.value}
              onBranch={(seat) => void branch(seat)}
            />
          }
        />
      ) : (
        <AheadPlayer
          ahead={ahead}
          viewpoint={viewpoint}
          closing={t('ahead.close')}
          onClose={() => setAhead(null)}
        />
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
        <QuestionList debrief={debrief} viewpoint={viewpoint} />
        <ScoreTable debrief={debrief} viewpoint={viewpoint} />
        {foot}
      </div>
    </main>
  );
}
