/** Makes the icons that the web app manifest wants as PNG from the drawings in `assets`: `node scripts/render-icons.mjs`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const ASSETS = join(import.meta.dirname, '..', 'assets');
const ICONS = [
  { drawing: 'icon.svg', picture: 'icon-192.png', size: 192 },
  { drawing: 'icon.svg', picture: 'icon-512.png', size: 512 },
  { drawing: 'icon-maskable.svg', picture: 'icon-maskable-512.png', size: 512 },
];

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const { drawing, picture, size } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = readFileSync(join(ASSETS, drawing)).toString('base64');
  await page.setContent(
    `<style>body{margin:0}img{display:block}</style><img width="${size}" src="data:image/svg+xml;base64,${svg}">`,
  );
  await page.screenshot({ path: join(ASSETS, picture), omitBackground: true });
  await page.close();
}
await browser.close();
