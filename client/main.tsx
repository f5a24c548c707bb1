/** The page: parts are made here, once, and handed down. */
import { effect } from '@preact/signals';
import { render } from 'preact';
import { invariant } from '../shared/engine/base/invariant.ts';
import { translate } from '../shared/i18n/translate.ts';
import { AppRoot } from './app.tsx';
import { createOnlineConnection } from './net/online.ts';
import { fetchReplay } from './net/shared-replay.ts';
import { createHand } from './session/hand.ts';
import { openReplay } from './session/open-replay.ts';
import { createPreferences } from './session/preferences.ts';
import { replayIn } from './session/replay-link.ts';
import { createSeatStore } from './session/seat-store.ts';
import { createSession } from './session/session.ts';
import { takeInvitation } from './session/invitation.ts';
import { createSounds } from './sound/sounds.ts';

const NONCE_OCTETS = 16;

/** getRandomValues also works on pages served over http, unlike the rest of WebCrypto. */
function randomHex(): string {
  const octets = crypto.getRandomValues(new Uint8Array(NONCE_OCTETS));
  return Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('');
}

const root = document.querySelector<HTMLElement>('#app');
invariant(root, 'index.html has no #app');

const preferences = createPreferences(localStorage, navigator.language);
const session = createSession({
  connection: createOnlineConnection(),
  store: createSeatStore(sessionStorage, localStorage),
  now: () => performance.now(),
  nonce: randomHex,
});

effect(() => {
  document.documentElement.lang = preferences.language.value;
  document.title = translate(preferences.language.value, 'app.title');
});

const app = {
  session,
  hand: createHand(session),
  preferences,
  sounds: createSounds(() => preferences.sound.value),
  openReplay: (id: string) => openReplay(fetchReplay(id)),
};

const address = { invitation: takeInvitation(location, history), replay: replayIn(location.pathname) };
render(<AppRoot app={app} address={address} />, root);
if (address.replay === null) session.start();
