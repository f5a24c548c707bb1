/** Between creating a match and its beginning: the code to pass on, and who is there. */
import { SEATS } from '../../../shared/engine/match/seat.ts';
import type { Seat } from '../../../shared/engine/match/seat.ts';
import type { PlayerInfo } from '../../../shared/protocol/messages.ts';
import { lessonById } from '../../../shared/levels/catalogue.ts';
import { useApp, useWords } from '../../app-context.ts';
import type { Words } from '../../app-context.ts';
import { playerName } from '../../components/player-name.ts';
import { PageHead } from '../../components/page-head.tsx';
import { LessonCard } from '../../components/lesson-card.tsx';
import { introductionAt, titleAt } from '../../components/lesson-words.ts';
import { ShareLink } from './share-link.tsx';

function presenceOf({ t }: Words, player: PlayerInfo): string {
  if (!player.connected) return t('waiting.away');
  return t(player.ready ? 'waiting.ready' : 'waiting.coming');
}

function SeatTile({ seat, player, isMine }: { seat: Seat; player: PlayerInfo | null; isMine: boolean }) {
  const words = useWords();
  const { t } = words;
  return (
    <li class={`seat-tile ${isMine ? 'is-mine' : 'is-peer'} ${player === null ? 'is-empty' : ''}`}>
      <span class="seat-role">{t(`waiting.seat.${seat}`)}</span>
      <span class="seat-name">
        {player === null ? t('waiting.empty') : playerName(words, player)}
        {isMine && <span class="tag">{t('waiting.you')}</span>}
      </span>
      {player !== null && <span class="seat-presence">{presenceOf(words, player)}</span>}
    </li>
  );
}

export function WaitingScreen() {
  const { session } = useApp();
  const words = useWords();
  const { t } = words;
  const seated = session.seated.value;
  const table = session.table.value;
  if (seated === null) return null;
  const introduction = introductionAt(seated);
  return (
    <div class="waiting">
      <PageHead title={titleAt(words.language, seated)} />
      <main class="waiting-main panel">
        <h1>{t('waiting.title')}</h1>
        <ShareLink code={seated.code} />
        <ul class="seats" aria-live="polite">
          {SEATS.map((seat) => (
            <SeatTile
              key={seat}
              seat={seat}
              player={table?.players[seat] ?? null}
              isMine={seat === seated.seat}
            />
          ))}
        </ul>
        {introduction !== null && (
          <LessonCard introduction={introduction} lesson={lessonById(seated.level)} />
        )}
        <p class="waiting-note">
          <span class="dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {t('waiting.starts')}
        </p>
        <button type="button" class="button button-quiet" onClick={() => void session.leave()}>
          {t('waiting.leave')}
        </button>
      </main>
    </div>
  );
}
