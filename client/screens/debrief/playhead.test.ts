import { describe, expect, it } from 'vitest';
import {
  justBefore,
  laneTimeAt,
  placeAt,
  playedAfter,
  stopBeside,
  stopReached,
  timelineOf,
} from './playhead.ts';

/** Two rows of one instant, a flight, a silence of ten seconds. */
const line = timelineOf([0, 0, 1200, 11_200]);

describe('a timeline', () => {
  it('begins before anything has happened', () => {
    expect(placeAt(line, 0)).toStrictEqual({ row: -1, part: 0 });
    expect(laneTimeAt(line, placeAt(line, 0))).toBe(0);
    expect(line.starts[0]).toBeGreaterThan(0);
  });

  it('ends with its last row', () => {
    expect(placeAt(line, line.length)).toStrictEqual({ row: 3, part: 0 });
    expect(laneTimeAt(line, placeAt(line, line.length))).toBe(11_200);
    expect(placeAt(line, line.length + 5000)).toStrictEqual({ row: 3, part: 0 });
  });

  it('tells rows of one instant apart, and keeps silences short', () => {
    const [first, second, third, last] = line.starts;
    expect(second! - first!).toBe(800);
    expect(third! - second!).toBe(1200);
    expect(last! - third!).toBe(1900);
    expect(timelineOf([5, 5, 5]).starts.map((start) => start - 600)).toStrictEqual([0, 800, 1600]);
  });

  it('runs through lane time evenly between two rows', () => {
    const [, second, third, last] = line.starts;
    expect(placeAt(line, (second! + third!) / 2)).toStrictEqual({ row: 1, part: 0.5 });
    expect(laneTimeAt(line, placeAt(line, (second! + third!) / 2))).toBe(600);
    expect(laneTimeAt(line, placeAt(line, (third! + last!) / 2))).toBe(6200);
  });

  it('of nothing is over at once', () => {
    const empty = timelineOf([]);
    expect(placeAt(empty, 0)).toStrictEqual({ row: -1, part: 0 });
    expect(laneTimeAt(empty, placeAt(empty, 0))).toBe(0);
    expect(stopBeside(empty, 0, 1)).toBe(empty.length);
  });
});

describe('steps', () => {
  it('go from row to row and stay at the ends', () => {
    const stops = [0];
    for (let played = 0; played < line.length;) {
      played = stopBeside(line, played, 1);
      stops.push(played);
    }
    expect(stops).toStrictEqual([0, ...line.starts]);
    expect(stopBeside(line, line.length, 1)).toBe(line.length);
    for (const stop of stops.toReversed().slice(1)) {
      const above = stops[stops.indexOf(stop) + 1]!;
      expect(stopBeside(line, above, -1)).toBe(stop);
    }
    expect(stopBeside(line, 0, -1)).toBe(0);
  });

  it('from between two rows go to the nearer one of that direction', () => {
    const [, second, third] = line.starts;
    expect(stopBeside(line, second! + 10, -1)).toBe(second);
    expect(stopBeside(line, second! + 10, 1)).toBe(third);
  });

  it('stand for motion where that is unwelcome', () => {
    const [first, second] = line.starts;
    expect(stopReached(line, 10)).toBe(0);
    expect(stopReached(line, second! - 1)).toBe(first);
    expect(stopReached(line, second!)).toBe(second);
  });

  it('stop just before a row with everything but the row itself', () => {
    for (const row of [0, 1, 2, 3]) {
      const { row: last, part } = placeAt(line, justBefore(line, row));
      expect(last).toBe(row - 1);
      expect(part).toBeGreaterThan(0.99);
    }
  });
});

it('plays at its speed, and no further than the end', () => {
  expect(playedAfter(line, 100, 50, 1)).toBe(150);
  expect(playedAfter(line, 100, 50, 4)).toBe(300);
  expect(playedAfter(line, 100, 50, 0.5)).toBe(125);
  expect(playedAfter(line, line.length - 1, 50, 2)).toBe(line.length);
});
