import { useState } from 'preact/hooks';
import { otherSeat } from '../../../shared/engine/match/seat.ts';
import { useApp, useWords } from '../../app-context.ts';
import { Icon } from '../../components/icon.tsx';
import { playerName } from '../../components/player-name.ts';
import { PageTools } from '../../components/page-tools.tsx';
import { isPractice } from '../../session/practice.ts';

function Score() {
  const { t } = useWords();
  const score = useApp().session.update.value?.score;
  if (score === undefined) return null;
  return (
    <div class="score">
      <span class="score-label">{t('match.score')}</span>
      <strong class="score-points" key={score.points}>
        {score.points}
      </strong>
      {score.streak > 1 && (
        <span class="streak" title={t('match.streak')}>
          {t('match.streak.value', { n: score.streak })}
        </span>
      )}
    </div>
  );
}

function Peer() {
  const { session } = useApp();
  const words = useWords();
  const { t } = words;
  const view = session.update.value?.view;
  if (view === undefined) return null;
  const peer = otherSeat(view.seat);
  const player = session.table.value?.players[peer] ?? null;
  const presence = view.presence[peer];
  const word = {
    present: t('match.peer.here'),
    away: t('match.peer.reconnecting'),
    'stand-in': t('match.peer.stand-in'),
  }[presence];
  return (
    <div class={`peer peer-${presence}`}>
      <span class="peer-name">{playerName(words, player)}</span>
      <span class="peer-presence">
        <i class="dot" aria-hidden="true" />
        {word}
      </span>
    </div>
  );
}

function LeaveButton() {
  const { session } = useApp();
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const seated = session.seated.value;
  const isMatchPractice = seated !== null && isPractice(seated);
  return (
    <div class="leave">
      <button
        type="button"
        class="icon-button"
        aria-label={t('match.leave')}
        title={t('match.leave')}
        aria-expanded={asking}
        onClick={() => setAsking(!asking)}
      >
        <Icon name="leave" />
      </button>
      {asking && (
        <div class="leave-ask panel" role="group" aria-label={t('match.leave')}>
          <p>{t(isMatchPractice ? 'match.leave.practice' : 'match.leave.sure')}</p>
          <div class="row">
            <button type="button" class="button button-danger" onClick={() => void session.leave()}>
              {t('match.leave.yes')}
            </button>
            <button type="button" class="button button-quiet" onClick={() => setAsking(false)}>
              {t('match.leave.no')}
            </button>
          </div>
        </div>
      )}
    </div>
  );
}

export function TopBar() {
  return (
    <header class="top-bar">
      <Score />
      <Peer />
      <div class="top-tools">
        <PageTools />
        <LeaveButton />
      </div>
    </header>
  );
}
