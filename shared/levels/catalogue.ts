/** Every level, in the order of the lobby. */
import type { Level } from '../engine/match/level.ts';
import { clean } from './clean.ts';
import { lost } from './lost.ts';
import { storm } from './storm.ts';

export const LEVELS: readonly Level[] = Object.freeze([clean, lost, storm]);

export const levelById = (id: string): Level | null => LEVELS.find((level) => level.id === id) ?? null;
