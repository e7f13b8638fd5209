import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './open-browser.js';
import { openPage } from './page-open.js';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

test('every district is in one state in every month, and the month is said in words', async () => {
  const { page, faults } = await openPage(browser, inject('pageUrl'), 'districts');
  const view = page.locator('districts-view');
  const slider = view.getByRole('slider', { name: 'Month' });
  await view.getByText('collaborative').first().waitFor();
  for (const key of ['Home', 'PageUp', 'ArrowRight', 'End']) {
    await slider.press(key);
    const counts = (await view.locator('.legend strong').allTextContents()).map(Number);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(327);
  }
  expect(await slider.getAttribute('aria-valuetext')).toBe('July 2022, month 120 of 120');
  expect(faults).toEqual([]);
  await page.close();
});

test('the month is shared with Explore', async () => {
  const { page } = await openPage(browser, inject('pageUrl'), 'explore');
  await page.locator('time-cursor').getByRole('slider').press('Home');
  await page.getByRole('link', { name: 'Districts' }).click();
  const slider = page.locator('districts-view').getByRole('slider', { name: 'Month' });
  expect(await slider.getAttribute('aria-valuenow')).toBe('0');
  await page.close();
});

test('both worlds of a future start alike, and the table counts what the grid shows', async () => {
  const { page } = await openPage(browser, inject('pageUrl'), 'districts');
  const view = page.locator('districts-view');
  await view.getByText('collaborative').first().waitFor();
  await view.getByRole('slider', { name: 'Month' }).press('Home');
  await view.getByRole('button', { name: 'Show the counts as a table' }).click();
  const table = () => view.locator('data-table tbody').innerText();
  const scenario = await table();
  await view.getByRole('button', { name: 'Baseline, same luck' }).click();
  await expect.poll(table).toBe(scenario);
  await page.close();
});

test('a district found by name tells its story up to the month shown', async () => {
  const { page } = await openPage(browser, inject('pageUrl'), 'districts');
  const view = page.locator('districts-view');
  const field = view.getByLabel('Story of');
  await field.waitFor();
  const name = await view.locator('datalist option').first().getAttribute('value');
  await field.fill(name!);
  await field.press('Enter');
  const story = view.locator('district-story');
  await story.getByRole('heading', { name: name! }).waitFor();
  const events = (): Promise<number> => story.locator('li').count();
  const all = await events();
  expect(all).toBeGreaterThan(0);
  await view.getByRole('slider', { name: 'Month' }).press('Home');
  await expect.poll(events).toBe(0);
  await page.close();
});
