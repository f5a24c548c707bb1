/** Everything that was hidden: the score and how it came about, what the network did, what was wrong and why. */
import type { MatchLog } from '../../../shared/replay/log.ts';
import { useApp, useWords } from '../../app-context.ts';
import { PageHead } from '../../components/page-head.tsx';
import { playerName } from '../../components/player-name.ts';
import { isPractice } from '../../session/practice.ts';
import { titleAt } from '../../components/lesson-words.ts';
import { DebriefActions } from './debrief-actions.tsx';
import { DebriefBody } from './debrief-body.tsx';
import { Downloads } from './downloads.tsx';
import { FairDraw } from './fair-draw.tsx';
import { Mastery } from './mastery.tsx';
import { NextLesson } from './next-lesson.tsx';
import { ReplayShare } from './replay-share.tsx';
import { ScoreHead } from './score-head.tsx';
import { useViewpoint } from './viewpoint.ts';

export function DebriefScreen() {
  const { session } = useApp();
  const words = useWords();
  const debrief = session.debrief.value;
  const seated = session.seated.value;
  const players = session.table.value?.players;
  const viewpoint = useViewpoint(
    seated?.seat ?? null,
    playerName(words, players?.A),
    playerName(words, players?.B),
  );
  if (debrief === null || seated === null) return null;
  return (
    <div class="debrief">
      <PageHead title={titleAt(words.language, seated)} />
      <DebriefBody
        debrief={debrief}
        viewpoint={viewpoint}
        loadLog={async () => {
          const text = await session.log();
          return text === null ? null : (JSON.parse(text) as MatchLog);
        }}
        head={
          <>
            <ScoreHead debrief={debrief} seat={seated.seat} />
            <DebriefActions />
            <NextLesson debrief={debrief} seat={seated.seat} />
          </>
        }
        foot={
          <>
            <Mastery debrief={debrief} seat={seated.seat} />
            <ReplayShare />
            <div class="panel">
              <Downloads />
            </div>
            {/* Where the player's own page drew the secret, its hash proves nothing. */}
            {!isPractice(seated) && <FairDraw debrief={debrief} secretHash={seated.secretHash} />}
          </>
        }
      />
    </div>
  );
}
