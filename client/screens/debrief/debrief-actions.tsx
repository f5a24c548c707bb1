import { otherSeat } from '../../../shared/engine/match/seat.ts';
import { useApp, useWords } from '../../app-context.ts';
import { playerName } from '../../components/player-name.ts';
import { Icon } from '../../components/icon.tsx';

/** A file made here: the log is text, and no server page is needed for it. */
function save(text: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

export function DebriefActions() {
  const { session } = useApp();
  const words = useWords();
  const { t } = words;
  const table = session.table.value;
  const me = table?.players[table.you] ?? null;
  const peer = table === null ? null : table.players[otherSeat(table.you)];
  const busy = session.busy.value;

  async function download(): Promise<void> {
    const code = session.seated.value?.code ?? '';
    const log = await session.log();
    if (log !== null) save(log, `shake-and-wave-${code === '' ? 'practice' : code}.json`);
  }

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
      <div class="row">
        <button type="button" class="button" disabled={busy} onClick={() => void download()}>
          <Icon name="download" />
          {t('debrief.log')}
        </button>
        <button type="button" class="button button-quiet" onClick={() => void session.leave()}>
          {t('debrief.lobby')}
        </button>
      </div>
    </div>
  );
}
