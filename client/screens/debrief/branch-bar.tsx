/** From any moment of a match: play on oneself, against a bot. Whose seat, a stranger may choose. */
import type { Seat } from '../../../shared/engine/match/seat.ts';
import { SEATS } from '../../../shared/engine/match/seat.ts';
import { useWords } from '../../app-context.ts';
import { Icon } from '../../components/icon.tsx';
import type { Viewpoint } from './viewpoint.ts';

interface Properties {
  readonly viewpoint: Viewpoint;
  /** The connection is over at the playhead. */
  readonly isImpossible: boolean;
  readonly onBranch: (seat: Seat) => void;
}

export function BranchBar({ viewpoint, isImpossible, onBranch }: Properties) {
  const { t } = useWords();
  const { own, names } = viewpoint;
  return (
    <div class="branch-bar">
      <p role="status">{t(isImpossible ? 'branch.over' : 'branch.note')}</p>
      {SEATS.filter((seat) => own === null || seat === own).map((seat) => (
        <button key={seat} type="button" class="button button-small" onClick={() => onBranch(seat)}>
          <Icon name="branch" />
          {own === null ? t('branch.as', { name: names[seat] }) : t('branch.go')}
        </button>
      ))}
    </div>
  );
}
