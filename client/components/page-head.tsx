/** The head of every screen but the match: where one is, and the tools of the page. */
import type { ComponentChildren } from 'preact';
import { PageTools } from './page-tools.tsx';

interface Properties {
  readonly title: string;
  /** Where the game's sign leads, if anywhere. */
  readonly home?: string;
  /** What stands beside the tools. */
  readonly children?: ComponentChildren;
}

export function PageHead({ title, home, children }: Properties) {
  const brand = (
    <>
      <img src="/icon.svg" alt="" width="36" height="36" />
      <span class="brand-name">{title}</span>
    </>
  );
  return (
    <header class="page-head">
      {home === undefined ? (
        <span class="brand">{brand}</span>
      ) : (
        <a class="brand" href={home}>
          {brand}
        </a>
      )}
      <span class="page-head-tools">
        {children}
        <PageTools />
      </span>
    </header>
  );
}
