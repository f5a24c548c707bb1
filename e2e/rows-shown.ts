/** What a page shows only for a moment is recorded in the page: a test that looked for it could come too late. */
import type { Page } from 'playwright-core';

/** From now on: the texts of these elements side by side, once for each way in which they stood together. */
export async function rowsShown(page: Page, selector: string): Promise<() => Promise<readonly string[]>> {
  const shown = await page.evaluateHandle((wanted) => {
    const rows = new Set<string>();
    const look = (): void => {
      const texts = Array.from(document.querySelectorAll(wanted), ({ textContent }) => textContent);
      rows.add(texts.join(' '));
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    look();
    return rows;
  }, selector);
  return () => shown.evaluate((rows) => [...rows]);
}
