/**
 * Levels that somebody wrote, as the page's address and this browser keep them: `#level` is the place to write one,
 * `#level=…` shows the one in the link. The address stays, so that a reload and a bookmark show it again.
 */
import type { ReadonlySignal, Signal } from '@preact/signals';
import { effect, signal } from '@preact/signals';

export type LevelAddress =
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'editor' }
  | { readonly kind: 'link'; readonly data: string };

export interface OwnLevel {
  readonly address: ReadonlySignal<LevelAddress>;
  /** The text that is being written; empty for none. */
  readonly draft: ReadonlySignal<string>;
  /** What a whole new text has taken the place of; empty if nothing was lost. */
  readonly before: ReadonlySignal<string>;
  readonly write: (text: string) => void;
  /** A lesson, a file or a link comes in place of the draft. */
  readonly replace: (text: string) => void;
  readonly undo: () => void;
}

export const EDITOR_ADDRESS = '#level';
const LINK = `${EDITOR_ADDRESS}=`;
const KEY = 'shake-and-wave.own-level';

export function levelAddressIn(hash: string): LevelAddress {
  if (hash === EDITOR_ADDRESS) return { kind: 'editor' };
  return hash.startsWith(LINK) ? { kind: 'link', data: hash.slice(LINK.length) } : { kind: 'elsewhere' };
}

export const levelLink = (origin: string, path: string, data: string): string =>
  `${origin}${path}${LINK}${data}`;

function remembered(storage: Storage): string {
  try {
    return storage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

function remember(storage: Storage, draft: Signal<string>): void {
  effect(() => {
    const text = draft.value;
    try {
      storage.setItem(KEY, text);
    } catch {
      // A browser that forgets is no reason to stop.
    }
  });
}

/** The part of the page's address behind `#`, and word of its changes. */
export interface PageAddress {
  readonly hash: () => string;
  readonly onChange: (listener: () => void) => void;
}

export function createOwnLevel(storage: Storage, page: PageAddress): OwnLevel {
  const address = signal(levelAddressIn(page.hash()));
  const draft = signal(remembered(storage));
  const before = signal('');
  page.onChange(() => {
    address.value = levelAddressIn(page.hash());
  });
  remember(storage, draft);
  return {
    address,
    draft,
    before,
    write: (text) => {
      draft.value = text;
    },
    replace: (text) => {
      if (text === draft.value) return;
      before.value = draft.value;
      draft.value = text;
    },
    undo: () => {
      draft.value = before.value;
      before.value = '';
    },
  };
}
