import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** What went wrong on a page while nobody looked: errors, refusals of the content policy, requests elsewhere. */
export type Faults = string[];

export interface Opened {
  readonly page: Page;
  readonly faults: Faults;
}

/** Opens a view of the built page and listens for faults from the first moment. */
export async function openPage(
  browser: Browser,
  url: string,
  view: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, ...options });
  const faults: Faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('request', (request) => {
    const address = request.url();
    if (/^https?:/.test(address) && !address.startsWith(url)) faults.push(`asked ${address}`);
  });
  await page.goto(`${url}#/${view}`);
  return { page, faults };
}

/** Waits until all futures of the present question are simulated. */
export async function allFutures(page: Page): Promise<void> {
  await page
    .locator('run-progress')
    .getByText(/^([\d,]+) of \1 simulated futures/)
    .waitFor();
}

/** What the page says of how to get its numbers elsewhere; the last finished run's. */
export async function reproduction(page: Page): Promise<{ command: string; digests: string[] }> {
  const panel = page.locator('reproduce-panel');
  if (!(await panel.locator('details').evaluate((details) => (details as HTMLDetailsElement).open))) {
    await panel.locator('summary').click();
  }
  return {
    command: (await panel.getByRole('region', { name: 'Command' }).textContent()) ?? '',
    digests: await panel.locator('.digest').allTextContents(),
  };
}

/** A question whose futures are soon there: one district, five years. */
export async function askLittle(page: Page): Promise<void> {
  await page.getByLabel('Start from').selectOption('abc-unified');
  await page.getByLabel('Years simulated').selectOption('5');
  await allFutures(page);
}

/** Opens a view as a reader does, and waits until it is there. */
export async function goTo(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: title, exact: true }).click();
  await page.locator(`${title.toLowerCase()}-view`).waitFor();
}
