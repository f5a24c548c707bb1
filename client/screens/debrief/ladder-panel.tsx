import { useEffect, useRef, useState } from 'preact/hooks';
import { otherSeat } from '../../../shared/engine/match/seat.ts';
import type { Seat } from '../../../shared/engine/match/seat.ts';
import type { Debrief, Ladder } from '../../../shared/replay/debrief.ts';
import { segmentPhrase } from '../../../shared/i18n/phrase-of-segment.ts';
import { useApp, useWords } from '../../app-context.ts';
import { playerName } from '../../components/player-name.ts';
import { LadderDiagram } from './ladder-diagram.tsx';

const NARROWEST = 320;
const WIDEST = 620;

function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(NARROWEST);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = () => setWidth(Math.min(WIDEST, Math.max(NARROWEST, element.clientWidth)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { box, width };
}

type Names = { readonly [seat in Seat]: string };

/** The diagram for those who cannot see it, and for those who would rather read. */
function LadderList({ ladder, names }: { ladder: Ladder; names: Names }) {
  const { t, language } = useWords();
  return (
    <details class="ladder-list">
      <summary>{t('debrief.ladder.list')}</summary>
      <ol>
        {ladder.segments.map(({ id, from, segment, fate }) => (
          <li key={id}>
            {t('debrief.ladder.line', {
              from: names[from],
              segment: segmentPhrase(language, segment),
              fate: t(`debrief.fate.${fate}`),
            })}
          </li>
        ))}
      </ol>
    </details>
  );
}

export function LadderPanel({ debrief, seat }: { debrief: Debrief; seat: Seat }) {
  const { session } = useApp();
  const words = useWords();
  const { t } = words;
  const [lane, setLane] = useState(0);
  const { box, width } = useWidth();
  const ladder = debrief.ladders[lane] ?? debrief.ladders[0];
  const players = session.table.value?.players;
  const other = otherSeat(seat);
  const mine = playerName(words, players?.[seat]);
  const theirs = playerName(words, players?.[other]);
  const names: Names = seat === 'A' ? { A: mine, B: theirs } : { A: theirs, B: mine };
  return (
    <section class="panel ladder-panel">
      <h2>{t('debrief.ladder')}</h2>
      <p>{t('debrief.ladder.text')}</p>
      {debrief.ladders.length > 1 && (
        <div class="lane-tabs" role="group">
          {debrief.ladders.map((_, index) => (
            <button
              key={index}
              type="button"
              class="lane-tab"
              aria-pressed={index === lane}
              onClick={() => setLane(index)}
            >
              {t('match.lane', { n: index + 1 })}
            </button>
          ))}
        </div>
      )}
      <div ref={box} class="ladder-box">
        {ladder !== undefined && <LadderDiagram ladder={ladder} left={seat} width={width} names={names} />}
      </div>
      {ladder !== undefined && <LadderList ladder={ladder} names={names} />}
    </section>
  );
}
