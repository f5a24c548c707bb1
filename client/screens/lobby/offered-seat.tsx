/** A match left open in another tab, or before the browser was closed. */
import { useApp, useWords } from '../../app-context.ts';
import { isPractice } from '../../session/practice.ts';

export function OfferedSeat() {
  const { session } = useApp();
  const { t } = useWords();
  const seat = session.offered.value;
  if (seat === null) return null;
  return (
    <div class="offered">
      <p>{isPractice(seat) ? t('lobby.back-to-practice') : t('lobby.back-to-match', { code: seat.code })}</p>
      <div class="row">
        <button type="button" class="button button-gold" onClick={session.acceptOffer}>
          {t('lobby.back-to-match.go')}
        </button>
        <button type="button" class="button button-quiet" onClick={session.declineOffer}>
          {t('lobby.back-to-match.drop')}
        </button>
      </div>
    </div>
  );
}
