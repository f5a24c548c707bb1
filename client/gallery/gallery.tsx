/** Development only: gallery.html lists the scenes; gallery.html?scene=match-type&lang=zh-CN shows one. */
import { render } from 'preact';
import { signal } from '@preact/signals';
import { invariant } from '../../shared/engine/base/invariant.ts';
import type { Language } from '../../shared/i18n/translate.ts';
import { LANGUAGES } from '../../shared/i18n/translate.ts';
import { AppRoot } from '../app.tsx';
import { createSceneStage } from '../session/scene.ts';
import { createInquiry } from '../session/inquiry.ts';
import { createHand } from '../session/hand.ts';
import type { LobbyChoices } from '../session/preferences.ts';
import { createOwnLevel } from '../session/own-level.ts';
import { windowAddress } from '../session/window-address.ts';
import { NO_PROGRESS } from '../session/progress.ts';
import { SILENT } from '../sound/sounds.ts';
import type { Scene } from './fixed-session.ts';
import { createFixedSession } from './fixed-session.ts';
import { SCENES } from './scenes.ts';

const AFTER_DRAWING = 250;

const CHOICES: LobbyChoices = {
  level: 'clean',
  seat: 'A',
  timed: true,
  speed: true,
  skill: 'standard',
  help: null,
  timeFactor: 100,
  practice: false,
};

const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

async function act(scene: Scene): Promise<void> {
  await wait(AFTER_DRAWING);
  if (scene.press !== undefined) {
    const [selector, key, times] = scene.press;
    const element = document.querySelector<HTMLElement>(selector);
    if (times === 0) element?.click();
    for (let time = 0; time < times; time++)
      element?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  }
  for (const key of scene.keys ?? '') document.dispatchEvent(new KeyboardEvent('keydown', { key }));
  for (const [slot, words] of scene.clicks ?? []) {
    await wait(AFTER_DRAWING);
    const buttons = document.querySelectorAll<HTMLButtonElement>(`.slot:nth-child(${String(slot)}) button`);
    for (const button of buttons) if (button.textContent.trim() === words) button.click();
  }
}

function show(root: HTMLElement, scene: Scene, language: Language): void {
  document.documentElement.lang = language;
  const session = createFixedSession(scene);
  const hand = createHand(session);
  const app = {
    session,
    hand,
    inquiry: createInquiry(session, hand),
    preferences: {
      language: signal(language),
      sound: signal(true),
      story: signal(true),
      name: signal('Ada'),
      unlockAll: signal(scene.isUnlocked ?? false),
      choices: signal(CHOICES),
    },
    sounds: SILENT,
    scene: createSceneStage(),
    playBranch: () => undefined,
    openReplay: async () => scene.replay ?? { ok: false as const, code: 'replay/unknown' as const },
    progress: signal(NO_PROGRESS),
    ownLevel: createOwnLevel(sessionStorage, windowAddress),
  };
  const address = {
    invitation: scene.invitation ?? null,
    replay: scene.replay === undefined ? null : 'gallery',
  };
  render(<AppRoot app={app} address={address} />, root);
  void act(scene);
}

const root = document.querySelector<HTMLElement>('#app');
invariant(root, 'gallery.html has no #app');
const query = new URLSearchParams(location.search);
const language = LANGUAGES.find((known) => known === query.get('lang')) ?? 'en';
const scene = SCENES[query.get('scene') ?? ''];

if (scene !== undefined) show(root, scene, language);
else
  render(
    <ul style={{ padding: '24px', columns: '2' }}>
      {Object.keys(SCENES).map((name) => (
        <li key={name}>
          {LANGUAGES.map((each) => (
            <a
              key={each}
              href={`?scene=${name}&lang=${each}`}
              style={{ color: '#3ec9b0', marginRight: '12px' }}
            >
              {name} {each}
            </a>
          ))}
        </li>
      ))}
    </ul>,
    root,
  );
