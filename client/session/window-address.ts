import type { PageAddress } from './own-level.ts';

export const windowAddress: PageAddress = {
  hash: () => location.hash,
  onChange: (listener) => window.addEventListener('hashchange', listener),
};
