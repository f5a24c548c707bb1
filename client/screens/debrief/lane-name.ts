import type { TextKey } from '../../../shared/i18n/translate.ts';

/** The word, with a number, for one of a level's connections. */
export const nameOfLane = (rounds: boolean): TextKey => (rounds ? 'debrief.round' : 'match.lane');
