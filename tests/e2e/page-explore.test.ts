import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { accord } from './accord.js';
import { openBrowser } from './open-browser.js';
import { allFutures, openPage, reproduction, type Opened } from './page-open.js';

const built = fileURLToPath(new URL('../../dist/ui/', import.meta.url));

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

const grants = (page: Page): Locator => page.getByRole('spinbutton', { name: /^Pilot grants/ });
const finding = (page: Page): Locator => page.locator('headline-sentence h1');

test('opens on an answer that fits the window, asks nobody else and is refused nothing', async () => {
  const { page, faults } = await openPage(browser, inject('pageUrl'), 'explore');
  await finding(page).getByText('simulated futures more districts').waitFor();
  expect(await finding(page).textContent()).toMatch(/^In [\w ]*100 simulated futures .* of 327/);
  expect(await page.locator('chart-panel').getByRole('img').count()).toBe(2);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(900);
  expect(faults).toEqual([]);
  await page.close();
});

test('what the first view needs to paint stays under 250 kB compressed; the engine follows', () => {
  const html = readFileSync(`${built}index.html`, 'utf8');
  const entry = /src="\.\/(assets\/[\w-]+\.js)"/.exec(html)![1]!;
  const explore = `assets/${/explore-view-[\w-]+\.js/.exec(readFileSync(built + entry, 'utf8'))![0]}`;
  const files = new Set<string>();
  const visit = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    const text = readFileSync(built + file, 'utf8');
    for (const [, name] of text.matchAll(/(?:from|import)\s*["'`]\.\/([\w-]+\.js)["'`]/g))
      visit(`assets/${name!}`);
  };
  visit(entry);
  visit(explore);
  expect([...files].some((file) => file.includes('open-engine'))).toBe(false);
  const size = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(built + file)).length, 0);
  expect(size).toBeGreaterThan(20_000);
  expect(size).toBeLessThan(250_000);
});

test('a run can be cancelled and taken up again', async () => {
  const { page } = await openPage(browser, inject('pageUrl'), 'explore');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText(/^Cancelled after/).waitFor();
  await page.getByRole('button', { name: 'Run again' }).click();
  await page.getByRole('button', { name: 'Cancel' }).waitFor();
  await page.close();
});

describe('with one district, whose futures are soon there,', () => {
  let opened: Opened;
  let page: Page;

  beforeAll(async () => {
    opened = await openPage(browser, inject('pageUrl'), 'explore');
    page = opened.page;
  });

  beforeEach(async () => {
    await page.getByLabel('Start from').selectOption('mep');
    await page.getByLabel('Start from').selectOption('abc-unified');
    await page.getByLabel('Years simulated').selectOption('5');
    await allFutures(page);
  });

  afterAll(async () => {
    expect(opened.faults).toEqual([]);
    await page.close();
  });

  test('the page and the command line give the same digests', async () => {
    const { command, digests } = await reproduction(page);
    const [, ...words] = command.trim().split(/\s+/);
    const { stdout, code } = await accord([...words, '--json']);
    expect(code).toBe(0);
    const { scenarios } = JSON.parse(stdout) as { scenarios: Record<string, { digest: string }> };
    expect(digests).toEqual([scenarios['abc-unified']!.digest, scenarios['no-partnership']!.digest]);
  });

  test('a typed value changes the answer, is listed, undone, redone and put back', async () => {
    const incentives = page.getByRole('spinbutton', { name: /^Incentives/ });
    const before = (await reproduction(page)).digests;
    await incentives.fill('20000');
    await incentives.press('Enter');
    await allFutures(page);
    expect((await reproduction(page)).digests[0]).not.toBe(before[0]);
    await page.getByText('$0 a collaborative district a year → $20,000').waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    expect(await incentives.inputValue()).toBe('0');
    expect((await reproduction(page)).digests).toEqual(before);
    await page.getByRole('button', { name: 'Redo', exact: true }).click();
    expect(await incentives.inputValue()).toBe('20000');
    await page.getByRole('button', { name: 'Put back Incentives' }).click();
    await expect.poll(() => incentives.inputValue()).toBe('0');
  });

  test('the slider is moved by keys, and a burst of keys is one step of undo', async () => {
    const slider = page.getByRole('slider', { name: /^Learning network/ });
    await slider.focus();
    for (let i = 0; i < 4; i++) await slider.press('ArrowRight');
    expect(await slider.getAttribute('aria-valuetext')).toBe('4 ties a district');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('2 ties a district');
  });

  test('of 60 moves the last one is answered, by no more workers than there are cores', async () => {
    const slider = page.getByRole('slider', { name: /^Pilot grants/ });
    const move = async (key: string, end: string): Promise<void> => {
      await slider.focus();
      for (let count = 0; count < 60; count++) await page.keyboard.press(key);
      expect(await grants(page).inputValue()).toBe(end);
      await allFutures(page);
    };
    await move('ArrowRight', '33.5');
    const { command } = await reproduction(page);
    expect(command).toContain('levers.pilotGrants.perYear=33.5');
    await move('ArrowLeft', '3.5');
    const cores = await page.evaluate(() => navigator.hardwareConcurrency);
    const simulating = (): number => page.workers().filter((one) => one.url().includes('web-worker')).length;
    // One that was slow to stop is replaced, and counted a moment longer.
    await expect.poll(simulating).toBeLessThanOrEqual(cores);
  });

  test('charts and scrubber share the time cursor, moved by keys', async () => {
    const cursors = page.getByRole('slider', { name: /^Month/ });
    await cursors.first().focus();
    await cursors.first().press('Home');
    for (let i = 0; i < 3; i++) await cursors.first().press('PageUp');
    expect(await cursors.count()).toBe(3);
    for (const cursor of await cursors.all()) {
      expect(await cursor.getAttribute('aria-valuenow')).toBe('36');
      expect(await cursor.getAttribute('aria-valuetext')).toContain('July 2002');
    }
  });
});
