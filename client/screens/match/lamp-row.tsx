/** Five lamps: what this endpoint has proof of by now. */
import { LAMPS, lampsOf } from '../../../shared/engine/match/lamps.ts';
import type { LaneView } from '../../../shared/engine/match/view.ts';
import { useWords } from '../../app-context.ts';

export function LampRow({ lane }: { lane: LaneView }) {
  const { t } = useWords();
  // While they are what is asked they stay covered.
  if (lane.question?.question === 'known') return <p class="lamps-hidden">{t('question.hidden')}</p>;
  const lamps = lampsOf(lane);
  return (
    <ul class="lamps" aria-label={t('lamps')}>
      {LAMPS.map((lamp) => (
        <li key={lamp} class={lamps[lamp] ? 'is-lit' : ''} title={t(`lamp.${lamp}.long`)}>
          {t(`lamp.${lamp}`)}
          <span class="only-read"> {t(lamps[lamp] ? 'lamp.lit' : 'lamp.dark')}</span>
        </li>
      ))}
    </ul>
  );
}
