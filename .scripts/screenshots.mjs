// Pictures of the built page, in light and dark, at three widths, into screenshots/.
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
  { name: 'large', width: 2560, height: 1440 },
];

/** The address after `#`, one picture each. */
const views = process.argv.length > 2 ? process.argv.slice(2) : [''];

mkdirSync(folder, { recursive: true });
const server = await preview({
  configFile: `${root}/vite.config.ts`,
  logLevel: 'error',
  preview: { host: '127.0.0.1', port: 0 },
});
const browser = await chromium.launch(await launchOptions());
try {
  for (const { name, ...viewport } of sizes) {
    for (const colorScheme of ['light', 'dark']) {
      for (const view of views) {
        const page = await browser.newPage({ viewport, colorScheme });
        await page.goto(`${server.resolvedUrls.local[0]}${view && `#${view}`}`, { waitUntil: 'networkidle' });
        await page.waitForTimeout(3000); // for the runs to finish
        const path = `${folder}${[view.replace(/\W+/g, '-') || 'page', name, colorScheme].join('-')}.png`;
        await page.screenshot({ path });
        console.log(path);
        await page.close();
      }
    }
  }
} finally {
  await browser.close();
  await server.close();
}
