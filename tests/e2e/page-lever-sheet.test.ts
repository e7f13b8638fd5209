import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './open-browser.js';
import { allFutures, openPage, type Opened } from './page-open.js';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

/** The page with few years, so that all of its futures are soon there. */
async function openShort(): Promise<Opened> {
  const opened = await openPage(browser, inject('pageUrl'), 'explore');
  await opened.page.getByLabel('Years simulated').selectOption('5');
  await allFutures(opened.page);
  return opened;
}

test('a sheet simulates what more or less of its lever does, and again when the scenario changes', async () => {
  const { page, faults } = await openShort();
  await page.getByRole('button', { name: /^Learning network: what it is/ }).click();
  const curves = page.locator('dose-response');
  const districts = curves.locator('figure-panel').first();
  await districts.getByRole('button', { name: /Show the numbers as a table/ }).click();
  const doses = async (): Promise<string[]> =>
    (await districts.locator('tbody th').allTextContents()).map((dose) => dose.trim());
  const before = await doses();
  expect(before[0]).toBe('0 ties a district');
  expect(before.at(-1)).toBe('12 ties a district');
  expect(before).toContain('2 ties a district (now)');
  await curves.getByText(/its present dose adds [+−]?\d+/).waitFor();

  await page.getByRole('spinbutton', { name: 'Learning network, ties a district' }).fill('4');
  await page.keyboard.press('Tab');
  await curves.getByText('Starts when the page’s own numbers are complete').waitFor();
  await expect.poll(doses).toContain('4 ties a district (now)');
  expect(faults).toEqual([]);
  await page.close();
});

test('a curve can be cancelled and run again', async () => {
  const { page, faults } = await openShort();
  await page.getByRole('button', { name: /^Research and dissemination: what it is/ }).click();
  const curves = page.locator('dose-response');
  await curves.getByRole('button', { name: 'Cancel' }).click();
  await curves.getByText(/^Cancelled after/).waitFor();
  await curves.getByRole('button', { name: 'Run again' }).click();
  await curves.getByText(/^100 simulated futures in/).waitFor();
  expect(faults).toEqual([]);
  await page.close();
});

test('a unit cost typed in the sheet changes the bill and is listed as an assumption', async () => {
  const { page, faults } = await openPage(browser, inject('pageUrl'), 'explore');
  await page.getByRole('button', { name: /^Learning network: what it is/ }).click();
  const cost = page.locator('cost-assumptions').getByRole('spinbutton');
  await cost.fill('9000');
  await cost.press('Tab');
  await page.locator('cost-assumptions').getByRole('button', { name: 'Back to $2,000' }).waitFor();
  await page.getByRole('button', { name: 'Close: Learning network' }).click();
  await page.locator('change-list').getByText('9000').first().waitFor();
  expect(faults).toEqual([]);
  await page.close();
});
