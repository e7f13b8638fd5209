import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { views } from '../../ui/shell/index.js';
import { openBrowser } from './open-browser.js';
import { goTo } from './page-open.js';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

/** Every violation, with the elements that commit it. */
async function violations(page: Page, only?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const found = await (only === undefined ? axe : axe.withRules(only)).analyze();
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

async function open(view: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${inject('pageUrl')}#/${view}`);
  await page.locator(`${view}-view h1`).first().waitFor();
  const cancel = page.getByRole('button', { name: 'Cancel' });
  if (await cancel.isVisible()) await cancel.click();
  return page;
}

describe('in a visit of all views', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open('explore');
  });
  afterAll(() => page.context().close());

  const titles = views.map(({ title }) => title);
  test.each(titles)('%s has nothing for axe, in light and dark, wide and narrow, and fits', async (title) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await goTo(page, title);
    await page.locator(`${title.toLowerCase()}-view h1`).first().waitFor();
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        // Dark differs from light in nothing but its colours.
        const only = colorScheme === 'dark' ? 'color-contrast' : undefined;
        expect(await violations(page, only), `${colorScheme}, ${width} px`).toEqual([]);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
});

test('axe finds nothing in an open sheet, a data table and the reproduction', async () => {
  const page = await open('explore');
  await page.getByRole('button', { name: /^Pilot grants: what it is/ }).click();
  await page.getByText('Reproduce these numbers').click();
  await page.getByRole('button', { name: 'Show the numbers as a table' }).first().click();
  await page.getByRole('heading', { name: 'In the model' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

test('axe finds nothing in a district’s story, its schools and educators, and in the tables', async () => {
  const page = await open('districts');
  const view = page.locator('districts-view');
  const name = await view.locator('datalist option').first().getAttribute('value');
  await view.getByLabel('Story of').fill(name!);
  await view.getByLabel('Story of').press('Enter');
  await view.locator('district-schools li button').first().click();
  await view.getByRole('img', { name: /pairs of educators communicate/ }).waitFor();
  expect(await violations(page)).toEqual([]);
  await view.getByRole('button', { name: 'By region' }).click();
  await view.getByRole('button', { name: 'Show the districts as a table' }).click();
  await view.getByRole('button', { name: 'Show the network as a table' }).click();
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

test('axe finds nothing in what the lab has computed', async () => {
  const page = await open('lab');
  await page.locator('population-picker select').selectOption('abc-unified');
  await page.locator('lab-batch').getByLabel('Futures, up to 5,000').fill('25');
  await page.locator('lab-batch').getByLabel('Seed').focus();
  await page.getByRole('button', { name: 'Simulate' }).click();
  await page.getByText('The same numbers elsewhere').waitFor();
  await page.locator('lab-study').getByLabel('Vary').selectOption({ label: 'levers' });
  await page.locator('lab-study').getByRole('button', { name: 'Compute' }).click();
  await page.locator('lab-study').getByRole('img').waitFor();
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await violations(page), `${width} px`).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  await page.context().close();
});

test.each([
  ['Save …', 'Saved scenarios'],
  ['Share', 'Share this scenario'],
])('axe finds nothing in the dialog of %s', async (button, heading) => {
  const page = await open('explore');
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('dialog', { name: heading }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});
