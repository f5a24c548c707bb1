/** What a player likes, remembered by the browser: language, sound, name and the last choices of the lobby. */
import { effect, signal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import type { Language } from '../../shared/i18n/translate.ts';
import { LANGUAGES } from '../../shared/i18n/translate.ts';
import type { HelpStage } from '../../shared/engine/match/level.ts';
import { HELP_STAGES } from '../../shared/engine/match/level.ts';
import type { Seat } from '../../shared/engine/match/seat.ts';
import { SEATS } from '../../shared/engine/match/seat.ts';
import type { Skill, TimeFactor } from '../../shared/protocol/messages.ts';
import { SKILLS, TIME_FACTORS } from '../../shared/protocol/messages.ts';

export interface LobbyChoices {
  readonly level: string;
  readonly seat: Seat | 'random';
  readonly timed: boolean;
  readonly speed: boolean;
  readonly skill: Skill;
  /** Null: as the level has it. */
  readonly help: HelpStage | null;
  /** One's own windows, in hundredths. */
  readonly timeFactor: TimeFactor;
  /** Against the bot on this device, also where a server is there. */
  readonly practice: boolean;
}

export interface Preferences {
  readonly language: Signal<Language>;
  readonly sound: Signal<boolean>;
  readonly name: Signal<string>;
  /** Every lesson may be played, finished or not what comes before it. */
  readonly unlockAll: Signal<boolean>;
  readonly choices: Signal<LobbyChoices>;
}

const FIRST_CHOICES: LobbyChoices = {
  level: '',
  seat: 'random',
  timed: true,
  speed: true,
  skill: 'novice',
  help: null,
  timeFactor: 100,
  practice: false,
};

const oneOf = <T>(list: readonly T[], value: unknown, otherwise: T): T =>
  list.find((one) => one === value) ?? otherwise;

/** An older build may have written it, or a curious hand. Which levels there are only the server knows. */
function checkedChoices(value: unknown): LobbyChoices {
  if (typeof value !== 'object' || value === null) return FIRST_CHOICES;
  const { level, seat, timed, speed, skill, help, timeFactor, practice } = value as Partial<
    Record<keyof LobbyChoices, unknown>
  >;
  return {
    level: typeof level === 'string' ? level : FIRST_CHOICES.level,
    seat: oneOf([...SEATS, 'random'], seat, FIRST_CHOICES.seat),
    timed: oneOf([true, false], timed, FIRST_CHOICES.timed),
    speed: oneOf([true, false], speed, FIRST_CHOICES.speed),
    skill: oneOf(SKILLS, skill, FIRST_CHOICES.skill),
    help: oneOf(HELP_STAGES, help, FIRST_CHOICES.help),
    timeFactor: oneOf(TIME_FACTORS, timeFactor, FIRST_CHOICES.timeFactor),
    practice: oneOf([true, false], practice, FIRST_CHOICES.practice),
  };
}

function remembered(storage: Storage, key: string): unknown {
  try {
    return JSON.parse(storage.getItem(`shake-and-wave.${key}`) ?? 'null') as unknown;
  } catch {
    return null;
  }
}

function remember<T>(storage: Storage, key: string, source: Signal<T>): Signal<T> {
  effect(() => {
    const text = JSON.stringify(source.value);
    try {
      storage.setItem(`shake-and-wave.${key}`, text);
    } catch {
      // A browser that forgets is no reason to stop.
    }
  });
  return source;
}

export function createPreferences(storage: Storage, browserLanguage: string): Preferences {
  const language = remembered(storage, 'language');
  const name = remembered(storage, 'name');
  const likely: Language = browserLanguage.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
  return {
    language: remember(storage, 'language', signal(oneOf(LANGUAGES, language, likely))),
    sound: remember(storage, 'sound', signal(remembered(storage, 'sound') !== false)),
    name: remember(storage, 'name', signal(typeof name === 'string' ? name : '')),
    unlockAll: remember(storage, 'unlock-all', signal(remembered(storage, 'unlock-all') === true)),
    choices: remember(storage, 'choices', signal(checkedChoices(remembered(storage, 'choices')))),
  };
}
