/** Play, step, scrub, speed. The row's end is free for what else can be done from a moment. */
import type { RefObject } from 'preact';
import type { Ladder, WrongPlay } from '../../../shared/replay/debrief.ts';
import { tcbAt } from '../../../shared/replay/tcb.ts';
import { useWords } from '../../app-context.ts';
import type { IconName } from '../../components/icon.tsx';
import { Icon } from '../../components/icon.tsx';
import { SPEEDS } from './playhead.ts';
import { secondsOf } from './seconds.ts';
import type { Playhead } from './use-playhead.ts';
import type { Viewpoint } from './viewpoint.ts';
import { sideOf } from './viewpoint.ts';

function Button({ icon, label, onClick }: { icon: IconName; label: string; onClick: () => void }) {
  return (
    <button
      type="button"
      class={`icon-button playhead-button is-${icon}`}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      <Icon name={icon} filled={icon !== 'pause'} />
    </button>
  );
}

interface Properties {
  readonly ladder: Ladder;
  readonly wrongPlays: readonly WrongPlay[];
  readonly viewpoint: Viewpoint;
  readonly playhead: Playhead;
  readonly scrub: RefObject<HTMLInputElement | null>;
}

/** Keys that move a range by one of its steps move the playhead by one event. */
const STEPS: { readonly [key: string]: 1 | -1 } = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
};

function Scrub({ ladder, wrongPlays, viewpoint, playhead, scrub }: Properties) {
  const { t } = useWords();
  const { left, right, names } = viewpoint;
  const { length, starts } = playhead.timeline.value;
  const row = playhead.row.value;
  const shown = t('playhead.value', {
    now: secondsOf(playhead.laneTime.value),
    end: secondsOf(ladder.rows.at(-1) ?? 0),
    left: names[left],
    leftState: tcbAt(ladder, left, row).state,
    right: names[right],
    rightState: tcbAt(ladder, right, row).state,
  });
  return (
    <div class="scrub">
      <input
        ref={scrub}
        type="range"
        min={0}
        max={length}
        step={1}
        value={playhead.played.value}
        aria-label={t('playhead.scrub')}
        aria-valuetext={shown}
        title={t('playhead.keys')}
        style={{ '--done': `${String((100 * playhead.played.value) / Math.max(1, length))}%` }}
        onInput={(event) => playhead.seek(event.currentTarget.valueAsNumber)}
        onKeyDown={(event) => {
          const direction = STEPS[event.key];
          if (direction === undefined) return;
          event.preventDefault();
          playhead.step(direction);
        }}
      />
      <div class="scrub-marks" aria-hidden="true">
        {wrongPlays.map((wrong, index) => (
          <span
            key={index}
            class={sideOf(viewpoint, wrong.seat)}
            style={{ '--at': String((starts[wrong.row] ?? length) / Math.max(1, length)) }}
          />
        ))}
      </div>
    </div>
  );
}

export function PlayheadControls(properties: Properties) {
  const { ladder, playhead } = properties;
  const { t } = useWords();
  const isPlaying = playhead.isPlaying.value;
  return (
    <div class="playhead-controls">
      <div class="playhead-buttons">
        <Button icon="previous" label={t('playhead.previous')} onClick={() => playhead.step(-1)} />
        <Button
          icon={isPlaying ? 'pause' : 'play'}
          label={t(isPlaying ? 'playhead.pause' : 'playhead.play')}
          onClick={playhead.toggle}
        />
        <Button icon="next" label={t('playhead.next')} onClick={() => playhead.step(1)} />
      </div>
      <Scrub {...properties} />
      <p class="playhead-time" aria-hidden="true">
        {t('playhead.time', {
          now: secondsOf(playhead.laneTime.value),
          end: secondsOf(ladder.rows.at(-1) ?? 0),
        })}
      </p>
      <div class="playhead-speeds" role="group" aria-label={t('playhead.speed')}>
        {SPEEDS.map((speed) => (
          <button
            key={speed}
            type="button"
            aria-pressed={playhead.speed.value === speed}
            onClick={() => playhead.setSpeed(speed)}
          >
            {t('playhead.speed.value', { n: speed })}
          </button>
        ))}
      </div>
    </div>
  );
}
