import { readFileSync } from 'node:fs';
import { parquetReadObjects } from 'hyparquet';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { accord } from './accord.js';
import { openBrowser } from './open-browser.js';
import { openPage, type Opened } from './page-open.js';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

/** The lab on a single district, so that the tests take seconds. */
async function openLab(): Promise<Opened> {
  const opened = await openPage(browser, inject('pageUrl'), 'lab');
  await opened.page.locator('population-picker select').selectOption('abc-unified');
  await opened.page.locator('lab-view h1').waitFor();
  return opened;
}

/** Runs the command that a panel of the page shows, and reads what it prints as JSON. */
async function reproduce(panel: Locator): Promise<unknown> {
  const command = await panel.getByRole('region', { name: 'Command' }).innerText();
  const [program, ...words] = command.split(' ');
  expect(program).toBe('accord-sim');
  const { code, stdout, stderr } = await accord([...words, '--json', '--quiet']);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout);
}

/** The bytes of the file that a button gives. */
async function saved(page: Page, button: Locator): Promise<Uint8Array> {
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return readFileSync(await file.path());
}

test('a batch is paused, gone on with, and gives what the command line gives, in every file', async () => {
  const { page, faults } = await openLab();
  const batch = page.locator('lab-batch');
  await batch.getByLabel('Futures, up to 5,000').fill('1000');
  await batch.getByLabel('Seed').fill('lab');
  await batch.getByLabel('Seed').press('Tab');
  await batch.getByRole('button', { name: 'Simulate' }).click();
  await batch.getByRole('button', { name: 'Pause' }).click();
  await batch.getByText(/^Paused (before the first|after [\d,]+ of 1,000 simulated futures)$/).waitFor();
  await batch.getByRole('button', { name: 'Resume' }).click();
  await batch.getByText(/^1,000 simulated futures in/).waitFor();

  const drawing = batch.getByRole('img', { name: 'Running middle of Districts in lasting collaboration' });
  await drawing.waitFor();
  await batch.getByLabel('Outcome', { exact: true }).selectOption('cost');
  await batch.getByRole('img', { name: 'Running middle of Cost' }).waitFor();

  const document = (await reproduce(batch)) as {
    scenarios: Record<string, { digest: string }>;
    differences: Record<string, Record<string, { q50: number[] }>>;
  };
  const { 'no-partnership': baseline, mep } = document.scenarios;
  expect(await batch.locator('.digest').allTextContents()).toEqual([mep!.digest, baseline!.digest]);

  const json = JSON.parse(
    new TextDecoder().decode(await saved(page, batch.getByRole('button', { name: 'Summary (JSON)' }))),
  ) as typeof document;
  expect(json.differences['scenario']).toEqual(document.differences['mep']);
  const csv = new TextDecoder().decode(
    await saved(page, batch.getByRole('button', { name: 'All rows (CSV)' })),
  );
  expect(csv.trimEnd().split('\n')).toHaveLength(1 + 1000 * 2 * 121);
  const parquet = await saved(page, batch.getByRole('button', { name: 'All rows (Parquet)' }));
  const rows = await parquetReadObjects({ file: new Uint8Array(parquet).buffer, columns: ['month', 'cost'] });
  expect(rows).toHaveLength(1000 * 2 * 121);
  expect(faults).toEqual([]);
  await page.close();
});

test('a screening names the same factors as the command line, a longer one can be cancelled', async () => {
  const { page, faults } = await openLab();
  const study = page.locator('lab-study');
  await study.getByLabel('Method').selectOption({ label: 'Screening (Morris)' });
  await study.getByLabel('Vary').selectOption({ label: 'levers' });
  await study.getByLabel('After years').selectOption('3');
  await study.getByLabel('Places (trajectories)').fill('4');
  await study.getByLabel('Places (trajectories)').press('Tab');
  await study.getByRole('button', { name: 'Compute' }).click();
  await study.getByRole('button', { name: /^Show the numbers as a table: Screening/ }).click();
  const heads = await study.locator('data-table tbody th').allInnerTexts();

  const { factors, outcomes } = (await reproduce(study)) as {
    factors: { address: string; label: string }[];
    outcomes: { lasting: { result: { effects: Record<string, { muStar: { value: number } }> } } };
  };
  const { effects } = outcomes.lasting.result;
  const ranked = factors.toSorted(
    (a, b) => effects[b.address]!.muStar.value - effects[a.address]!.muStar.value,
  );
  expect(heads).toEqual(ranked.map(({ label }) => label));

  await study.getByLabel('Method').selectOption({ label: 'Shares of the variance (Sobol)' });
  await study.getByLabel('Base points').fill('1024');
  await study.getByLabel('Base points').press('Tab');
  await study.getByRole('button', { name: 'Compute' }).click();
  await study.getByRole('button', { name: 'Cancel' }).click();
  await study.getByText(/^Cancelled after/).waitFor();
  expect(await study.getByRole('button', { name: 'Compute' }).isEnabled()).toBe(true);
  expect(faults).toEqual([]);
  await page.close();
});

test('unknown and luck are split as by the command line; a changed scenario marks them as of another', async () => {
  const { page } = await openLab();
  const split = page.locator('lab-split');
  await split.getByLabel('Futures').selectOption('400');
  await split.getByRole('button', { name: 'Compute' }).click();
  await split.getByRole('img').waitFor();
  expect(await split.locator('.stale').count()).toBe(0);
  await split.getByRole('button', { name: /^Show the numbers as a table/ }).click();
  const row = split.locator('data-table tbody tr', { hasText: 'Partnership quality' });
  const share = parseFloat(await row.locator('td').first().innerText());
  const printed = (await reproduce(split)) as {
    split: { outcomes: { partnershipQuality: { parameterShare: number[] } } };
  };
  expect(
    Math.abs(share - 100 * printed.split.outcomes.partnershipQuality.parameterShare.at(-1)!),
  ).toBeLessThan(0.51);
  await page.locator('population-picker select').selectOption('boston');
  await split.getByText('The scenario has changed since').waitFor();
  await page.close();
});
