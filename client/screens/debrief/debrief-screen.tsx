/** Everything that was hidden: the score and how it came about, what the network did, what was wrong and why. */
import { useApp, useWords } from '../../app-context.ts';
import { PageTools } from '../../components/page-tools.tsx';
import { isPractice } from '../../session/practice.ts';
import { titleAt } from '../../components/lesson-words.ts';
import { DebriefActions } from './debrief-actions.tsx';
import { FairDraw } from './fair-draw.tsx';
import { LadderPanel } from './ladder-panel.tsx';
import { ScoreHead } from './score-head.tsx';
import { ScoreTable } from './score-table.tsx';
import { WrongPlays } from './wrong-plays.tsx';

export function DebriefScreen() {
  const { session } = useApp();
  const words = useWords();
  const debrief = session.debrief.value;
  const seated = session.seated.value;
  if (debrief === null || seated === null) return null;
  const { seat } = seated;
  return (
    <div class="debrief">
      <header class="lobby-head">
        <span class="brand">
          <img src="/icon.svg" alt="" width="36" height="36" />
          {titleAt(words.language, seated)}
        </span>
        <PageTools />
      </header>
      <main class="debrief-main">
        <div class="debrief-first">
          <ScoreHead debrief={debrief} seat={seat} />
          <DebriefActions />
          <ScoreTable debrief={debrief} seat={seat} />
          <WrongPlays debrief={debrief} seat={seat} />
        </div>
        <LadderPanel debrief={debrief} seat={seat} />
        {/* Where the player's own page drew the secret, its hash proves nothing. */}
        {!isPractice(seated) && <FairDraw debrief={debrief} secretHash={seated.secretHash} />}
      </main>
    </div>
  );
}
