import { useEffect, useState } from 'preact/hooks';
import type { Seat } from '../../../shared/engine/match/seat.ts';
import type { Debrief } from '../../../shared/replay/debrief.ts';
import { useApp, useWords } from '../../app-context.ts';
import { Icon } from '../../components/icon.tsx';
import { useReducedMotion } from '../match/use-reduced-motion.ts';

const COUNT_UP = 1400;

/** From nought to the score; at once where motion is unwelcome. */
function useCountUp(target: number): number {
  const still = useReducedMotion();
  const [shown, setShown] = useState(still ? target : 0);
  useEffect(() => {
    if (still) {
      setShown(target);
      return undefined;
    }
    const begin = performance.now();
    let frame = 0;
    const draw = (now: number) => {
      const part = Math.min(1, Math.max(0, (now - begin) / COUNT_UP));
      setShown(Math.round(target * (1 - (1 - part) ** 3)));
      if (part < 1) frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [target, still]);
  return shown;
}

function verdictKey(
  stars: number,
): 'debrief.verdict.0' | 'debrief.verdict.1' | 'debrief.verdict.2' | 'debrief.verdict.3' {
  if (stars >= 3) return 'debrief.verdict.3';
  if (stars === 2) return 'debrief.verdict.2';
  return stars === 1 ? 'debrief.verdict.1' : 'debrief.verdict.0';
}

export function ScoreHead({ debrief, seat }: { debrief: Debrief; seat: Seat }) {
  const { sounds } = useApp();
  const { t } = useWords();
  const { score, stars, prompts } = debrief.scores[seat];
  const shown = useCountUp(score);
  useEffect(() => sounds.play('finish'), [sounds]);
  return (
    <section class="score-head panel">
      <h1 class="only-read">{t('debrief.title')}</h1>
      <p class="big-stars" role="img" aria-label={t('debrief.stars', { n: stars })}>
        {[1, 2, 3].map((n) => (
          <span key={n} class={`big-star star-${String(n)}`} data-won={stars >= n}>
            <Icon name="star" filled />
          </span>
        ))}
      </p>
      <p class="big-score">
        <span class="only-read">{score}</span>
        <strong aria-hidden="true">{shown}</strong>
        <span> {t('debrief.of')}</span>
      </p>
      <p class="big-verdict">{t(verdictKey(stars))}</p>
      <p class="big-note">
        {t('debrief.prompts', { asked: prompts.asked, first: prompts.first, unanswered: prompts.unanswered })}
        <br />
        {t(`debrief.ended.${debrief.ended}`)}
      </p>
    </section>
  );
}
