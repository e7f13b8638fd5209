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
  await view.getByRole('button', { name: 'By region' }).click();
  await view.getByRole('button', { name: 'Show the districts as a table' }).click();
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

test('the network says what it shows, and its table lists the same ties', async () => {
  const { page, faults } = await openPage(browser, inject('pageUrl'), 'districts');
  const view = page.locator('districts-view');
  const picture = view.getByRole('img', { name: /^Network of the districts/ });
  await picture.waitFor();
  const words = await picture.getAttribute('aria-label');
  const [collaborative, ties] = [/(\d+) collaborative/, /(\d+) active learning tie/].map((pattern) =>
    Number(pattern.exec(words!)![1]),
  );
  await view.getByRole('button', { name: 'Show the districts as a table' }).click();
  const rows = await view
    .locator('data-table tbody tr')
    .evaluateAll((found) =>
      found.map((row) => [...(row as HTMLTableRowElement).cells].map((cell) => cell.textContent.trim())),
    );
  expect(rows).toHaveLength(327);
  expect(rows.filter(([, , relationship]) => relationship === 'Collaborative')).toHaveLength(collaborative!);
  expect(ties).toBeGreaterThan(0);
  expect(rows.reduce((sum, [, , , count]) => sum + Number(count), 0)).toBe(2 * ties!);
  expect(faults).toEqual([]);
  await page.close();
});

test('a school shows its educators as a network and as a table of the same pairs', async () => {
  const { page, faults } = await openPage(browser, inject('pageUrl'), 'districts');
  const view = page.locator('districts-view');
  const field = view.getByLabel('Story of');
  await field.waitFor();
  await field.fill((await view.locator('datalist option').first().getAttribute('value'))!);
  await field.press('Enter');
  await view.locator('district-schools li button').first().click();
  const picture = view.getByRole('img', { name: /pairs of educators communicate/ });
  await picture.waitFor();
  const label = await picture.getAttribute('aria-label');
  const [, pairs, possible] = /^(\d+) of (\d+) pairs/.exec(label!)!.map(Number);
  await view.getByRole('button', { name: 'Show the network as a table' }).click();
  const rows = await view
    .locator('school-network data-table tbody tr')
    .evaluateAll((found) =>
      found.map((row) => [...(row as HTMLTableRowElement).cells].map((cell) => cell.textContent.trim())),
    );
  expect((rows.length * (rows.length - 1)) / 2).toBe(possible);
  expect(rows.reduce((sum, [, , degree]) => sum + Number(degree), 0)).toBe(2 * pairs!);
  expect(rows.slice(0, 3).map(([, office]) => office)).toEqual(['principal', 'union representative', '–']);
  expect(await view.locator('school-network tr:has(th:text("mentoring"))').count()).toBe(1);
  expect(faults).toEqual([]);
  await page.close();
});

test('without WebGL the districts are shown by region, and the page says why', async () => {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    const canvas = HTMLCanvasElement.prototype as { getContext: (kind: string) => unknown };
    const real = Object.getOwnPropertyDescriptor(canvas, 'getContext')!.value as () => unknown;
    canvas.getContext = function (kind, ...others: unknown[]) {
      return kind.startsWith('webgl') ? null : Reflect.apply(real, this, [kind, ...others]);
    };
  });
  const page = await context.newPage();
  await page.goto(`${inject('pageUrl')}#/districts`);
  const view = page.locator('districts-view');
  await view.getByText('WebGL is missing').waitFor();
  expect(await view.locator('district-group').count()).toBeGreaterThan(1);
  expect(await view.locator('district-network').count()).toBe(0);
  await context.close();
});
