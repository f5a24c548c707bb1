/** The playhead of a debrief: one for all its lanes, moved by hand, by the clock, and by whoever points at a moment. */
import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Millis } from '../../../shared/engine/base/millis.ts';
import type { Ladder, WrongPlay } from '../../../shared/replay/debrief.ts';
import { useReducedMotion } from '../match/use-reduced-motion.ts';
import type { Place, Speed, Timeline } from './playhead.ts';
import {
  justBefore,
  laneTimeAt,
  placeAt,
  playedAfter,
  stopBeside,
  stopReached,
  timelineOf,
} from './playhead.ts';

export interface Playhead {
  readonly lane: ReadonlySignal<number>;
  readonly timeline: ReadonlySignal<Timeline>;
  /** Playing time, ms: see playhead.ts. */
  readonly played: ReadonlySignal<Millis>;
  readonly place: ReadonlySignal<Place>;
  /** The last row that has happened: changes less often than the place. */
  readonly row: ReadonlySignal<number>;
  /** In whole tenths of a second, as it is shown. */
  readonly laneTime: ReadonlySignal<Millis>;
  readonly isPlaying: ReadonlySignal<boolean>;
  readonly speed: ReadonlySignal<Speed>;
  /** The wrong play that was pointed at; null once the playhead moves on. */
  readonly pointed: ReadonlySignal<WrongPlay | null>;
  readonly seek: (played: Millis) => void;
  readonly step: (direction: 1 | -1) => void;
  readonly toggle: () => void;
  readonly setSpeed: (speed: Speed) => void;
  readonly showLane: (lane: number) => void;
  /** A row with what happened in it. */
  readonly showRow: (lane: number, row: number) => void;
  /** The moment before it was answered rightly. */
  readonly showWrong: (wrong: WrongPlay) => void;
  readonly pass: (elapsed: Millis, isStill: boolean) => void;
}

const TENTH = 100;

/** A page that was out of sight goes on where it was, ms. */
const LONGEST_FRAME = 100;

export function createPlayhead(ladders: readonly Ladder[]): Playhead {
  const timelines = ladders.map(({ rows }) => timelineOf(rows));
  const lane = signal(0);
  const timeline = computed(() => timelines[lane.value] ?? timelineOf([]));
  const clock = signal(timeline.peek().length);
  /** Behind the clock where motion is unwelcome. */
  const played = signal(clock.peek());
  const isPlaying = signal(false);
  const speed = signal<Speed>(1);
  const pointed = signal<WrongPlay | null>(null);
  const place = computed(() => placeAt(timeline.value, played.value));

  function seek(to: Millis): void {
    isPlaying.value = false;
    pointed.value = null;
    clock.value = to;
    played.value = to;
  }

  function showLane(next: number): void {
    if (next === lane.value) return;
    lane.value = next;
    seek(timeline.value.length);
  }

  return {
    lane,
    timeline,
    played,
    place,
    row: computed(() => place.value.row),
    laneTime: computed(() => TENTH * Math.round(laneTimeAt(timeline.value, place.value) / TENTH)),
    isPlaying,
    speed,
    pointed,
    seek,
    step: (direction) => seek(stopBeside(timeline.value, played.value, direction)),
    toggle: () => {
      if (isPlaying.value) {
        seek(played.value);
        return;
      }
      pointed.value = null;
      if (played.value >= timeline.value.length) {
        clock.value = 0;
        played.value = 0;
      }
      isPlaying.value = true;
    },
    setSpeed: (next) => {
      speed.value = next;
    },
    showLane,
    showRow: (on, row) => {
      showLane(on);
      seek(timeline.value.starts[row] ?? timeline.value.length);
    },
    showWrong: (wrong) => {
      showLane(wrong.lane);
      seek(justBefore(timeline.value, wrong.row));
      pointed.value = wrong;
    },
    pass: (elapsed, isStill) => {
      clock.value = playedAfter(timeline.value, clock.value, elapsed, speed.value);
      played.value = isStill ? stopReached(timeline.value, clock.value) : clock.value;
      if (clock.value >= timeline.value.length) isPlaying.value = false;
    },
  };
}

/** Made once for each debrief; plays by the screen's own frames. */
export function usePlayhead(ladders: readonly Ladder[]): Playhead {
  const isStill = useReducedMotion();
  const playhead = useMemo(() => createPlayhead(ladders), [ladders]);
  const isPlaying = playhead.isPlaying.value;
  useEffect(() => {
    if (!isPlaying) return undefined;
    let last = performance.now();
    let frame = 0;
    const go = (now: number) => {
      playhead.pass(Math.min(LONGEST_FRAME, Math.max(0, now - last)), isStill);
      last = now;
      frame = requestAnimationFrame(go);
    };
    frame = requestAnimationFrame(go);
    return () => cancelAnimationFrame(frame);
  }, [playhead, isPlaying, isStill]);
  return playhead;
}
