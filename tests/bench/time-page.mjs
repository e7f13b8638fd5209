import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { launchOptions } from '../../.scripts/browser.mjs';

const configFile = fileURLToPath(new URL('../../vite.config.ts', import.meta.url));

/**
 * Milliseconds on the built page: from opening to the first numbers, from a lever moved at once (workers are still
 * starting) to the first new ones, and from a lever moved later.
 */
export async function timePage(runs) {
  const server = await preview({ configFile, logLevel: 'error', preview: { host: '127.0.0.1', port: 0 } });
  const browser = await chromium.launch(await launchOptions());
  const opening = [];
  const first = [];
  const later = [];
  try {
    for (let run = 0; run < runs; run++) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      const begin = performance.now();
      await page.goto(server.resolvedUrls.local[0], { waitUntil: 'commit' });
      const headline = page.locator('headline-sentence h1');
      await headline.waitFor();
      opening.push(performance.now() - begin);
      for (const [key, times] of [
        ['End', first],
        ['Home', later],
        ['End', later],
      ]) {
        const slider = page.getByRole('slider', { name: /pilot grants/i }).first();
        await slider.focus();
        await page.evaluate(watchHeadline);
        await slider.press(key);
        times.push(await page.evaluate(() => window.elapsed));
      }
      await page.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return { opening, first, later };
}

/** In the page: `elapsed` is fulfilled with the time from the key to the frame that shows another sentence. */
function watchHeadline() {
  const find = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.localName === 'headline-sentence') return element.shadowRoot;
      const inner = element.shadowRoot && find(element.shadowRoot);
      if (inner) return inner;
    }
  };
  const text = () => find(document).querySelector('h1')?.textContent;
  window.elapsed = new Promise((resolve) => {
    addEventListener(
      'keydown',
      () => {
        const begin = performance.now();
        const before = text();
        const look = () =>
          text() === before ? requestAnimationFrame(look) : resolve(performance.now() - begin);
        look();
      },
      { capture: true, once: true },
    );
  });
}
