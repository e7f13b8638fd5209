import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { openBrowser } from './open-browser.js';
import { goTo, openPage, type Opened } from './page-open.js';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

describe('one visit', () => {
  let opened: Opened;
  let page: Page;
  let view: Locator;

  beforeAll(async () => {
    opened = await openPage(browser, inject('pageUrl'), 'districts');
    page = opened.page;
    view = page.locator('districts-view');
  });

  // The view keeps what was chosen: each test starts from what a visit starts with.
  beforeEach(async () => {
    await view.getByText('collaborative').first().waitFor();
    await view.getByRole('button', { name: 'Learning network', exact: true }).click();
    const table = view.getByRole('button', { name: 'Show the districts as a table', pressed: true });
    if (await table.isVisible()) await table.click();
    await view.getByRole('slider', { name: 'Month' }).press('End');
  });

  afterAll(async () => {
    expect(opened.faults).toEqual([]);
    await page.close();
  });

  test('every district is in one state in every month, and the month is said in words', async () => {
    const slider = view.getByRole('slider', { name: 'Month' });
    for (const key of ['Home', 'PageUp', 'ArrowRight', 'End']) {
      await slider.press(key);
      const counts = (await view.locator('.legend strong').allTextContents()).map(Number);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(327);
    }
    expect(await slider.getAttribute('aria-valuetext')).toBe('July 2022, month 120 of 120');
  });

  test('the month is shared with Explore', async () => {
    await goTo(page, 'Explore');
    await page.locator('explore-view time-cursor').getByRole('slider').press('Home');
    await goTo(page, 'Districts');
    const slider = view.getByRole('slider', { name: 'Month' });
    expect(await slider.getAttribute('aria-valuenow')).toBe('0');
  });

  test('a district found by name tells its story up to the month shown', async () => {
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
  });

  test('the network says what it shows, and its table lists the same ties', async () => {
    const picture = view.getByRole('img', { name: /^Network of the districts/ });
    await picture.waitFor();
    const words = await picture.getAttribute('aria-label');
    const [collaborative, ties] = [/(\d+) collaborative/, /(\d+) active learning tie/].map((pattern) =>
      Number(pattern.exec(words!)![1]),
    );
    await view.getByRole('button', { name: 'Show the districts as a table' }).click();
    const rows = await view
      .locator('.picture data-table tbody tr')
      .evaluateAll((found) =>
        found.map((row) => [...(row as HTMLTableRowElement).cells].map((cell) => cell.textContent.trim())),
      );
    expect(rows).toHaveLength(327);
    expect(rows.filter(([, , relationship]) => relationship === 'Collaborative')).toHaveLength(
      collaborative!,
    );
    expect(ties).toBeGreaterThan(0);
    expect(rows.reduce((sum, [, , , count]) => sum + Number(count), 0)).toBe(2 * ties!);
  });

  test('a school shows its educators as a network and as a table of the same pairs', async () => {
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
  });

  test('both worlds of a future start alike, and the table counts what the grid shows', async () => {
    await view.getByRole('slider', { name: 'Month' }).press('Home');
    await view.getByRole('button', { name: 'By region' }).click();
    await view.getByRole('button', { name: 'Show the districts as a table' }).click();
    const table = () => view.locator('.picture data-table tbody').innerText();
    const scenario = await table();
    await view.getByRole('button', { name: 'Baseline, same luck' }).click();
    await expect.poll(table).toBe(scenario);
  });
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
