import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from './open-browser.js';
import { goTo, openPage } from './page-open.js';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

/** Pages of the file that the page prints. */
async function printedPages(page: Page, format: string): Promise<number> {
  const file = (await page.pdf({ format, preferCSSPageSize: false })).toString('latin1');
  return file.match(/\/Type\s*\/Page\b/g)!.length;
}

async function fill(page: Page, label: RegExp, value: string): Promise<void> {
  const field = page.getByLabel(label);
  await field.fill(value);
  await field.press('Enter');
}

describe('the brief is two pages of paper', () => {
  test.each(['A4', 'Letter'])('of the opening question, on %s, in a dark page too', async (format) => {
    const { page } = await openPage(browser, inject('pageUrl'), 'brief', { colorScheme: 'dark' });
    await page.locator('brief-view .paper').waitFor();
    expect(await printedPages(page, format)).toBe(2);
    await page.close();
  });

  test.each(['A4', 'Letter'])('of all levers and surroundings changed, on %s', async (format) => {
    const { page } = await openPage(browser, inject('pageUrl'), 'explore');
    await page.getByLabel('Start from').selectOption('six-levers');
    await page.getByLabel('All levers start').selectOption({ label: 'July 2014' });
    await page.getByLabel('and reach full strength').selectOption('24');
    for (const [label, value] of [
      [/^Leadership turnover/, '1.5'],
      [/^Pressure of mandates/, '0.5'],
      [/^Severity of the law/, '0.5'],
      [/^Severity of the budget shock/, '0.5'],
    ] as const) {
      await fill(page, label, value);
    }
    await goTo(page, 'Brief');
    const brief = page.locator('brief-view');
    await brief.locator('.paper').getByText('Leadership turnover: 1.5').waitFor();
    await brief
      .getByLabel('Question')
      .fill('What would a state gain that did all of this at once? '.repeat(4));
    expect(await printedPages(page, format)).toBe(2);
    await page.close();
  });
});
