import { SEATS } from '../../../shared/engine/match/seat.ts';
import type { Debrief } from '../../../shared/replay/debrief.ts';
import { useWords } from '../../app-context.ts';

export function FairDraw({ debrief, secretHash }: { debrief: Debrief; secretHash: string }) {
  const { t } = useWords();
  return (
    <details class="panel fair">
      <summary>{t('debrief.fair')}</summary>
      <p>{t('debrief.fair.text')}</p>
      <dl>
        <dt>{t('debrief.fair.hash')}</dt>
        <dd>{secretHash}</dd>
        <dt>{t('debrief.fair.secret')}</dt>
        <dd>{debrief.secret}</dd>
        {SEATS.map((seat) => [
          <dt key={`${seat}-name`}>{t('debrief.fair.nonce', { seat })}</dt>,
          <dd key={seat}>{debrief.nonces[seat]}</dd>,
        ])}
      </dl>
    </details>
  );
}
