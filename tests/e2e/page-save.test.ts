import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { accord, emptyFolder } from './accord.js';
import { openBrowser } from './open-browser.js';
import { openPage } from './page-open.js';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

const conferences = (page: Page): Locator => page.getByRole('spinbutton', { name: /^Conferences/ });

async function set(page: Page, value: string): Promise<void> {
  await conferences(page).fill(value);
  await conferences(page).press('Enter');
}

/** Saves the present scenario and leaves the dialog open. */
async function save(page: Page, title: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Save …' }).click();
  await page.getByRole('dialog', { name: 'Saved scenarios' }).waitFor();
  const dialog = page.locator('scenario-keeper');
  await dialog.getByLabel('Save the present scenario as').fill(title);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await dialog.getByText(/^\s*Saved “/).waitFor();
  return dialog;
}

test('a saved scenario is there on the next visit, opens, and a second of its name never takes its place', async () => {
  const { page } = await openPage(browser, inject('pageUrl'), 'explore');
  await set(page, '4');
  await (await save(page, 'Mine')).getByRole('button', { name: 'Close' }).click();
  await page.getByText('This is “Mine” as it was opened').waitFor();
  await set(page, '5');
  const dialog = await save(page, 'Mine');
  expect(await dialog.getByRole('status').textContent()).toContain('“Mine 2”');
  await page.goto('about:blank');
  await page.goto(inject('pageUrl'));
  for (const [title, value] of [
    ['Mine', '4'],
    ['Mine 2', '5'],
  ] as const) {
    await page.getByRole('button', { name: 'Save …' }).click();
    await page.getByRole('button', { name: `Open ${title}`, exact: true }).click();
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await conferences(page).inputValue()).toBe(value);
  }
  await page.close();
});

test('a deletion is taken back, and opening another scenario too', async () => {
  const { page } = await openPage(browser, inject('pageUrl'), 'explore');
  await set(page, '4');
  const dialog = await save(page, 'Mine');
  await dialog.getByRole('button', { name: 'Delete Mine' }).click();
  await expect.poll(() => dialog.getByRole('button', { name: 'Open Mine' }).count()).toBe(0);
  await dialog.getByRole('button', { name: 'Undo the deletion' }).click();
  await dialog.getByRole('button', { name: 'Open Mine' }).waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await set(page, '6');
  await page.getByLabel('Start from').selectOption({ label: 'Mine' });
  await expect.poll(() => conferences(page).inputValue()).toBe('4');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => conferences(page).inputValue()).toBe('6');
  await page.close();
});

test('the file of a saved scenario is taken by the command line, and by the page in another browser', async () => {
  const { page } = await openPage(browser, inject('pageUrl'), 'explore');
  await set(page, '4');
  const dialog = await save(page, 'Mine');
  const arrives = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download Mine as a file' }).click();
  const path = await (await arrives).path();
  const text = readFileSync(path, 'utf8');
  const folder = emptyFolder();
  const file = join(folder.path, 'mine.yaml');
  writeFileSync(file, text);
  const { code, stderr } = await accord(['check', file]);
  expect([code, stderr.includes('must')]).toEqual([0, false]);

  const other = (await openPage(browser, inject('pageUrl'), 'explore')).page;
  await other.getByRole('button', { name: 'Save …' }).click();
  await other.locator('input[type=file]').setInputFiles(file);
  await other.getByText('Opened “Mine”').waitFor();
  await other.getByRole('button', { name: 'Close' }).click();
  expect(await conferences(other).inputValue()).toBe('4');

  writeFileSync(file, text.replace('perYear: 4', 'perYear: -4'));
  await other.getByRole('button', { name: 'Save …' }).click();
  await other.locator('input[type=file]').setInputFiles(file);
  await other.getByText('mine.yaml was not opened').waitFor();
  await other.getByRole('rowheader', { name: 'levers.conferences.perYear' }).waitFor();
  expect(await conferences(other).inputValue()).toBe('4');
  folder.remove();
  await page.close();
  await other.close();
});
