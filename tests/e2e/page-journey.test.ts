import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './open-browser.js';
import { allFutures, goTo, openPage } from './page-open.js';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

/** What has the focus, through all shadow roots, and whether one can see that it has. */
async function focused(page: Page): Promise<{ tag: string; name: string; visible: boolean }> {
  return page.evaluate(() => {
    let element = document.activeElement!;
    while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const ringed = (one: Element): boolean => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      const { width, height, bottom, right } = one.getBoundingClientRect();
      return (
        outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && Math.min(width, height, bottom, right) > 0
      );
    };
    return {
      tag: element.localName,
      name: element.getAttribute('aria-label') ?? element.textContent.trim(),
      visible: [element, ...element.querySelectorAll('*')].some(ringed), // a slider rings its thumb
    };
  });
}

test('from the first visit to one’s own brief in fewer than 12 interactions, without a request elsewhere', async () => {
  const { page, faults } = await openPage(browser, inject('pageUrl'), 'explore');
  let interactions = 0;
  const act = async (action: Promise<unknown>): Promise<void> => {
    interactions++;
    await action;
  };
  await act(page.getByLabel('Start from').selectOption('abc-unified'));
  await act(page.getByLabel('Years simulated').selectOption('5'));
  await act(page.getByRole('spinbutton', { name: /^Conferences/ }).fill('4'));
  await act(page.keyboard.press('Enter'));
  await act(page.getByRole('navigation').getByRole('link', { name: 'Brief' }).click());
  const brief = page.locator('brief-view');
  await act(brief.getByLabel('Title').fill('Four conferences a year'));
  await allFutures(page);
  await brief.getByRole('heading', { name: 'Four conferences a year' }).waitFor();
  expect(await brief.locator('.finding').textContent()).toMatch(/simulated futures|In the model/);
  expect(await brief.getByRole('row', { name: /^Conferences/ }).textContent()).toContain(
    '4 conferences a year',
  );
  expect(await brief.getByText('--set levers.conferences.perYear=4').count()).toBe(1);
  expect(interactions).toBeLessThan(12);
  expect(faults).toEqual([]);
  await page.close();
});

test('the same by keyboard alone; where the keyboard is can always be seen', async () => {
  const { page, faults } = await openPage(browser, inject('pageUrl'), 'explore');
  await page.locator('headline-sentence h1').waitFor();
  await page.getByRole('button', { name: 'Save …' }).waitFor();
  const unseen = new Set<string>();
  const tabTo = async (name: RegExp, tag: RegExp, key = 'Tab'): Promise<void> => {
    for (let count = 0; count < 120; count++) {
      await page.keyboard.press(key);
      const here = await focused(page);
      if (!here.visible && here.tag !== 'body') unseen.add(`${here.tag} ${here.name}`);
      if (name.test(here.name) && tag.test(here.tag)) return;
    }
    throw new Error(`${String(name)} is not reached by ${key}`);
  };
  await tabTo(/^Conferences/, /^input$/);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await page.getByText('1.5 conferences a year → 4').waitFor();
  await tabTo(/^Brief$/, /^a$/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  const brief = page.locator('brief-view');
  await brief
    .getByRole('row', { name: /^Conferences/ })
    .getByText('4 conferences a year')
    .waitFor();
  await tabTo(/^Print/, /^button$/);
  expect([...unseen]).toEqual([]);
  expect(faults).toEqual([]);
  await page.close();
});

test('undo and redo reach over all views, by keys as well', async () => {
  const { page } = await openPage(browser, inject('pageUrl'), 'explore');
  const conferences = page.getByRole('spinbutton', { name: /^Conferences/ });
  await conferences.fill('4');
  await conferences.press('Enter');
  await goTo(page, 'Evidence');
  await page.locator('main').press('ControlOrMeta+z');
  await goTo(page, 'Explore');
  expect(await conferences.inputValue()).toBe('1.5');
  await goTo(page, 'Brief');
  await page.locator('main').press('ControlOrMeta+Shift+z');
  await goTo(page, 'Explore');
  expect(await conferences.inputValue()).toBe('4');
  await page.close();
});

test('the last change is replayed; the levers go back to what was opened and to the baseline', async () => {
  const { page } = await openPage(browser, inject('pageUrl'), 'explore');
  const conferences = page.getByRole('spinbutton', { name: /^Conferences/ });
  await conferences.fill('4');
  await conferences.press('Enter');
  await page.getByText('1.5 conferences a year → 4').waitFor();
  await page.getByRole('button', { name: 'Replay the last change' }).click();
  await expect.poll(() => conferences.inputValue()).toBe('1.5');
  await expect.poll(() => conferences.inputValue()).toBe('4');
  await page.getByRole('group', { name: 'Reset to' }).getByRole('button', { name: 'Baseline' }).click();
  await expect.poll(() => conferences.inputValue()).toBe('0');
  await page.getByRole('group', { name: 'Reset to' }).getByRole('button', { name: 'Saved' }).click();
  await expect.poll(() => conferences.inputValue()).toBe('1.5');
  for (const before of ['0', '4', '1.5']) {
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(() => conferences.inputValue()).toBe(before);
  }
  await page.close();
});

test('an assumption of one’s own is badged in every view and named in the brief', async () => {
  const { page } = await openPage(browser, inject('pageUrl'), 'explore');
  const turnover = page.getByLabel(/^Leadership turnover/);
  await turnover.fill('2');
  await turnover.press('Enter');
  const titles = await page.getByRole('navigation').getByRole('link').allTextContents();
  expect(titles.length).toBeGreaterThan(5);
  for (const title of titles) {
    await goTo(page, title.trim());
    await page.getByRole('link', { name: '1 assumption edited' }).waitFor();
  }
  await goTo(page, 'Brief');
  await page
    .locator('brief-view')
    .getByRole('row', { name: /^Leadership turnover 2/ })
    .waitFor();
  await page.close();
});
