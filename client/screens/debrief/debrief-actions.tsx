import { otherSeat } from '../../../shared/engine/match/seat.ts';
import { useApp, useWords } from '../../app-context.ts';
import { playerName } from '../../components/player-name.ts';
import { Icon } from '../../components/icon.tsx';

export function DebriefActions() {
  const { session } = useApp();
  const words = useWords();
  const { t } = words;
  const table = session.table.value;
  const me = table?.players[table.you] ?? null;
  const peer = table === null ? null : table.players[otherSeat(table.you)];
  const busy = session.busy.value;

  return (
    <div class="debrief-actions">
      <p role="status" class="rematch-wanted">
        {peer?.wantsRematch === true && t('debrief.rematch.wanted', { name: playerName(words, peer) })}
      </p>
      <button
        type="button"
        class="button button-big button-mine"
        disabled={busy || me?.wantsRematch === true}
        onClick={() => void session.rematch()}
      >
        <Icon name="again" />
        {t(me?.wantsRematch === true ? 'debrief.rematch.waiting' : 'debrief.rematch')}
      </button>
      <button type="button" class="button button-quiet" onClick={() => void session.leave()}>
        {t('debrief.lobby')}
      </button>
    </div>
  );
}
