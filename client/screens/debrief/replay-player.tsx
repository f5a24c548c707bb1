/** What really happened, in time: the ladder diagram, both endpoints beside it, and the playhead over it. */
import { effect } from '@preact/signals';
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Debrief, Ladder } from '../../../shared/replay/debrief.ts';
import { segmentPhrase } from '../../../shared/i18n/phrase-of-segment.ts';
import { useWords } from '../../app-context.ts';
import { nameOfLane } from './lane-name.ts';
import { LadderDiagram, isNarrow } from './ladder-diagram.tsx';
import type { LadderPlan } from './ladder-plan.ts';
import { heightAt, planLadder } from './ladder-plan.ts';
import { MomentStory } from './moment-story.tsx';
import { PlayheadControls } from './playhead-controls.tsx';
import { TcbNow } from './tcb-now.tsx';
import type { Playhead } from './use-playhead.ts';
import type { Viewpoint } from './viewpoint.ts';

const NARROWEST = 320;
const WIDEST = 620;

function useWidth(box: RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(NARROWEST);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = () => setWidth(Math.min(WIDEST, Math.max(NARROWEST, element.clientWidth)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return width;
}

/** Part of the box's height above which, and below which, the playhead is not left. */
const KEPT_WITHIN = { from: 0.25, to: 0.7 };

/** Keeps the playhead in sight once it has moved; a ladder that has just been drawn is shown from its top. */
function useFollowing(box: RefObject<HTMLDivElement | null>, plan: LadderPlan, playhead: Playhead): void {
  useEffect(() => {
    const lane = playhead.lane.peek();
    let isFirst = true;
    return effect(() => {
      const y = heightAt(plan, playhead.place.value);
      const element = box.current;
      const isMoved = !isFirst && playhead.lane.value === lane;
      isFirst = false;
      if (element === null || !isMoved) return;
      const { scrollTop, clientHeight } = element;
      const highest = y - clientHeight * KEPT_WITHIN.to;
      const lowest = y - clientHeight * KEPT_WITHIN.from;
      if (scrollTop < highest || scrollTop > lowest)
        element.scrollTop = scrollTop < highest ? highest : lowest;
    });
  }, [box, plan, playhead]);
}

/** The diagram for those who cannot see it, and for those who would rather read. */
function LadderList({ ladder, viewpoint }: { ladder: Ladder; viewpoint: Viewpoint }) {
  const { t, language } = useWords();
  return (
    <details class="ladder-list">
      <summary>{t('debrief.ladder.list')}</summary>
      <ol>
        {ladder.segments.map(({ id, from, segment, fate }) => (
          <li key={id}>
            {t('debrief.ladder.line', {
              from: viewpoint.names[from],
              segment: segmentPhrase(language, segment),
              fate: t(`debrief.fate.${fate}`),
            })}
          </li>
        ))}
      </ol>
    </details>
  );
}

function LaneTabs({ count, rounds, playhead }: { count: number; rounds: boolean; playhead: Playhead }) {
  const { t } = useWords();
  return (
    <div class="lane-tabs" role="group">
      {Array.from({ length: count }, (_, index) => (
        <button
          key={index}
          type="button"
          class="lane-tab"
          aria-pressed={index === playhead.lane.value}
          onClick={() => playhead.showLane(index)}
        >
          {t(nameOfLane(rounds), { n: index + 1 })}
        </button>
      ))}
    </div>
  );
}

interface Properties {
  readonly title: string;
  readonly debrief: Pick<Debrief, 'ladders' | 'rounds' | 'wrongPlays'>;
  readonly viewpoint: Viewpoint;
  readonly playhead: Playhead;
  /** For whoever points at a moment: where to go on by keys. */
  readonly scrub: RefObject<HTMLInputElement | null>;
  /** What there is to say of the whole. */
  readonly note?: ComponentChildren;
}

export function ReplayPlayer(properties: Properties) {
  const { debrief, playhead } = properties;
  const lane = playhead.lane.value;
  const ladder = debrief.ladders[lane];
  return ladder === undefined ? null : <LanePlayer {...properties} ladder={ladder} lane={lane} />;
}

function LanePlayer({
  title,
  note,
  debrief,
  viewpoint,
  playhead,
  scrub,
  ladder,
  lane,
}: Properties & { readonly ladder: Ladder; readonly lane: number }) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const plan = useMemo(() => planLadder(ladder, isNarrow(width) ? 46 : 36), [ladder, width]);
  const wrongPlays = useMemo(
    () =>
      debrief.wrongPlays.filter(
        ({ lane: on, seat }) => on === lane && (viewpoint.own === null || seat === viewpoint.own),
      ),
    [debrief, lane, viewpoint],
  );
  useFollowing(box, plan, playhead);
  return (
    <section class="panel replay-player">
      <header class="replay-player-head">
        <h2>{title}</h2>
        {debrief.ladders.length > 1 && (
          <LaneTabs count={debrief.ladders.length} rounds={debrief.rounds} playhead={playhead} />
        )}
      </header>
      {note}
      <TcbNow ladder={ladder} seat={viewpoint.left} viewpoint={viewpoint} playhead={playhead} />
      <div ref={box} class="ladder-box" tabIndex={0} role="group" aria-label={t('debrief.ladder.text')}>
        <LadderDiagram
          ladder={ladder}
          plan={plan}
          wrongPlays={wrongPlays}
          width={width}
          viewpoint={viewpoint}
          playhead={playhead}
        />
        <LadderList ladder={ladder} viewpoint={viewpoint} />
      </div>
      <TcbNow ladder={ladder} seat={viewpoint.right} viewpoint={viewpoint} playhead={playhead} />
      <MomentStory ladder={ladder} viewpoint={viewpoint} playhead={playhead} />
      <PlayheadControls
        ladder={ladder}
        wrongPlays={wrongPlays}
        viewpoint={viewpoint}
        playhead={playhead}
        scrub={scrub}
      />
    </section>
  );
}
