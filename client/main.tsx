/** The page: parts are made here, once, and handed down. */
import { effect } from '@preact/signals';
import { render } from 'preact';
import { invariant } from '../shared/engine/base/invariant.ts';
import { translate } from '../shared/i18n/translate.ts';
import { AppRoot } from './app.tsx';
import { createEitherConnection } from './net/either.ts';
import { createLaterConnection } from './net/later.ts';
import { createOnlineConnection } from './net/online.ts';
import { fetchReplay } from './net/shared-replay.ts';
import { createPageClock } from './net/page-clock.ts';
import { randomHex } from './net/random-hex.ts';
import { createSoloStore } from './net/solo-store.ts';
import { registerServiceWorker } from './register-service-worker.ts';
import { createHand } from './session/hand.ts';
import { createOwnLevel } from './session/own-level.ts';
import { windowAddress } from './session/window-address.ts';
import { openReplay } from './session/open-replay.ts';
import { createPreferences } from './session/preferences.ts';
import { replayIn } from './session/replay-link.ts';
import { createProgressStore, keepProgress } from './session/progress-store.ts';
import { createSeatStore } from './session/seat-store.ts';
import { createSceneStage } from './session/scene.ts';
import { createSession } from './session/session.ts';
import { takeInvitation } from './session/invitation.ts';
import { createSounds } from './sound/sounds.ts';

const NONCE_OCTETS = 16;
const HOST_OCTETS = 8;

const root = document.querySelector<HTMLElement>('#app');
invariant(root, 'index.html has no #app');

const preferences = createPreferences(localStorage, navigator.language);
const connection = createEitherConnection({
  server: createOnlineConnection(),
  page: createLaterConnection(async () => {
    const { createSoloConnection } = await import('./net/solo.ts');
    const store = createSoloStore(localStorage, randomHex(HOST_OCTETS));
    return createSoloConnection({ clock: createPageClock(), store, randomHex });
  }),
  prefersPage: () => preferences.choices.value.practice,
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});
const session = createSession({
  connection,
  store: createSeatStore(sessionStorage, localStorage),
  now: () => performance.now(),
  nonce: () => randomHex(NONCE_OCTETS),
});

const progress = createProgressStore(localStorage);
keepProgress(session, progress, () => Date.now());

effect(() => {
  document.documentElement.lang = preferences.language.value;
  document.title = translate(preferences.language.value, 'app.title');
});

const app = {
  session,
  hand: createHand(session),
  preferences,
  sounds: createSounds(() => preferences.sound.value),
  scene: createSceneStage(),
  openReplay: (id: string) => openReplay(fetchReplay(id)),
  progress: progress.progress,
  ownLevel: createOwnLevel(localStorage, windowAddress),
};

const address = { invitation: takeInvitation(location, history), replay: replayIn(location.pathname) };
render(<AppRoot app={app} address={address} />, root);
if (address.replay === null) session.start();
registerServiceWorker();
