// Pictures of every view of the built page, in light and dark, on a laptop and a phone, into screenshots/.
// `npm run screenshots -- /brief /lab` takes only these views.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { launchOptions } from './browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = fileURLToPath(new URL('../screenshots/', import.meta.url));

const sizes = [
  { name: 'phone', width: 390, height: 844 },
  { name: 'laptop', width: 1440, height: 900 },
];

mkdirSync(folder, { recursive: true });
const server = await preview({
  configFile: `${root}/vite.config.ts`,
  logLevel: 'error',
  preview: { host: '127.0.0.1', port: 0 },
});
const url = server.resolvedUrls.local[0];
const browser = await chromium.launch(await launchOptions());

/** The addresses after `#` of all views, as the page's own navigation has them. */
async function allViews() {
  const page = await browser.newPage();
  await page.goto(url);
  await page.locator('nav a').first().waitFor();
  const links = await page
    .locator('nav a')
    .evaluateAll((found) => found.map((link) => link.getAttribute('href')));
  await page.close();
  return links.map((link) => link.slice(1));
}

try {
  const views = process.argv.length > 2 ? process.argv.slice(2) : await allViews();
  for (const { name, ...viewport } of sizes) {
    for (const colorScheme of ['light', 'dark']) {
      for (const view of views) {
        const page = await browser.newPage({ viewport, colorScheme });
        await page.goto(`${url}#${view}`, { waitUntil: 'networkidle' });
        await page.waitForTimeout(3000); // for the runs to show something
        const path = `${folder}${view.replace(/\W+/g, '')}-${name}-${colorScheme}.png`;
        await page.screenshot({ path, fullPage: true });
        console.log(path);
        await page.close();
      }
    }
  }
} finally {
  await browser.close();
  await server.close();
}
