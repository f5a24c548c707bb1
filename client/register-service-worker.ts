/// <reference types="vite/client" />
/** Keeps the game on the device, where the browser allows it: not over plain http on a LAN, and not in development. */

/** This page's own script: its name is that of the build. */
function entryPath(): string {
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]');
  return script === null ? '' : new URL(script.src).pathname;
}

/** A worker that waits is let in if it is of this page's build; sw.ts says when. */
function offerTakeOver({ waiting }: ServiceWorkerRegistration): void {
  waiting?.postMessage({ kind: 'take-over', entry: entryPath() }, []);
}

function watchUpdates(registration: ServiceWorkerRegistration): void {
  offerTakeOver(registration);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => offerTakeOver(registration));
  });
}

export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !window.isSecureContext || !('serviceWorker' in navigator)) return;
  // What the worker fetches must not slow down the first picture.
  window.addEventListener('load', () => {
    navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).then(watchUpdates, () => {
      // Forbidden, or the server is away; the game works without.
    });
  });
}
