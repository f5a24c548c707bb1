/** The page: parts are made here, once, and handed down. */
import { effect } from '@preact/signals';
import { render } from 'preact';
import type { Seat } from '../shared/engine/match/seat.ts';
import { invariant } from '../shared/engine/base/invariant.ts';
import { translate } from '../shared/i18n/translate.ts';
import type { MatchLog } from '../shared/replay/log.ts';
import { AppRoot } from './app.tsx';
import { keepBranch } from './net/branch-match.ts';
import { createEitherConnection } from './net/either.ts';
import { createLaterConnection } from './net/later.ts';
import { createOnlineConnection } from './net/online.ts';
import { fetchReplay } from './net/shared-replay.ts';
import { createPageClock } from './net/page-clock.ts';
import { randomHex } from './net/random-hex.ts';
import { createSoloStore } from './net/solo-store.ts';
import { registerServiceWorker } from './register-service-worker.ts';
import { createHand } from './session/hand.ts';
import { createInquiry } from './session/inquiry.ts';
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
const soloStore = createSoloStore(localStorage, randomHex(HOST_OCTETS));
const seatStore = createSeatStore(sessionStorage, localStorage);
const connection = createEitherConnection({
  server: createOnlineConnection(),
  page: createLaterConnection(async () => {
    const { createSoloConnection } = await import('./net/solo.ts');
    return createSoloConnection({ clock: createPageClock(), store: soloStore, randomHex });
  }),
  prefersPage: () => preferences.choices.value.practice,
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});
const session = createSession({
  connection,
  store: seatStore,
  now: () => performance.now(),
  nonce: () => randomHex(NONCE_OCTETS),
});

const progress = createProgressStore(localStorage);
keepProgress(session, progress, () => Date.now());

effect(() => {
  document.documentElement.lang = preferences.language.value;
  document.title = translate(preferences.language.value, 'app.title');
});

const hand = createHand(session);
const app = {
  session,
  hand,
  inquiry: createInquiry(session, hand),
  preferences,
  sounds: createSounds(() => preferences.sound.value),
  scene: createSceneStage(),
  playBranch: (log: MatchLog, seat: Seat) => {
    const parts = { store: soloStore, now: createPageClock().now(), randomHex };
    seatStore.keep(keepBranch(log, seat, preferences.name.value, parts));
    // Taken up like any match whose page has been reloaded.
    location.assign('/');
  },
  openReplay: (id: string) => openReplay(fetchReplay(id)),
  progress: progress.progress,
  ownLevel: createOwnLevel(localStorage, windowAddress),
};

const address = { invitation: takeInvitation(location, history), replay: replayIn(location.pathname) };
render(<AppRoot app={app} address={address} />, root);
if (address.replay === null) session.start();
registerServiceWorker();
