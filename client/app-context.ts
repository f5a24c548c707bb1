/** What every component may use: the session, the hand, preferences, words and sounds. */
import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { invariant } from '../shared/engine/base/invariant.ts';
import type { Seat } from '../shared/engine/match/seat.ts';
import type { MatchLog } from '../shared/replay/log.ts';
import type { Language, TextKey, TextParams } from '../shared/i18n/translate.ts';
import { translate } from '../shared/i18n/translate.ts';
import type { Hand } from './session/hand.ts';
import type { Inquiry } from './session/inquiry.ts';
import type { OwnLevel } from './session/own-level.ts';
import type { OpenedReplay } from './session/open-replay.ts';
import type { Preferences } from './session/preferences.ts';
import type { Progress } from './session/progress.ts';
import type { SceneStage } from './session/scene.ts';
import type { Session } from './session/session-shape.ts';
import type { Sounds } from './sound/sounds.ts';

export interface App {
  readonly session: Session;
  readonly hand: Hand;
  readonly inquiry: Inquiry;
  readonly preferences: Preferences;
  readonly sounds: Sounds;
  readonly scene: SceneStage;
  /** Plays on from a moment of a finished match, in this page, against a bot. */
  readonly playBranch: (log: MatchLog, seat: Seat) => void;
  readonly openReplay: (id: string) => Promise<OpenedReplay>;
  readonly progress: ReadonlySignal<Progress>;
  readonly ownLevel: OwnLevel;
}

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  invariant(app, 'a component is used outside of the app');
  return app;
}

export interface Words {
  readonly language: Language;
  readonly t: (key: TextKey, params?: TextParams) => string;
}

/** The words in the chosen language; a change of language draws the component again. */
export function useWords(): Words {
  const language = useApp().preferences.language.value;
  return { language, t: (key, params) => translate(language, key, params) };
}
