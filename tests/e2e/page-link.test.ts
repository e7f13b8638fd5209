import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { linkPart } from '../../ui/share/address.js';
import { decodeLink, encodeLink, type Making } from '../../ui/share/link-format.js';
import { openBrowser } from './open-browser.js';
import { allFutures, askLittle, openPage, reproduction } from './page-open.js';

let browser: Browser;
let maker: Page;
let link: string;
let digests: readonly string[];

beforeAll(async () => {
  browser = await openBrowser();
  ({ page: maker } = await openPage(browser, inject('pageUrl'), 'explore'));
  await askLittle(maker);
  const conferences = maker.getByRole('spinbutton', { name: /^Conferences/ });
  await conferences.fill('4');
  await conferences.press('Enter');
  await allFutures(maker);
  ({ digests } = await reproduction(maker));
  await maker.getByRole('button', { name: 'Share' }).click();
  await maker.getByRole('button', { name: 'Copy the link', disabled: false }).waitFor();
  link = await maker.getByLabel('Link').inputValue();
});

afterAll(() => browser.close());

/** Opens a link as somebody else does: in a browser that knows nothing of the page. */
async function open(url: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(url);
  return page;
}

const notice = (page: Page) => page.getByRole('alert');

/** The link as it would have been made on other ground. */
function madeElsewhere(change: Partial<Making>): string {
  const part = linkPart(new URL(link).hash)!;
  const content = decodeLink(part);
  return link.replace(part, encodeLink({ ...content, made: { ...content.made, ...change } }));
}

test('a link gives the same digests in another browser, and no notice', async () => {
  const page = await open(link);
  await allFutures(page);
  expect(digests.length).toBe(2);
  expect((await reproduction(page)).digests).toEqual(digests);
  expect(await page.getByRole('spinbutton', { name: /^Conferences/ }).inputValue()).toBe('4');
  expect(await notice(page).count()).toBe(0);
  await page.close();
});

test.each([
  ['another version', { accord: '0.0.1' }, 'version 0.0.1 of Accord'],
  ['other parameters', { evidence: '000000000000' }, 'parameters have changed'],
  ['other districts', { districts: '000000000000' }, 'not those that the link was made with'],
])('a link of %s opens as it is, with a notice', async (_, change, sentence) => {
  const page = await open(madeElsewhere(change));
  await notice(page).getByText(sentence).waitFor();
  await notice(page).getByText('the numbers are this page’s own').waitFor();
  await allFutures(page);
  expect((await reproduction(page)).digests).toEqual(digests);
  await page.close();
});

test('numbers other than those that the link’s maker saw are never shown in silence', async () => {
  const { result } = decodeLink(linkPart(new URL(link).hash)!).made;
  const page = await open(madeElsewhere({ result: { ...result!, digest: '000000000000' } }));
  await notice(page).getByText('differ from those that the link’s maker saw').waitFor();
  await page.close();
});

test('a link that is cut short is refused, and the page goes on', async () => {
  const page = await open(link.slice(0, -20));
  await notice(page).getByText('This link could not be opened').waitFor();
  await page.locator('headline-sentence h1').waitFor();
  await page.close();
});
