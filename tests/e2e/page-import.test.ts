import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './open-browser.js';
import { allFutures, openPage } from './page-open.js';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

const view = (page: Page): Locator => page.locator('import-view');

/** Lines of a file as the national files name their columns: each district has two schools. */
function schoolFile(districts: number): string {
  const rows = Array.from({ length: 2 * districts }, (_, school) => {
    const district = Math.floor(school / 2);
    const students = 400 + (school % 600);
    const level = school % 2 === 0 ? 'Elementary' : 'High';
    return `School ${school},Area ${district},${1000 + district},OH,${students},${Math.floor(students / 4)},${level}`;
  });
  return ['SCH_NAME,LEA_NAME,LEAID,ST,MEMBER,TOTFRL,LEVEL', ...rows].join('\n');
}

async function choose(page: Page, name: string, text: string): Promise<void> {
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
  await view(page).getByLabel('Choose a CSV file').setInputFiles(file);
}

test('districts of a file are shown as read, simulated once used, removed and put back', async () => {
  const { page, faults } = await openPage(browser, inject('pageUrl'), 'import');
  const rows = Array.from(
    { length: 40 },
    (_, i) => `Oak ${i},Ohio,1000,250,${i === 3 ? 40 : 25},2014-0${1 + (i % 9)}`,
  );
  const header = 'district,state,students,low-income students,low-income percent,contract expiry';
  await choose(page, 'ohio.csv', [header, ...rows].join('\n'));
  const result = view(page).locator('import-preview');
  expect(await result.locator('dl div').first().innerText()).toMatch(/^40\s+districts/);
  expect(await result.locator('ul').innerText()).toContain(
    "'low-income percent' is not 'low-income students' / 'students' (more than 1 point apart): 'low-income students' is used (line 5)",
  );
  expect(await result.locator('tbody tr').nth(3).innerText()).toMatch(/Oak 3\s+Ohio.*1,000\s+25%.*Apr 2014/s);
  await view(page).getByRole('button', { name: 'Use these districts' }).click();
  await view(page).getByRole('link', { name: 'See it in Explore' }).click();
  await allFutures(page);
  expect(await page.locator('headline-sentence h1').innerText()).toContain('of 40');
  const chosen = (): Promise<string> => page.locator('population-picker select').inputValue();
  expect(await chosen()).toBe('ohio.csv');

  await page.reload();
  await expect.poll(chosen).toBe('ohio.csv');
  await page.getByRole('link', { name: 'Import' }).click();
  await view(page).getByRole('button', { name: 'Remove ohio.csv' }).click();
  await view(page).getByText('None yet.').waitFor();
  expect(await chosen()).toBe('massachusetts');
  await view(page).getByRole('button', { name: 'Put it back' }).click();
  await expect.poll(chosen).toBe('ohio.csv');
  expect(faults).toEqual([]);
  await page.close();
});

test('of a file with faults all are listed at once, by line and column, and nothing is kept', async () => {
  const { page, faults } = await openPage(browser, inject('pageUrl'), 'import');
  const broken = ['Elm 1,many,10', 'Elm 2,100,200', ',100,10', 'Elm 4,100', 'Elm 5,100,-3'];
  const text = ['district,students,low-income students', ...broken, 'Elm 6,100,10'].join('\n');
  const files = await page.evaluateHandle((csv) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([csv], 'elm.csv', { type: 'text/csv' }));
    return transfer;
  }, text);
  await view(page).locator('.drop').dispatchEvent('drop', { dataTransfer: files });
  await view(page).getByRole('heading', { name: 'elm.csv: 5 problems, nothing was imported' }).waitFor();
  const cells = await view(page)
    .locator('problem-list tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].slice(0, 4).map((cell) => cell.textContent.trim())),
    );
  expect(cells).toEqual([
    ['2', 'students', 'many', 'must be a number'],
    ['3', 'low-income students', '200', 'must be at most the 100 students'],
    ['4', 'district', 'empty', 'must be given'],
    ['5', 'elm.csv', '2 cells', 'must have 3 cells, as the header has'],
    ['6', 'low-income students', '-3', 'must be between 0 and 2000000'],
  ]);
  expect(await view(page).getByRole('button', { name: 'Use these districts' }).count()).toBe(0);
  expect(await view(page).getByText('None yet.').isVisible()).toBe(true);
  expect(faults).toEqual([]);
  await page.close();
});

test('20,000 rows of schools are read while the page goes on answering', async () => {
  const { page, faults } = await openPage(browser, inject('pageUrl'), 'import');
  await view(page).locator('h1').waitFor();
  // Turns that the page's thread takes while the file is read; were it read there, it would take next to none.
  await page.evaluate(() => {
    const count = window as unknown as { turns: number };
    count.turns = 0;
    const turn = (): void => {
      count.turns++;
      setTimeout(turn);
    };
    turn();
  });
  const turns = (): Promise<number> => page.evaluate(() => (window as unknown as { turns: number }).turns);
  await choose(page, 'schools.csv', schoolFile(10_000));
  const before = await turns();
  const first = view(page).locator('import-preview dl div');
  expect(await first.nth(0).innerText()).toMatch(/^10,000\s+districts/);
  expect(await first.nth(1).innerText()).toMatch(/^20,000\s+schools/);
  expect((await turns()) - before).toBeGreaterThan(20);
  expect(faults).toEqual([]);
  await page.close();
});

test('the template is read back as it was written', async () => {
  const { page } = await openPage(browser, inject('pageUrl'), 'import');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    view(page).getByRole('button', { name: 'Download a template' }).click(),
  ]);
  await view(page)
    .getByLabel('Choose a CSV file')
    .setInputFiles(await file.path());
  expect(await view(page).locator('import-preview dl div').first().innerText()).toMatch(/^327\s+districts/);
  await page.close();
});
