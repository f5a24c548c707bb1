import { expect, it } from 'vitest';
import type { Ladder, WrongPlay } from '../../../shared/replay/debrief.ts';
import { createPlayhead } from './use-playhead.ts';

const ladder = (...rows: number[]): Ladder => ({
  rows,
  start: { A: {}, B: {} },
  segments: [],
  moments: [],
  endedAt: 0,
  end: 'goal',
});

const head = () => createPlayhead([ladder(0, 1000, 2000), ladder(0, 5000)]);

it('shows the whole match first, and begins anew when it is played from there', () => {
  const playhead = head();
  expect(playhead.row.value).toBe(2);
  playhead.toggle();
  expect([playhead.isPlaying.value, playhead.row.value]).toStrictEqual([true, -1]);
  playhead.pass(700, false);
  expect(playhead.row.value).toBe(0);
  playhead.pass(10_000, false);
  expect([playhead.isPlaying.value, playhead.row.value]).toStrictEqual([false, 2]);
});

it('pauses where it is, and goes on from there at another speed', () => {
  const playhead = head();
  playhead.toggle();
  playhead.pass(300, false);
  playhead.toggle();
  expect([playhead.isPlaying.value, playhead.played.value]).toStrictEqual([false, 300]);
  playhead.setSpeed(4);
  playhead.toggle();
  playhead.pass(100, false);
  expect(playhead.played.value).toBe(700);
});

it('goes from stop to stop where motion is unwelcome, in the same time', () => {
  const playhead = head();
  playhead.toggle();
  const seen = new Set<number>();
  for (let frames = 0; playhead.isPlaying.value; frames++) {
    playhead.pass(16, true);
    seen.add(playhead.played.value);
    expect(frames).toBeLessThan(200);
  }
  expect([...seen]).toStrictEqual([0, ...playhead.timeline.value.starts]);
});

it('stops playing when it is moved by hand', () => {
  const playhead = head();
  playhead.toggle();
  playhead.step(1);
  expect([playhead.isPlaying.value, playhead.row.value]).toStrictEqual([false, 0]);
});

it('goes to the lane and the moment of a wrong play, and forgets it when it moves on', () => {
  const playhead = head();
  const wrong = { lane: 1, row: 1 } as WrongPlay;
  playhead.showWrong(wrong);
  expect([playhead.lane.value, playhead.row.value, playhead.pointed.value]).toStrictEqual([1, 0, wrong]);
  playhead.step(1);
  expect([playhead.row.value, playhead.pointed.value]).toStrictEqual([1, null]);
  playhead.showRow(0, 1);
  expect([playhead.lane.value, playhead.row.value]).toStrictEqual([0, 1]);
});
