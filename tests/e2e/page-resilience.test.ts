import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './open-browser.js';
import { allFutures, askLittle, goTo, openPage } from './page-open.js';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

/** Waits until the service worker has everything and answers for this page. */
async function keptOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    );
  });
}

test('a worker that dies is told of in a sentence, and trying again gives all futures', async () => {
  const { page } = await openPage(browser, inject('pageUrl'), 'explore');
  await page.getByText(/^[1-9][\d,]* of [\d,]+ simulated futures/).waitFor();
  await page.workers()[0]!.evaluate(() => {
    setTimeout(() => {
      throw new Error('killed by the test');
    });
  });
  const told = page.getByRole('alert').filter({ hasText: 'The simulation stopped' });
  await told.getByText('killed by the test').waitFor();
  await page.getByText(/^Stopped after/).waitFor();
  await told.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => told.count()).toBe(0);
  await askLittle(page);
  await page.close();
});

test('once loaded, every view opens and computes without a connection, and so does the next visit', async () => {
  const { page } = await openPage(browser, inject('pageUrl'), 'explore');
  await keptOffline(page);
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(error.message));
  await page.context().setOffline(true);
  await askLittle(page);
  const titles = await page.getByRole('navigation').getByRole('link').allTextContents();
  for (const title of titles.reverse()) {
    await goTo(page, title.trim());
    await page.locator(`${title.trim().toLowerCase()}-view h1`).first().waitFor();
  }
  await page.reload();
  await page.locator('headline-sentence h1').waitFor();
  await page.getByRole('spinbutton', { name: /^Conferences/ }).fill('2');
  await page.keyboard.press('Enter');
  await allFutures(page);
  expect(failures).toEqual([]);
  await page.close();
});
