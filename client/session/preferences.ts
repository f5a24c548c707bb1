/** What a player likes, remembered by the browser: language, sound, name and the last choices of the lobby. */
import { effect, signal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import type { Language } from '../../shared/i18n/translate.ts';
import { LANGUAGES } from '../../shared/i18n/translate.ts';
import type { HelpStage } from '../../shared/engine/match/level.ts';
import type { Seat } from '../../shared/engine/match/seat.ts';
import type { Skill } from '../../shared/protocol/messages.ts';

export interface LobbyChoices {
  readonly level: string;
  readonly seat: Seat | 'random';
  readonly timed: boolean;
  readonly speed: boolean;
  readonly skill: Skill;
  /** Null: as the level has it. */
  readonly help: HelpStage | null;
}

export interface Preferences {
  readonly language: Signal<Language>;
  readonly sound: Signal<boolean>;
  readonly name: Signal<string>;
  readonly choices: Signal<LobbyChoices>;
}

const FIRST_CHOICES: LobbyChoices = {
  level: '',
  seat: 'random',
  timed: true,
  speed: true,
  skill: 'novice',
  help: null,
};

const isLanguage = (value: unknown): value is Language => LANGUAGES.some((language) => language === value);

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
  const choices = remembered(storage, 'choices');
  const likely: Language = browserLanguage.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
  return {
    language: remember(storage, 'language', signal(isLanguage(language) ? language : likely)),
    sound: remember(storage, 'sound', signal(remembered(storage, 'sound') !== false)),
    name: remember(storage, 'name', signal(typeof name === 'string' ? name : '')),
    choices: remember(
      storage,
      'choices',
      signal(typeof choices === 'object' ? { ...FIRST_CHOICES, ...choices } : FIRST_CHOICES),
    ),
  };
}
